"""What a first talk is about, in plain words made from the agreement."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from firstfoot.foundation.phrases import day_text
from firstfoot.work.engagements.queries import deliverables_of, standing_terms


def agenda_of(engagement: Any) -> str:
    """Five points to begin with; the host words them as they like."""
    named = {
        "supervisor": engagement.supervisor.name, "intern": engagement.intern.name,
        "organization": engagement.organization.name, "day": day_text(engagement.start_on),
        "outcome": standing_terms(engagement).get("outcome", "") or engagement.title,
    }  # fmt: skip
    parts = [
        _("1. Who we are\n%(supervisor)s and %(intern)s say in two minutes what they do, and who else at "
          "%(organization)s will be around."),
        _("2. The outcome, and when it is good\nWe read it aloud: %(outcome)s\n%(results)s"),
        _("3. Access\nWe open the list of access together and try each thing."),
        _("4. How we talk\nWhere questions go, how fast an answer comes, who answers when %(supervisor)s is away."),
        _("5. The first week\nWhat %(intern)s begins with on %(day)s, and what we look at in the first check-in."),
    ]  # fmt: skip
    return "\n\n".join(parts) % {**named, "results": _results(engagement)}


def _results(engagement: Any) -> str:
    lines = []
    for deliverable in deliverables_of(engagement):
        lines.append(f"- {deliverable.title}")
        lines += [f"  · {criterion.text}" for criterion in deliverable.criteria.all()]
    return "\n".join(lines)

"""What is told before the start: the plan."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.reactions.people import both, engagement_of, side
from firstfoot.reactions.phrases import day_text
from firstfoot.reactions.tell.engagements import names
from firstfoot.reactions.telling import Said, always, tell_each


def tell_step_added(fact: Fact) -> None:
    """Whoever is to do it, when somebody else put it in."""
    engagement = engagement_of(fact)
    step = engagement.onboarding_steps.filter(number=fact.data["step"], done_at=None).first()
    if step is None:
        return
    path = reverse("work:plan", args=[engagement.public_id])

    def write(_person: Person) -> Said:
        body = _("%(step)s. By %(day)s.") % {"step": step.text, "day": day_text(step.due_on or engagement.start_on)}
        return Said(_("A step for you before the start: %(title)s") % names(engagement), body, path)

    tell_each(fact, side(engagement, step.side), write)


def tell_plan_taken(fact: Fact) -> None:
    engagement, count = engagement_of(fact), fact.data["number"]
    title = ngettext(
        "%(count)s step was put into the plan: %(title)s", "%(count)s steps were put into the plan: %(title)s", count
    ) % {**names(engagement), "count": count}  # fmt: skip
    path = reverse("work:plan", args=[engagement.public_id])
    tell_each(fact, both(engagement), always(Said(title, path=path)))

"""The steward's desk: what waits for a decision, and what is stuck."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.foundation.notifications.queries import refused_addresses, troubled_mails
from firstfoot.market.moderation.queries import cases_waiting
from firstfoot.market.organizations.queries import organizations_waiting, sightings_waiting
from firstfoot.market.projects.queries import projects_to_review
from firstfoot.reactions.runs import dead_runs
from firstfoot.web.shared.keyset import counts_up_to
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.views.cases import rows_of
from firstfoot.web.stewards.views.disputes import rows_of as dispute_rows
from firstfoot.web.stewards.views.risks import risk_rows
from firstfoot.work.disputes.queries import disputes_to_decide
from firstfoot.work.engagements.queries import deliverables_on_record, engagements_at_risk

SHOWN = 10
MOST = 99  # counted of each; what is one more says "99+"


@steward_required
@require_safe
def desk(request: PersonRequest) -> HttpResponse:
    """Cases, organizations, documents, projects, results and risks that wait, and the three kinds of trouble."""
    waiting = {
        "cases": cases_waiting(request.user),
        "disputes": disputes_to_decide(request.user),
        "organizations": organizations_waiting(),
        "documents": sightings_waiting(request.user),
        "projects": _titles(projects_to_review()),
        "results": _as_shown(deliverables_on_record(request.user)),
        "risks": engagements_at_risk(request.user),
    }
    troubles = {"dead": dead_runs(), "troubled": troubled_mails(), "refused": refused_addresses()}
    counts = dict(zip([*waiting, *troubles], counts_up_to(MOST, *waiting.values(), *troubles.values()), strict=True))
    rows: dict[str, Any] = {name: list(found[:SHOWN]) for name, found in waiting.items()}
    rows |= {
        "cases": rows_of(rows["cases"]),
        "disputes": dispute_rows(rows["disputes"]),
        "risks": risk_rows(rows["risks"]),
    }
    context = {
        **rows,
        **{f"{name}_count": _at_most(counts[name]) for name in waiting},
        **{name: counts[name] for name in troubles},
        "waiting": sum(counts[name] for name in waiting),
        "most": MOST,
    }
    return render(request, "stewards/desk.html", context)


def _as_shown(results: QuerySet[Any]) -> QuerySet[Any]:
    """No more of each than a line says."""
    lines = results.select_related(None).select_related("engagement__organization", "engagement__intern")
    named = ("engagement__organization__name", "engagement__intern__chosen_name")
    return lines.only("public_id", "title", "submitted_at", *named)


def _titles(projects: QuerySet[Any]) -> QuerySet[Any]:
    """No more of each than a line says."""
    return projects.only("public_id", "title", "updated_at", "organization__name")


def _at_most(count: int) -> str:
    """Such as "7" or "99+"; empty for none."""
    return f"{MOST}+" if count > MOST else str(count or "")

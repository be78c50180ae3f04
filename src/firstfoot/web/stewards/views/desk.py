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
MOST_COUNTED = 99
MOST_TROUBLES = 99


@steward_required
@require_safe
def desk(request: PersonRequest) -> HttpResponse:
    """Cases, organizations, documents, projects, results and risks that wait, and the three kinds of trouble."""
    organizations = list(organizations_waiting()[: MOST_COUNTED + 1])
    documents = list(sightings_waiting(request.user)[: MOST_COUNTED + 1])
    projects = list(_titles(projects_to_review())[: MOST_COUNTED + 1])
    results = list(_as_shown(deliverables_on_record(request.user))[: MOST_COUNTED + 1])
    cases = list(cases_waiting(request.user)[: MOST_COUNTED + 1])
    disputes = list(disputes_to_decide(request.user)[: MOST_COUNTED + 1])
    risks = list(engagements_at_risk(request.user)[: MOST_COUNTED + 1])
    dead, troubled, refused = counts_up_to(MOST_TROUBLES, dead_runs(), troubled_mails(), refused_addresses())
    context = {
        "cases": rows_of(cases[:SHOWN]),
        "cases_count": _at_most(len(cases)),
        "disputes": dispute_rows(disputes[:SHOWN]),
        "disputes_count": _at_most(len(disputes)),
        "organizations": organizations[:SHOWN],
        "organizations_count": _at_most(len(organizations)),
        "documents": documents[:SHOWN],
        "documents_count": _at_most(len(documents)),
        "projects": projects[:SHOWN],
        "projects_count": _at_most(len(projects)),
        "results": results[:SHOWN],
        "results_count": _at_most(len(results)),
        "risks": risk_rows(risks[:SHOWN]),
        "risks_count": _at_most(len(risks)),
        "waiting": len(cases)
        + len(disputes)
        + len(organizations)
        + len(documents)
        + len(projects)
        + len(results)
        + len(risks),
        "dead": dead,
        "most": MOST_TROUBLES,
        "troubled": troubled,
        "refused": refused,
    }
    return render(request, "stewards/desk.html", context)


def _as_shown(results: QuerySet[Any]) -> QuerySet[Any]:
    """No more of each than a line says, so that a hundred are read as cheaply as they are counted."""
    lines = results.select_related(None).select_related("engagement__organization", "engagement__intern")
    named = ("engagement__organization__name", "engagement__intern__chosen_name")
    return lines.only("public_id", "title", "submitted_at", *named)


def _titles(projects: QuerySet[Any]) -> QuerySet[Any]:
    """No more of each than a line says."""
    return projects.only("public_id", "title", "updated_at", "organization__name")


def _at_most(count: int) -> str:
    """Such as "7" or "99+"; empty for none."""
    return f"{MOST_COUNTED}+" if count > MOST_COUNTED else str(count or "")

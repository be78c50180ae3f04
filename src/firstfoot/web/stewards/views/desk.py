"""The steward's desk: what waits for a decision, and what is stuck."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.foundation.notifications.queries import refused_addresses, troubled_mails
from firstfoot.market.organizations.queries import organizations_waiting
from firstfoot.market.projects.queries import projects_to_review
from firstfoot.reactions.runs import dead_runs
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required

SHOWN = 10


@steward_required
@require_safe
def desk(request: PersonRequest) -> HttpResponse:
    """Organizations to verify, projects to read, and the three kinds of trouble."""
    context = {
        "organizations": organizations_waiting()[:SHOWN],
        "organizations_count": organizations_waiting().count(),
        "projects": projects_to_review()[:SHOWN],
        "projects_count": projects_to_review().count(),
        "dead": dead_runs().count(),
        "troubled": troubled_mails().count(),
        "refused": refused_addresses().count(),
    }
    return render(request, "stewards/desk.html", context)

"""The desk of a host: your moves, what waits for others, the people at work, the projects."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.foundation.notifications.queries import refused_addresses
from firstfoot.insights.moves import Desk, host_desk, in_order, invitation_moves
from firstfoot.market.organizations.states import RANK, Role
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.work.engagements.queries import progress


@require_safe
@login_required
def desk(request: PersonRequest) -> HttpResponse:
    """Everything the reader answers for as a host, the most pressing first."""
    found = host_desk(request.user)
    context = {
        "mine": in_order([*found.mine, *invitation_moves(request.user)]),
        "theirs": found.theirs,
        "work": _work(found),
        "projects": [(project, found.project_next[project.pk]) for project in found.projects],
        "memberships": found.memberships,
        "recruits": any(RANK[Role(m.role)] >= RANK[Role.RECRUITER] for m in found.memberships),
        "refused": refused_addresses(request.user.email).first(),
    }
    return render(request, "hosts/desk.html", context)


def _work(found: Desk) -> list[dict[str, Any]]:
    """Each engagement with how far it has come and what comes next."""
    return [
        {
            "engagement": engagement,
            "progress": (done := progress(engagement)),
            "done": f"{done:.0%}",
            "move": found.next_moves[engagement.pk],
            "other": engagement.intern.name,
        }
        for engagement in found.engagements
    ]

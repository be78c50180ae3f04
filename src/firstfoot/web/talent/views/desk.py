"""The desk of an intern or applicant: your moves, what waits for others, the work, the applications."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.foundation.notifications.queries import refused_addresses
from firstfoot.insights.moves import (
    Desk,
    application_move,
    in_order,
    invitation_moves,
    project_invitation_moves,
    talent_desk,
)
from firstfoot.market.suggestions.queries import are_made
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.work.engagements.queries import progress, warning_in


@require_safe
@login_required
def desk(request: PersonRequest) -> HttpResponse:
    """Everything of the reader's own side, the most pressing first."""
    found = talent_desk(request.user)
    context = {
        "mine": in_order([*found.mine, *invitation_moves(request.user), *project_invitation_moves(request.user)]),
        "theirs": [move for move in found.theirs if not move.code.startswith(("application.", "offer."))],
        "work": _work(found),
        "applications": [(a, application_move(a, request.user)) for a in found.applications],
        "has_lists": are_made(),
        "refused": refused_addresses(request.user.email).first(),
    }
    return render(request, "talent/desk.html", context)


def _work(found: Desk) -> list[dict[str, Any]]:
    """Each engagement with how far it has come, how it stands and what comes next."""
    return [
        {
            "engagement": engagement,
            "progress": (done := progress(engagement)),
            "done": f"{done:.0%}",
            "warning": warning_in(engagement),
            "move": found.next_moves[engagement.pk],
            "other": engagement.organization.name,
        }
        for engagement in found.engagements
    ]

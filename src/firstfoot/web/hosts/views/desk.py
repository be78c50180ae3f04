"""The desk of a host: your moves, what waits for others, the people at work, the projects."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from firstfoot.foundation.notifications.queries import refused_addresses
from firstfoot.insights.moves import Desk, host_desk, in_order, invitation_moves
from firstfoot.market.organizations.states import RANK, SHUT_OUT, Role
from firstfoot.market.projects.states import ProjectState
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.work.engagements.queries import progress, warning_in

P = ProjectState
GROUPS = (
    ("projects", _("Your open projects"), (P.OPEN, P.PAUSED)),
    ("drafts", _("Your drafts"), (P.DRAFT, P.IN_REVIEW)),
    ("closed", _("Closed, with people who wait"), (P.CLOSED,)),
)


@require_safe
@login_required
def desk(request: PersonRequest) -> HttpResponse:
    """Everything the reader answers for as a host, the most pressing first."""
    found = host_desk(request.user)
    recruiting = {membership.organization_id for membership in found.memberships if _may_post(membership)}
    context = {
        "mine": in_order([*found.mine, *invitation_moves(request.user)]),
        "theirs": found.theirs,
        "work": _work(found),
        "groups": _groups(found, recruiting),
        "memberships": found.memberships,
        "recruits": bool(recruiting),
        "refused": refused_addresses(request.user.email).first(),
    }
    return render(request, "hosts/desk.html", context)


def _groups(found: Desk, recruiting: set[int]) -> list[tuple[str, str, list[tuple[Any, Any, bool]]]]:
    """The projects by where they stand, each group with its id and heading, those without projects left out."""
    rows: dict[str, list[tuple[Any, Any, bool]]] = {code: [] for code, _heading, _states in GROUPS}
    for project in found.projects:
        code = next(code for code, _heading, states in GROUPS if project.state in states)
        rows[code].append((project, found.project_next[project.pk], project.organization_id in recruiting))
    return [(code, str(heading), rows[code]) for code, heading, _states in GROUPS if rows[code]]


def _may_post(membership: Any) -> bool:
    """Whether the reader may begin projects there: not while it is suspended or turned down."""
    return RANK[Role(membership.role)] >= RANK[Role.RECRUITER] and membership.organization.state not in SHUT_OUT


def _work(found: Desk) -> list[dict[str, Any]]:
    """Each engagement with how far it has come, how it stands and what comes next."""
    return [
        {
            "engagement": engagement,
            "progress": (done := progress(engagement)),
            "done": f"{done:.0%}",
            "warning": warning_in(engagement),
            "move": found.next_moves[engagement.pk],
            "other": engagement.intern.name,
        }
        for engagement in found.engagements
    ]

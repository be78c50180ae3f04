"""All who applied to one project, grouped by where they stand, in an order drawn by lot."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from firstfoot.kernel.verdict import require
from firstfoot.market.applications.blind import applicant_summary
from firstfoot.market.applications.policies import may_see_applicants
from firstfoot.market.applications.queries import applications_to
from firstfoot.market.applications.states import ApplicationState
from firstfoot.market.projects.queries import hosted_projects
from firstfoot.market.talent.queries import profiles_of
from firstfoot.web.hosts.applicant_words import host_standing
from firstfoot.web.shared.requests import PersonRequest

S = ApplicationState


@require_GET
@login_required
def applicants(request: PersonRequest, public_id: str) -> HttpResponse:
    """No ranking: the order is the same for everyone who looks, and says nothing."""
    project = get_object_or_404(hosted_projects(request.user), public_id=public_id)
    require(may_see_applicants(request.user, project))
    sent = sorted(applications_to(project).exclude(person=request.user), key=lambda a: _lot(project, a))
    profiles = profiles_of(a.person_id for a in sent)
    rows = [_row(a, applicant_summary(a, profiles.get(a.person_id))) for a in sent]
    shortlisted = sum(a.shortlisted_at is not None for a in sent)
    due = [a.answer_by_at for a in sent if a.state == S.SUBMITTED and a.answer_by_at]
    context = {
        "project": project,
        "groups": _groups(rows),
        "ended": [row for row in rows if row["group"] == "ended"],
        "total": len(sent),
        "shortlisted": shortlisted,
        "due": min(due, default=None),
        "waiting": len(due),
    }
    return render(request, "hosts/applicants.html", context)


def _lot(project: Any, application: Any) -> str:
    return hashlib.sha256(f"{project.public_id}{application.public_id}".encode()).hexdigest()


def _row(application: Any, card: Any) -> dict[str, Any]:
    standing = host_standing(application, card.label)
    return {"application": application, "card": card, "standing": standing, "group": _group_of(application)}


def _group_of(application: Any) -> str:
    if application.is_reserve:
        return "reserve"
    return application.state if application.state in _LABELS else "ended"


_LABELS = (S.SUBMITTED, S.SHORTLISTED, S.OFFERED, S.ACCEPTED)


def _groups(rows: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The groups that have someone in them, what waits for the host first."""
    names = [
        (S.SUBMITTED, _("To answer")),
        (S.SHORTLISTED, _("Shortlist")),
        (S.OFFERED, _("Offers")),
        ("reserve", _("Reserve")),
        (S.ACCEPTED, _("Accepted")),
    ]
    found = [(name, [row for row in rows if row["group"] == code]) for code, name in names]
    return [(name, members) for name, members in found if members]

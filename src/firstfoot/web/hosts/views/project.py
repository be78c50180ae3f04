"""The host's page of one project: how it stands, whose move it is, and what can be done."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Min
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from firstfoot.foundation.journal.queries import facts_of
from firstfoot.market.applications.policies import may_see_applicants
from firstfoot.market.applications.queries import applications_to, counts_of
from firstfoot.market.organizations.queries import members_of
from firstfoot.market.projects import queries
from firstfoot.market.projects.policies import may_manage
from firstfoot.market.projects.states import PROJECT
from firstfoot.web.hosts.brief_diff import differences
from firstfoot.web.hosts.forms.project_moves import HandOverForm, ReasonForm
from firstfoot.web.hosts.project_words import STATES, history_of, move_of
from firstfoot.web.shared.requests import PersonRequest

NUMBERS = {
    "submitted": gettext_lazy("wait for your answer"),
    "shortlisted": gettext_lazy("shortlisted"),
    "offered": gettext_lazy("have an offer"),
    "accepted": gettext_lazy("accepted"),
}


@login_required
@require_safe
def project(request: PersonRequest, public_id: str) -> HttpResponse:
    """Any member of the organization reads it; only recruiters and owners see the buttons."""
    found = get_object_or_404(queries.hosted_projects(request.user), public_id=public_id)
    return project_page(request, found)


def project_page(request: PersonRequest, project: Any, status: int = 200, **more: Any) -> HttpResponse:
    members = list(members_of(project.organization))
    names = {row.person.public_id: row.person.name for row in members}
    published = queries.current_brief(project)
    counts = counts_of(project)
    manages = bool(may_manage(request.user, project))
    context = {
        "project": project,
        "brief": published,
        "move": move_of(project, counts, blocked=_blocked(project)),
        "answer_by": _first_answer_due(project) if counts.get("submitted") else None,
        "state": STATES[project.state],
        "numbers": [(label, counts.get(state, 0)) for state, label in NUMBERS.items()],
        "applied": sum(counts.values()),
        "sees_applicants": bool(may_see_applicants(request.user, project)),
        "manages": manages,
        "can": {
            verb: manages and PROJECT.allows(verb, project.state)
            for verb in ("submit", "pause", "resume", "close", "reopen")
        },
        "pending": differences(published, project.draft_brief, names),
        "share_url": request.build_absolute_uri(_public_path(project)) if project.brief_number else "",
        "hand_over": HandOverForm(members=members, initial=_guides(project), auto_id="hand_%s"),
        "reason": ReasonForm(),
        "history": history_of(facts_of(project)),
        **more,
    }
    return render(request, "hosts/project.html", context, status=status)


def _blocked(project: Any) -> int:
    return len(queries.scope_of(project).blockers) if project.state == "draft" else 0


def _first_answer_due(project: Any) -> Any:
    waiting = applications_to(project).filter(state="submitted")
    return waiting.order_by().aggregate(first=Min("answer_by_at"))["first"]


def _guides(project: Any) -> dict[str, str]:
    guides = {"supervisor": project.supervisor, "cover": project.cover}
    return {name: person.public_id if person else "" for name, person in guides.items()}


def _public_path(project: Any) -> str:
    return reverse("public:project", args=[project.public_id])

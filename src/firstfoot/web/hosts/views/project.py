"""The host's page of one project: how it stands, whose move it is, and what can be done."""

from __future__ import annotations

from typing import Any

from django.conf import settings
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
from firstfoot.market.moderation.queries import appealable, held_case_of
from firstfoot.market.organizations.queries import members_of
from firstfoot.market.projects import queries
from firstfoot.market.projects.policies import may_manage, may_repeat
from firstfoot.market.projects.questions import questions_to_answer
from firstfoot.market.projects.states import PROJECT
from firstfoot.web.hosts.brief_diff import differences
from firstfoot.web.hosts.forms.project_moves import AppealForm, HandOverForm, ReasonForm
from firstfoot.web.hosts.forms.questions import asked
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
    guides = [row for row in members if row.person.is_active]
    published = queries.current_brief(project)
    counts = counts_of(project)
    manages = bool(may_manage(request.user, project))
    answers = bool(may_see_applicants(request.user, project))  # applicants and public questions alike
    questions = asked(questions_to_answer(project)) if answers and project.brief_number else []
    context = {
        "project": project,
        "brief": published,
        "move": move_of(project, {**counts, "questions": len(questions)}, blocked=_blocked(project)),
        "answer_by": _first_answer_due(project) if counts.get("submitted") else None,
        "state": STATES[project.state],
        "numbers": [(label, counts.get(state, 0)) for state, label in NUMBERS.items()],
        "applied": sum(counts.values()),
        "sees_applicants": answers,
        "questions": questions,
        "manages": manages,
        "can": {
            verb: manages and PROJECT.allows(verb, project.state)
            for verb in ("submit", "pause", "resume", "close", "reopen")
        }
        | {"repeat": queries.is_over(project) and bool(may_repeat(request.user, project))},
        "pending": differences(published, project.draft_brief, names),
        "share_url": f"{settings.SITE_URL}{_public_path(project)}" if project.brief_number else "",
        "hand_over": HandOverForm(members=guides, initial=_guides(project), auto_id="hand_%s"),
        "reason": ReasonForm(),
        "appeal": AppealForm(auto_id="appeal_%s") if manages and _may_appeal(project) else None,
        "history": history_of(facts_of(project)),
        "has_errors": status >= 400,
        **more,
    }
    return render(request, "hosts/project.html", context, status=status)


def _may_appeal(project: Any) -> bool:
    """Asked of the database only where something is or was held back."""
    is_held = project.held_at is not None or bool(project.return_reason)
    return is_held and appealable(held_case_of(project), project)


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

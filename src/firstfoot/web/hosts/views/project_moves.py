"""The moves of a host on one project: pause, resume, close, reopen, hand over."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from firstfoot.kernel.errors import Conflict
from firstfoot.market.organizations.queries import guides_of
from firstfoot.market.projects import queries
from firstfoot.market.projects.actions import (
    close_project,
    hand_over_project,
    pause_project,
    reopen_project,
    resume_project,
)
from firstfoot.web.hosts.forms.project_moves import HandOverForm, ReasonForm
from firstfoot.web.hosts.views.project import project_page
from firstfoot.web.shared.requests import PersonRequest, whole_number

# Refusals that the page itself explains, with the way on.
EXPLAINED = {"apply_by_passed", "scope_blockers", "no_seat", "not_a_member", "cover_is_supervisor"}


@login_required
@require_POST
def project_pause(request: PersonRequest, public_id: str) -> HttpResponse:
    """Take no more applications for now."""
    project = _hosted(request, public_id)
    pause_project(project_id=project.pk, seen=_seen(request), actor=request.user)
    messages.success(request, _("Paused. Nobody can apply until you resume; offers you gave stay valid."))
    return redirect("hosts:project", public_id)


@login_required
@require_POST
def project_resume(request: PersonRequest, public_id: str) -> HttpResponse:
    """Take applications again."""
    project = _hosted(request, public_id)
    try:
        resume_project(project_id=project.pk, seen=_seen(request), actor=request.user)
    except Conflict as refusal:
        return _explain(request, project, refusal)
    messages.success(request, _("Your project is open again."))
    return redirect("hosts:project", public_id)


@login_required
@require_POST
def project_close(request: PersonRequest, public_id: str) -> HttpResponse:
    """End the search, with the reason that applicants read."""
    project = _hosted(request, public_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return project_page(request, project, 422, reason=form)
    close_project(project_id=project.pk, seen=_seen(request), actor=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, _("Closed. Everyone who waited for an answer is told."))
    return redirect("hosts:project", public_id)


@login_required
@require_POST
def project_reopen(request: PersonRequest, public_id: str) -> HttpResponse:
    """Search again; changes made since go public with it."""
    project = _hosted(request, public_id)
    try:
        opened = reopen_project(project_id=project.pk, seen=_seen(request), actor=request.user)
    except Conflict as refusal:
        return _explain(request, project, refusal)
    held = _("A steward looks at what you changed first. It opens when they say so.")
    messages.success(request, _("Your project is open again.") if opened.state == "open" else held)
    return redirect("hosts:project", public_id)


@login_required
@require_POST
def project_hand_over(request: PersonRequest, public_id: str) -> HttpResponse:
    """Name another supervisor and cover."""
    project = _hosted(request, public_id)
    form = HandOverForm(request.POST, members=list(guides_of(project.organization_id)), auto_id="hand_%s")
    if not form.is_valid():
        return project_page(request, project, 422, hand_over=form)
    people = {f"{name}_id": public_id for name, public_id in form.cleaned_data.items()}
    hand_over_project(project_id=project.pk, seen=_seen(request), actor=request.user, **people)
    messages.success(request, _("Handed over."))
    return redirect("hosts:project", public_id)


def _explain(request: PersonRequest, project: Any, refusal: Conflict) -> HttpResponse:
    if refusal.code not in EXPLAINED:
        raise refusal
    project.refresh_from_db()
    return project_page(request, project, 409, refused=refusal.code)


def _hosted(request: PersonRequest, public_id: str) -> Any:
    return get_object_or_404(queries.hosted_projects(request.user), public_id=public_id)


def _seen(request: PersonRequest) -> int | None:
    return whole_number(request.POST.get("seen", ""))

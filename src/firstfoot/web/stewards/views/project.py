"""A project that waits for review: read it, publish it or send it back with reasons."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.market.projects.actions import publish_project, return_project
from firstfoot.market.projects.policies import may_moderate
from firstfoot.market.projects.queries import projects_to_review
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.reason import ReasonForm


@steward_required
@require_safe
def project(request: PersonRequest, public_id: str) -> HttpResponse:
    """The whole brief, and the two decisions."""
    return _show(request, get_object_or_404(projects_to_review(), public_id=public_id))


@steward_required
@require_POST
def publish(request: PersonRequest, public_id: str) -> HttpResponse:
    """Let everyone see it."""
    found = get_object_or_404(projects_to_review(), public_id=public_id)
    publish_project(project_id=found.pk, actor=request.user)
    messages.success(request, _("“%(title)s” is open.") % {"title": found.title})
    return redirect("stewards:desk")


@steward_required
@require_POST
def send_back(request: PersonRequest, public_id: str) -> HttpResponse:
    """Back to its host, with what to change."""
    found = get_object_or_404(projects_to_review(), public_id=public_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _show(request, found, form)
    return_project(project_id=found.pk, reason=form.cleaned_data["reason"], actor=request.user)
    messages.success(request, _("“%(title)s” is back with its host, who reads why.") % {"title": found.title})
    return redirect("stewards:desk")


def _show(request: PersonRequest, found: Any, form: ReasonForm | None = None) -> HttpResponse:
    context = {
        "project": found,
        "brief": found.draft_brief,
        "organization": found.organization,
        "may_moderate": may_moderate(request.user, found),
        "form": form or ReasonForm(),
    }
    return render(request, "stewards/project.html", context, status=422 if form else 200)

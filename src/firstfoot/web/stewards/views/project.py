"""A project that waits for review: read it, publish it or send it back with reasons."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.kernel.errors import Conflict
from firstfoot.market.projects.actions import publish_project, return_project
from firstfoot.market.projects.policies import may_moderate
from firstfoot.market.projects.queries import projects_to_review
from firstfoot.web.shared.requests import PersonRequest, whole_number
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.reason import DecisionForm


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
    publish_project(project_id=found.pk, seen=whole_number(request.POST.get("seen", "")), actor=request.user)
    messages.success(request, _("“%(title)s” is open.") % {"title": found.title})
    return redirect("stewards:desk")


@steward_required
@require_POST
def send_back(request: PersonRequest, public_id: str) -> HttpResponse:
    """Back to its host, with what to change."""
    found = get_object_or_404(projects_to_review(), public_id=public_id)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _show(request, found, form)
    try:
        return_project(project_id=found.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refused:
        if refused.code != "changed":
            raise
        theirs = _("“%(title)s” was changed after you opened it. Read it again, then decide.") % {"title": found.title}
        return conflict(request, form.cleaned_data["reason"], theirs, reverse("stewards:project", args=[public_id]))
    messages.success(request, _("“%(title)s” is back with its host, who reads why.") % {"title": found.title})
    return redirect("stewards:desk")


def _show(request: PersonRequest, found: Any, form: DecisionForm | None = None) -> HttpResponse:
    context = {
        "project": found,
        "brief": found.draft_brief,
        "organization": found.organization,
        "may_moderate": may_moderate(request.user, found),
        "form": form or DecisionForm(initial={"seen": found.version}),
    }
    return render(request, "stewards/project.html", context, status=422 if form else 200)

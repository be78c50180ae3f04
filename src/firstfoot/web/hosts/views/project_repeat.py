"""A project that is over, begun again."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from firstfoot.market.projects.actions import repeat_project
from firstfoot.market.projects.queries import hosted_projects
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_POST
def project_repeat(request: PersonRequest, public_id: str) -> HttpResponse:
    """A new draft with the brief of a project that is over; it opens at the preview, where one reads it through."""
    source = get_object_or_404(hosted_projects(request.user), public_id=public_id)
    project = repeat_project(project_id=source.pk, actor=request.user)
    messages.success(
        request,
        _("Copied into a new draft, with dates from today on. Read it once, change what differs, then post it."),
    )
    return redirect("hosts:brief_preview", project.public_id)

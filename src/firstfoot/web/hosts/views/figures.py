"""A host's figures of one project: how far applications got, and where people left."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from firstfoot.insights.funnel import funnel_of
from firstfoot.market.projects.queries import hosted_projects
from firstfoot.web.shared.funnel_words import words_of
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_safe
def figures(request: PersonRequest, public_id: str) -> HttpResponse:
    """Counts alone, for every member of the organization, like those on the project's page."""
    project = get_object_or_404(hosted_projects(request.user), public_id=public_id)
    return render(request, "hosts/figures.html", {"project": project, "funnel": words_of(funnel_of(project))})

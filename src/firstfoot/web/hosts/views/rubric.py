"""What all applications to a project are read for: shown to its reviewers, changed by recruiters."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.actions import change_rubric
from firstfoot.market.applications.marks import criteria_of, is_rubric_used, standing_rubric
from firstfoot.market.applications.policies import may_change_rubric, may_see_applicants
from firstfoot.market.applications.rubric import digest_of
from firstfoot.market.projects.queries import hosted_projects
from firstfoot.web.hosts.forms.mark import RubricForm
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.rubric_words import anchors_of, title_of
from firstfoot.web.shared.views.errors import conflict


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def rubric(request: PersonRequest, public_id: str) -> HttpResponse:
    """The criteria with their anchors; a form for those who may change them. There is none before anybody applies."""
    project = get_object_or_404(hosted_projects(request.user), public_id=public_id, brief_number__gt=0)
    require(may_see_applicants(request.user, project))
    criteria = criteria_of(project)
    may_change = may_change_rubric(request.user, project)
    form = RubricForm(request.POST or None, criteria=criteria, initial={"seen": digest_of(criteria)})
    if request.method == "POST":
        require(may_change)
        if form.is_valid():
            return _changed(request, project, form)
    written = standing_rubric(project)
    context = {
        "project": project,
        "criteria": [{"title": title_of(c), "anchors": anchors_of(c)} for c in criteria],
        "form": form if may_change else None,
        "is_used": written is not None and is_rubric_used(written),
    }
    return render(request, "hosts/rubric.html", context, status=422 if form.is_bound else 200)


def _changed(request: PersonRequest, project: Any, form: RubricForm) -> HttpResponse:
    public_id = project.public_id
    criteria, seen = form.criteria(), form.cleaned_data["seen"]
    try:
        change_rubric(project_id=project.pk, criteria=criteria, seen=seen, actor=request.user)
    except Conflict as refused:
        if refused.code != "changed":
            raise
        mine, stands = _as_text(criteria), _as_text(criteria_of(project))
        return conflict(request, mine, stands, reverse("hosts:rubric", args=[public_id]))
    messages.success(request, _("Everyone is read for this from now on."))
    return redirect("hosts:applicants", public_id)


def _as_text(criteria: Any) -> str:
    """Each criterion with its anchors, one a line."""
    return "\n\n".join("\n".join([title_of(one), *map(str, anchors_of(one))]) for one in criteria)

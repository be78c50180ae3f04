"""A new project: from a starter, or blank."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from firstfoot.market.organizations.queries import organizations_with_role
from firstfoot.market.organizations.states import OrganizationState, Role
from firstfoot.market.projects.actions import start_project
from firstfoot.market.projects.scope import STEPS
from firstfoot.market.projects.starters import all_starters, get_starter
from firstfoot.web.hosts.forms.project_new import NewProjectForm
from firstfoot.web.shared.requests import PersonRequest

SHUT_OUT = (OrganizationState.SUSPENDED, OrganizationState.REJECTED)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def project_new(request: PersonRequest) -> HttpResponse:
    """Choose what to begin with; then the builder opens at the first thing left to say."""
    hosts = list(organizations_with_role(request.user, Role.RECRUITER).exclude(state__in=SHUT_OUT))
    chosen = request.GET.get("starter", "")
    form = NewProjectForm(request.POST or None, hosts=hosts, initial={"starter": chosen})
    if request.method == "POST" and hosts and form.is_valid():
        project = start_project(
            organization_id=form.organization.pk, starter=form.cleaned_data["starter"], actor=request.user
        )
        return redirect("hosts:brief_step", project.public_id, first_step(form.cleaned_data["starter"]))
    context = {"form": form, "starters": all_starters(), "hosts": hosts, "chosen": chosen}
    return render(request, "hosts/project_new.html", context, status=422 if form.errors else 200)


def first_step(starter: str) -> str:
    """The step of the first thing a starter leaves to its host; a blank brief begins at the beginning."""
    found = get_starter(starter) if starter else None
    asked = found.ask if found else ()
    return next((step.code for step in STEPS if set(step.fields) & set(asked)), STEPS[0].code)

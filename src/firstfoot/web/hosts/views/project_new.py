"""A new project: from a starter, or blank."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from firstfoot.market.organizations.queries import organizations_with_role
from firstfoot.market.organizations.states import SHUT_OUT, Role
from firstfoot.market.projects.actions import start_project
from firstfoot.market.projects.queries import projects_to_repeat, search
from firstfoot.market.projects.scope import STEPS
from firstfoot.market.projects.starters import get_starter
from firstfoot.web.hosts.forms.project_new import NewProjectForm
from firstfoot.web.shared.requests import PersonRequest, partial
from firstfoot.web.shared.starters import looked_for

MOST_OURS = 3  # of a host's own projects, newest first; the search finds the others


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def project_new(request: PersonRequest) -> HttpResponse:
    """Choose what to begin with: a template leads to its six questions, a blank brief to the builder."""
    recruits_for = list(organizations_with_role(request.user, Role.RECRUITER))
    hosts = [host for host in recruits_for if host.state not in SHUT_OUT]
    chosen = request.GET.get("starter", "")
    form = NewProjectForm(request.POST or None, hosts=hosts, initial={"starter": chosen})
    if request.method == "POST" and hosts and form.is_valid():
        if starter := form.cleaned_data["starter"]:
            questions = reverse("hosts:project_questions", args=[form.organization.public_id, starter])
            return redirect(questions)
        project = start_project(organization_id=form.organization.pk, actor=request.user)
        return redirect("hosts:brief_step", project.public_id, STEPS[0].code)
    found = looked_for(request)
    context = {
        "form": form,
        "hosts": hosts,
        "picked": get_starter(chosen),
        "shut_out": recruits_for[0] if recruits_for else None,
        "add_url": f"{reverse('hosts:organization_new')}?{urlencode({'then': 'project', 'starter': chosen})}",
        **found,
        "ours": search(projects_to_repeat(request.user), found["words"])[:MOST_OURS] if hosts else (),
    }
    return render(
        request, partial(request, "hosts/project_new.html", "results"), context, status=422 if form.errors else 200
    )

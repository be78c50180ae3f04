"""Inviting people to apply to one project: by address, or somebody who worked with the organization."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.actions import invite_to_apply
from firstfoot.market.applications.invitations import invited_to
from firstfoot.market.applications.queries import why_not_invited_to
from firstfoot.market.projects import queries
from firstfoot.market.projects.policies import may_manage
from firstfoot.market.sourcing.queries import period_now
from firstfoot.proof.network.queries import people_on_bench
from firstfoot.web.hosts.forms.invite_people import InviteAgainForm, InviteByMailForm
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest

SHOWN = 50


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def invite_people(request: PersonRequest, public_id: str) -> HttpResponse:
    """GET shows both ways and whom we asked; POST sends one."""
    project = get_object_or_404(queries.hosted_projects(request.user), public_id=public_id)
    require(may_manage(request.user, project))
    people = list(people_on_bench(project.organization_id))
    again = "person" in request.POST
    data = request.POST if request.method == "POST" else None
    forms: dict[str, Any] = {
        "by_mail": InviteByMailForm(None if again else data),
        "again": InviteAgainForm(data if again else None, people=people),
    }
    form = forms["again" if again else "by_mail"]
    if data is None:
        return _page(request, project, forms)
    if not form.is_valid():
        return _page(request, project, forms, 422)
    by_id = {person.public_id: person.pk for person in people}
    whom = {"person_id": by_id[form.cleaned_data["person"]]} if again else {"email": form.cleaned_data["email"]}
    try:
        invite_to_apply(project_id=project.pk, actor=request.user, **whom)
    except (Conflict, LimitReached) as refusal:
        form.add_error("person" if again else "email", reason(refusal))
        return _page(request, project, forms, refusal.status)
    messages.success(request, _("Invited. Whether they apply you see on the short list."))
    return redirect("hosts:invite_people", public_id)


def _page(request: PersonRequest, project: Any, forms: dict[str, Any], status: int = 200) -> HttpResponse:
    context = {
        "project": project,
        "has_errors": status >= 400,
        "invited": invited_to(project)[:SHOWN],
        "is_sourcing_on": project.organization.is_verified and period_now() is not None,
        "can_invite": not why_not_invited_to(project),
        **forms,
    }
    return render(request, "hosts/invite_people.html", context, status=status)

"""Naming who guides the work and who covers."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.kernel.errors import IllegalTransition
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.queries import guides_of
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.forms.closing import SupervisorForm
from firstfoot.web.work.workspace import open_workspace, work_page
from firstfoot.work.engagements.actions import change_supervisor


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def supervisor(request: PersonRequest, public_id: str) -> HttpResponse:
    """Choose among the organization's members; the intern is told."""
    ws = open_workspace(request, public_id)
    require(ws.standing.staff())
    if not ws.is_live:
        raise IllegalTransition("illegal_transition")
    engagement = ws.engagement
    members = [m for m in guides_of(engagement.organization_id) if m.person_id != engagement.intern_id]
    now = {
        "supervisor": engagement.supervisor.public_id,
        "cover": engagement.cover.public_id if engagement.cover else "",
    }
    form = SupervisorForm(request.POST if request.method == "POST" else None, members=members, initial=now)
    if not form.is_valid():
        return work_page(request, ws, "supervisor", "overview", 422 if form.is_bound else 200, form=form)
    key_of = {m.person.public_id: m.person_id for m in members}
    change_supervisor(
        engagement_id=engagement.pk, supervisor_id=key_of[form.cleaned_data["supervisor"]],
        cover_id=key_of.get(form.cleaned_data["cover"]), actor=request.user,
    )  # fmt: skip
    messages.success(request, _("Named. %(who)s is told.") % {"who": engagement.intern.name})
    return redirect("work:engagement", public_id)

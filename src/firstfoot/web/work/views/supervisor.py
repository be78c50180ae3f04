"""Naming who guides the work and who covers."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.queries import guides_of
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.forms.closing import AwayForm, SupervisorForm
from firstfoot.web.work.workspace import open_workspace, work_page
from firstfoot.work.engagements.actions import change_supervisor, end_away, set_away


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
        cover_id=key_of.get(form.cleaned_data["cover"]), note=form.cleaned_data["note"],
        intern_note=form.cleaned_data["intern_note"], actor=request.user,
    )  # fmt: skip
    messages.success(request, _("Named. %(who)s is told.") % {"who": engagement.intern.name})
    return redirect("work:engagement", public_id)


_FIELD_OF = {"dates_out_of_order": "last_on", "day_past": "last_on", "covers_self": "cover"}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def away(request: PersonRequest, public_id: str) -> HttpResponse:
    """The supervisor is away for some days and another member answers; the intern is told at once."""
    ws = open_workspace(request, public_id)
    engagement, is_own = ws.engagement, request.user.pk == ws.engagement.supervisor_id
    require(ws.standing.host(ws.standing.recruits or is_own, else_deny="staff_only"))
    if not ws.is_live:
        raise IllegalTransition("illegal_transition")
    left_out = (engagement.intern_id, engagement.supervisor_id)
    members = [m for m in guides_of(engagement.organization_id) if m.person_id not in left_out]
    known = {"first_on": engagement.away_from, "last_on": engagement.away_until}
    start = {**known, "cover": engagement.cover.public_id if engagement.cover else ""}
    form = AwayForm(request.POST if request.method == "POST" else None, members=members, initial=start)
    if form.is_valid():
        said = form.cleaned_data
        key_of = {m.person.public_id: m.person_id for m in members}
        cover_id = key_of[said.pop("cover")]
        try:
            set_away(engagement_id=engagement.pk, cover_id=cover_id, actor=request.user, **said)
        except Conflict as refused:
            if refused.code not in _FIELD_OF:
                raise
            form.add_error(_FIELD_OF[refused.code], reason(refused))
    if not form.is_valid():
        return work_page(request, ws, "away", "overview", 422 if form.is_bound else 200, form=form)
    messages.success(request, _("Noted. %(who)s is told who answers.") % {"who": engagement.intern.name})
    return redirect("work:engagement", public_id)


@login_required
@require_POST
def back(request: PersonRequest, public_id: str) -> HttpResponse:
    """The supervisor answers again."""
    ws = open_workspace(request, public_id)
    end_away(engagement_id=ws.engagement.pk, actor=request.user)
    messages.success(request, _("Noted. %(who)s answers again.") % {"who": ws.engagement.supervisor.name})
    return redirect("work:engagement", public_id)

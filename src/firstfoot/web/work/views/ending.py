"""Ending early."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.kernel.verdict import require
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.forms.ending import EndForm, SafeEndForm
from firstfoot.web.work.silence import may_end_safely
from firstfoot.web.work.workspace import open_workspace, work_page
from firstfoot.work.engagements.actions import end_early, end_for_silence
from firstfoot.work.engagements.parting import Facts
from firstfoot.work.engagements.queries import part_facts


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: PersonRequest, public_id: str) -> HttpResponse:
    """Say why, what is handed over and which part is to be paid; it is over then, but for the answer about the pay."""
    ws = open_workspace(request, public_id)
    require(ws.standing.party())
    if not ws.is_live:
        raise IllegalTransition("illegal_transition")
    if ws.engagement.is_held and not ws.is_intern:
        raise Conflict("held")
    form = EndForm(
        request.POST if request.method == "POST" else None, engagement=ws.engagement, facts=_facts(ws.engagement)
    )
    if not form.is_valid():
        return work_page(request, ws, "end", "overview", 422 if form.is_bound else 200, form=form)
    data = form.cleaned_data
    end_early(
        engagement_id=ws.engagement.pk, reason=data["reason"], note=data["note"],
        handed_over=data.get("handed_over", ""), part_pay_minor=data.get("part_pay"), actor=request.user,
    )  # fmt: skip
    messages.success(request, _("Ended. The other side is told, with what you wrote."))
    return redirect("work:engagement", public_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def safe_end(request: PersonRequest, public_id: str) -> HttpResponse:
    """End it since no answer came: only what is handed over and the pay are to be said."""
    ws = open_workspace(request, public_id)
    require(ws.standing.party())
    if request.method != "POST" and not may_end_safely(ws):
        raise Http404
    form = SafeEndForm(
        request.POST if request.method == "POST" else None, engagement=ws.engagement, facts=_facts(ws.engagement)
    )
    if not form.is_valid():
        return work_page(request, ws, "safe_end", "overview", 422 if form.is_bound else 200, form=form)
    data = form.cleaned_data
    end_for_silence(
        engagement_id=ws.engagement.pk, handed_over=data.get("handed_over", ""), part_pay_minor=data.get("part_pay"),
        actor=request.user,
    )  # fmt: skip
    messages.success(request, _("Ended safely. The record says that no answer came, and nothing else."))
    return redirect("work:engagement", public_id)


def _facts(engagement: Any) -> Facts | None:
    """What both see of work that is begun and not finished."""
    return part_facts(engagement) if engagement.started_at and engagement.finished_at is None else None

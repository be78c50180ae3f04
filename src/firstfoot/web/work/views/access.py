"""The list of access: what the intern is given, got, and what is taken back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.forms.access import AccessForm, MarkForm
from firstfoot.web.work.words import ACCESS_KINDS
from firstfoot.web.work.workspace import Workspace, open_workspace, work_page
from firstfoot.work.engagements.actions import list_access, mark_access, unlist_access
from firstfoot.work.engagements.actions.access import LISTING
from firstfoot.work.engagements.queries import access_of

_FIELD_OF = {"access_missing": "name", "looks_secret": "name", "listed_already": "name", "list_full": None}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def access(request: PersonRequest, public_id: str) -> HttpResponse:
    """Both sides read it; the host adds to it."""
    ws = open_workspace(request, public_id)
    if request.method != "POST":
        return _page(request, ws)
    require(ws.standing.list_access())
    form = AccessForm(request.POST)
    if form.is_valid():
        try:
            list_access(engagement_id=ws.engagement.pk, actor=request.user, **form.cleaned_data)
        except Conflict as refused:
            if refused.code not in _FIELD_OF:
                raise
            form.add_error(_FIELD_OF[refused.code], reason(refused))
    if not form.is_valid():
        return _page(request, ws, 422, form)
    messages.success(request, _("It stands on the list."))
    return redirect("work:access", public_id)


@login_required
@require_POST
def mark(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """One tap: given, got, taken back, or not after all."""
    ws = open_workspace(request, public_id)
    item = get_object_or_404(access_of(ws.engagement), number=number)
    form = MarkForm(request.POST)
    if not form.is_valid():
        return _page(request, ws, 422)
    mark_access(item_id=item.pk, actor=request.user, mark=form.cleaned_data["mark"], done=form.cleaned_data["done"])
    return redirect("work:closing" if form.cleaned_data["back"] == "closing" else "work:access", public_id)


@login_required
@require_POST
def unlist(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """Take off the list what was never given."""
    ws = open_workspace(request, public_id)
    item = get_object_or_404(access_of(ws.engagement), number=number)
    unlist_access(item_id=item.pk, actor=request.user)
    messages.success(request, _("Taken off the list."))
    return redirect("work:access", public_id)


def access_rows(ws: Workspace) -> list[dict[str, Any]]:
    """Each thing on the list with its words, and what the reader may tap."""
    is_open, lists = ws.engagement.state in LISTING, bool(ws.standing.list_access())
    rows = []
    for item in access_of(ws.engagement):
        back = item.taken_back_at is not None
        rows.append({
            "item": item,
            "kind": ACCESS_KINDS[item.kind],
            "giver": item.giver or ws.engagement.supervisor.name,
            "may_give": is_open and lists and not back,
            "may_get": is_open and ws.is_intern and not back,
            "may_take_back": lists and item.given_at is not None,
            "may_unlist": is_open and lists and item.given_at is None,
        })  # fmt: skip
    return rows


def _page(request: PersonRequest, ws: Workspace, status: int = 200, form: AccessForm | None = None) -> HttpResponse:
    is_open = ws.engagement.state in LISTING and bool(ws.standing.list_access())
    form = form or (AccessForm() if is_open else None)
    return work_page(request, ws, "access", "overview", status, rows=access_rows(ws), form=form)

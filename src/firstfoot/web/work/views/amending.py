"""Changing what is signed: proposing it, saying no, taking it back; what is agreed now, in short."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.projects.brief import content_hash
from firstfoot.web.shared.requests import PersonRequest, whole_number
from firstfoot.web.work.diff import diff_of
from firstfoot.web.work.forms.agreement import DeclineForm
from firstfoot.web.work.forms.terms import TermsForm
from firstfoot.web.work.views.agreement import address_of, agreement_page, both_texts, bounds_of, newest_of
from firstfoot.web.work.words import deliverable_badge
from firstfoot.web.work.workspace import Workspace, open_workspace, work_page
from firstfoot.work.engagements.actions import decline_amendment, propose_amendment, withdraw_amendment
from firstfoot.work.engagements.queries import (
    agreements_of,
    deliverables_of,
    floor_of,
    is_amendment_open,
    standing_terms,
    terms_now,
)
from firstfoot.work.engagements.states import AMENDABLE


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: PersonRequest, public_id: str) -> HttpResponse:
    """Propose to change what both signed; it stands until both sign the change."""
    ws = open_workspace(request, public_id)
    require(ws.standing.sign())
    if ws.engagement.state not in AMENDABLE:
        raise Conflict("not_now")
    if request.method != "POST" and is_amendment_open(ws.engagement):
        return redirect(address_of(ws))
    terms = terms_now(ws.engagement)
    stands = content_hash(terms)
    if request.method != "POST":
        return _form_page(request, ws, TermsForm(terms=terms, initial={"stands": stands}, **bounds_of(ws)))
    form = TermsForm(request.POST, terms=terms, floor_minor=floor_of(ws.engagement), **bounds_of(ws))
    is_older = form.is_bound and form.data.get("stands", "") not in ("", stands)
    if not form.is_valid() and not (form.repeats and is_older):
        return _form_page(request, ws, form, 422)
    data = form.cleaned_data
    try:
        propose_amendment(
            engagement_id=ws.engagement.pk, stands=data["stands"] or stands, changes=form.changes(),
            note=data["note"], actor=request.user,
        )  # fmt: skip
    except Conflict as refused:
        if refused.code not in ("changed", "amendment_open"):
            raise
        standing = newest_of(ws).terms if refused.code == "amendment_open" else terms
        return both_texts(request, standing, form)
    messages.success(request, _("Proposed. What you both signed stands until both sign the change."))
    return redirect(address_of(ws))


@login_required
@require_POST
def decline(request: PersonRequest, public_id: str) -> HttpResponse:
    """No to the other side's change; a word why reaches them."""
    ws = open_workspace(request, public_id)
    form = DeclineForm(request.POST)
    version = _as_read(request, ws)
    if not form.is_valid():
        return agreement_page(request, ws, wanted=str(version.number), status=422, no=form)
    decline_amendment(agreement_id=version.pk, note=form.cleaned_data["note"], actor=request.user)
    messages.success(request, _("You said no. What you both signed stands."))
    return redirect(address_of(ws))


@login_required
@require_POST
def withdraw(request: PersonRequest, public_id: str) -> HttpResponse:
    """Take one's own side's change back."""
    ws = open_workspace(request, public_id)
    withdraw_amendment(agreement_id=_as_read(request, ws).pk, actor=request.user)
    messages.success(request, _("Taken back. What you both signed stands."))
    return redirect("work:agreement", public_id)


@login_required
@require_safe
def scope(request: PersonRequest, public_id: str) -> HttpResponse:
    """What is to be done, what is not, by when and by what it is good; first what changed since it was signed."""
    ws = open_workspace(request, public_id)
    engagement = ws.engagement
    signed = [v for v in agreements_of(engagement) if v.state in ("signed", "superseded")]
    terms = terms_now(engagement) if signed else standing_terms(engagement)
    context: dict[str, Any] = {
        "terms": terms,
        "signed": signed,
        "changed": diff_of(signed[0].terms, terms) if signed else [],
        "results": [{"thing": d, "badge": deliverable_badge(d, engagement)} for d in deliverables_of(engagement)],
        "may_amend": bool(signed) and engagement.state in AMENDABLE and bool(ws.standing.sign()),
    }
    return work_page(request, ws, "scope", "scope", **context)


def _as_read(request: PersonRequest, ws: Workspace) -> Any:
    """The newest version; Conflict("other_version") when it is not the one that the press was about."""
    require(ws.standing.sign())
    version = newest_of(ws)
    if whole_number(request.POST.get("number", "")) not in (None, version.number):
        raise Conflict("other_version")
    return version


def _form_page(request: PersonRequest, ws: Workspace, form: TermsForm, status: int = 200) -> HttpResponse:
    return work_page(request, ws, "counter", "agreement", status, form=form, version=newest_of(ws), amends=True)

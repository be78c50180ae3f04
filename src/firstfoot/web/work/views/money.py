"""The pay of one engagement: what is promised, due, sent and received, as both sides record it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.web.shared.paper import on_paper
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.forms.money import (
    AnswerForm,
    FundForm,
    PaidForm,
    PartDueForm,
    ReceivedForm,
    TaxFormForm,
    WriteOffForm,
)
from firstfoot.web.work.money import forms_for, money_context
from firstfoot.web.work.workspace import Workspace, open_workspace, work_page
from firstfoot.work.engagements.queries import deliverables_of, standing_agreement
from firstfoot.work.payments import actions
from firstfoot.work.payments.queries import entries_of, stipend_of

# A refusal that is about what was typed stands at its field.
_FIELDS = {
    "day_ahead": "day", "more_than_due": "amount", "more_than_there": "amount", "amount_missing": "amount",
    "reference_missing": "reference", "looks_like_number": "place", "not_accepted": "result",
}  # fmt: skip


@login_required
@require_safe
def money(request: PersonRequest, public_id: str) -> HttpResponse:
    """Every dated entry, what is open, and what each side may record next."""
    return _page(request, open_workspace(request, public_id))


@login_required
@require_POST
def paid(request: PersonRequest, public_id: str) -> HttpResponse:
    """The host says that it paid, all or a part."""
    ws = open_workspace(request, public_id)
    require(ws.standing.pay())
    form = PaidForm(request.POST, prefix="paid", currency=ws.engagement.currency)
    return _record(request, ws, "paid", form, lambda data: actions.release_pay(
        engagement_id=ws.engagement.pk, amount_minor=data["amount"], on=data["day"], reference=data["reference"],
        key=data["key"], actor=request.user,
    ))  # fmt: skip


@login_required
@require_POST
def received(request: PersonRequest, public_id: str) -> HttpResponse:
    """The intern says that it arrived, all or a part."""
    ws = open_workspace(request, public_id)
    require(ws.standing.intern())
    form = ReceivedForm(request.POST, prefix="received", currency=ws.engagement.currency)
    return _record(request, ws, "received", form, lambda data: actions.confirm_received(
        engagement_id=ws.engagement.pk, amount_minor=data["amount"], on=data["day"], key=data["key"],
        actor=request.user,
    ))  # fmt: skip


@login_required
@require_POST
def not_received(request: PersonRequest, public_id: str) -> HttpResponse:
    """The intern says that what is on its way did not arrive."""
    ws = open_workspace(request, public_id)
    require(ws.standing.intern())
    actions.report_not_received(
        engagement_id=ws.engagement.pk, key=request.POST.get("key", "")[:64], actor=request.user
    )
    messages.success(request, _("Noted. %(who)s is told that it is due again.") % {"who": ws.other})
    return redirect("work:money", public_id)


@login_required
@require_POST
def fund(request: PersonRequest, public_id: str) -> HttpResponse:
    """The host says that an amount is set aside."""
    ws = open_workspace(request, public_id)
    require(ws.standing.pay())
    form = FundForm(request.POST, prefix="fund", currency=ws.engagement.currency)
    return _record(request, ws, "fund", form, lambda data: actions.fund_stipend(
        engagement_id=ws.engagement.pk, amount_minor=data["amount"], on=data["day"], reference=data["reference"],
        key=data["key"], actor=request.user,
    ))  # fmt: skip


@login_required
@require_POST
def part_due(request: PersonRequest, public_id: str) -> HttpResponse:
    """The host lets a part be due for one accepted result."""
    ws = open_workspace(request, public_id)
    require(ws.standing.pay())
    accepted = [one for one in deliverables_of(ws.engagement) if one.state == "accepted"]
    form = PartDueForm(request.POST, prefix="part", currency=ws.engagement.currency, results=accepted)
    return _record(request, ws, "part", form, lambda data: actions.make_part_due(
        engagement_id=ws.engagement.pk, result=data["result"], amount_minor=data["amount"], key=data["key"],
        actor=request.user,
    ))  # fmt: skip


@login_required
@require_POST
def write_off(request: PersonRequest, public_id: str) -> HttpResponse:
    """The host asks to write an amount off."""
    ws = open_workspace(request, public_id)
    require(ws.standing.pay())
    form = WriteOffForm(request.POST, prefix="off", currency=ws.engagement.currency)
    return _record(request, ws, "off", form, lambda data: actions.ask_write_off(
        engagement_id=ws.engagement.pk, amount_minor=data["amount"], reason=data["reason"], note=data["note"],
        actor=request.user,
    ))  # fmt: skip


@login_required
@require_POST
def write_off_answer(request: PersonRequest, public_id: str) -> HttpResponse:
    """The intern agrees, or does not."""
    ws = open_workspace(request, public_id)
    require(ws.standing.intern())
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, ws, 422)
    data = form.cleaned_data
    actions.answer_write_off(
        engagement_id=ws.engagement.pk, agree=data["answer"] == "agree", seen=data["seen"], actor=request.user
    )
    messages.success(request, _("Noted. %(who)s is told.") % {"who": ws.other})
    return redirect("work:money", public_id)


@login_required
@require_POST
def take_back(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """One's own side's wrong entry is followed by its contrary."""
    ws = open_workspace(request, public_id)
    stipend = stipend_of(ws.engagement)
    if stipend is None or not entries_of(stipend).filter(number=number).exists():
        raise Http404
    actions.take_entry_back(engagement_id=ws.engagement.pk, number=number, actor=request.user)
    messages.success(request, _("Taken back. Both entries stay on the list."))
    return redirect("work:money", public_id)


@login_required
@require_POST
def tax_form(request: PersonRequest, public_id: str) -> HttpResponse:
    """The host notes since when and where it has the tax form."""
    ws = open_workspace(request, public_id)
    require(ws.standing.pay())
    form = TaxFormForm(request.POST, prefix="tax")
    return _record(request, ws, "tax_note", form, lambda data: actions.note_tax_form(
        engagement_id=ws.engagement.pk, filed_on=data["day"], place=data["place"], actor=request.user
    ))  # fmt: skip


@login_required
@require_safe
def receipt(request: PersonRequest, public_id: str) -> HttpResponse:
    """What arrived, on one page for both sides' papers."""
    ws = open_workspace(request, public_id)
    stipend = stipend_of(ws.engagement)
    if stipend is None or not stipend.received_minor:
        raise Http404
    standing = [one for one in entries_of(stipend) if getattr(one, "reversal", None) is None]
    context: dict[str, Any] = {
        "stipend": stipend,
        "arrived": [one for one in standing if one.kind == "received"],
        "sent": [one for one in standing if one.kind in {"released", "part_paid"}],
        "agreement": standing_agreement(ws.engagement),
        "today": clock.today(request.user.zone),
    }
    return work_page(request, ws, "receipt", "money", **context)


receipt_pdf = on_paper(receipt)


def _record(
    request: PersonRequest, ws: Workspace, name: str, form: Any, act: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    """Record what a valid form says, or show the page with what is wrong at its field."""
    if form.is_valid():
        try:
            act(form.cleaned_data)
        except Conflict as refused:
            field = _FIELDS.get(refused.code)
            if field not in form.fields:
                raise
            form.add_error(field, reason(refused))
    if form.errors:
        return _page(request, ws, 422, **{f"{name}_form": form, "form": form})
    messages.success(request, _("Noted."))
    return redirect("work:money", ws.engagement.public_id)


def _page(request: PersonRequest, ws: Workspace, status: int = 200, **forms: Any) -> HttpResponse:
    stipend = stipend_of(ws.engagement)
    context = {**money_context(ws, stipend, request.user), **forms_for(ws, stipend, request.user), **forms}
    return work_page(request, ws, "money", "money", status, **context)

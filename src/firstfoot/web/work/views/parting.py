"""The pay after an early end: what was said, and the answer of whoever's turn it is."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.forms.parting import PartPayForm
from firstfoot.web.work.parting import part_pay_context
from firstfoot.web.work.workspace import Workspace, open_workspace, seen_in, work_page
from firstfoot.work.payments.actions import answer_part_pay

_AT_THE_FIELD = ("part_pay_too_much", "part_pay_too_little")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def part_pay(request: PersonRequest, public_id: str) -> HttpResponse:
    """Agree to the amount that was read, or name another one and say why."""
    ws = open_workspace(request, public_id)
    context = part_pay_context(ws)
    if not context:
        raise Http404
    if request.method != "POST":
        return _page(request, ws, context)
    require(ws.standing.party())
    if "agree" in request.POST:
        said = {"amount_minor": context["part"].offered_minor, "note": "", "seen": seen_in(request)}
        return _answer(request, ws, context, said, None)
    form = PartPayForm(request.POST, currency=ws.engagement.currency)
    if not form.is_valid():
        return _page(request, ws, context, 422, form=form)
    data = form.cleaned_data
    said = {"amount_minor": data["amount"], "note": data["note"], "seen": data["seen"]}
    return _answer(request, ws, context, said, form)


def _answer(
    request: PersonRequest, ws: Workspace, context: dict[str, Any], said: dict[str, Any], form: PartPayForm | None
) -> HttpResponse:
    try:
        part = answer_part_pay(engagement_id=ws.engagement.pk, actor=request.user, **said)
    except Conflict as refused:
        if form is None or refused.code not in _AT_THE_FIELD:
            raise
        form.add_error("amount", reason(refused))
        return _page(request, ws, context, 422, form=form)
    if part.is_open:
        messages.success(request, _("Said. %(who)s answers next.") % {"who": ws.other})
    else:
        messages.success(request, _("You both say the same now. It is due."))
    return redirect("work:part_pay", ws.engagement.public_id)


def _page(
    request: PersonRequest, ws: Workspace, context: dict[str, Any], status: int = 200, **forms: Any
) -> HttpResponse:
    if context["part_mine"] and "form" not in forms:
        part = context["part"]
        own = part.said_by(ws.side)
        initial = {"seen": part.version, "amount": part.facts.part_minor if own is None else own}
        forms["form"] = PartPayForm(currency=part.currency, initial=initial)
    return work_page(request, ws, "part_pay", "money", status, **context, **forms)

"""What a steward does with a case: take it, hand it on, decide it, answer its appeal."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from firstfoot.foundation.accounts.queries import stewards
from firstfoot.kernel.errors import Conflict
from firstfoot.market.moderation.actions import answer_appeal, decide_case, hand_on_case, open_evidence, take_case
from firstfoot.market.moderation.states import DECISIONS, CaseKind
from firstfoot.web.shared.requests import PersonRequest, whole_number
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.cases import AnswerForm, CaseForm, HandOnForm
from firstfoot.web.stewards.views.cases import case_page, found_case, others


@steward_required
@require_POST
def take(request: PersonRequest, public_id: str) -> HttpResponse:
    """It is mine to look at."""
    found = found_case(request, public_id)
    take_case(case_id=found.pk, actor=request.user, seen=whole_number(request.POST.get("seen", "")))
    messages.success(request, _("It is yours now."))
    return redirect("stewards:case", public_id)


@steward_required
@require_POST
def hand_on(request: PersonRequest, public_id: str) -> HttpResponse:
    """Somebody else looks at it."""
    found = found_case(request, public_id)
    form = HandOnForm(request.POST, stewards=others(request), auto_id="hand_%s")
    if not form.is_valid():
        return case_page(request, found, 422, hand_on=form)
    to = stewards().get(public_id=form.cleaned_data["to"])
    hand_on_case(case_id=found.pk, to=to, actor=request.user, seen=form.cleaned_data["seen"])
    messages.success(request, _("%(name)s looks at it from now on.") % {"name": to.name})
    return redirect("stewards:case", public_id)


@steward_required
@require_POST
def open_kept(request: PersonRequest, public_id: str) -> HttpResponse:
    """Read what was kept of a reported message; that I did goes on record."""
    found = found_case(request, public_id)
    open_evidence(case_id=found.pk, actor=request.user)
    return redirect("stewards:case", public_id)


@steward_required
@require_POST
def decide(request: PersonRequest, public_id: str) -> HttpResponse:
    """Release, return, close or suspend."""
    found = found_case(request, public_id)
    form = CaseForm(request.POST, decisions=DECISIONS[CaseKind(found.kind)])
    if not form.is_valid():
        return case_page(request, found, 422, form=form)
    try:
        decide_case(case_id=found.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refused:
        return _changed(request, found, refused, form.cleaned_data["reason"])
    messages.success(request, _("Decided."))
    return redirect("stewards:cases")


@steward_required
@require_POST
def answer(request: PersonRequest, public_id: str) -> HttpResponse:
    """Grant the appeal or turn it down."""
    found = found_case(request, public_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return case_page(request, found, 422, answer_form=form)
    data: dict[str, Any] = {name: form.cleaned_data[name] for name in ("reason", "seen")}
    is_granted = form.cleaned_data["granted"] == "yes"
    try:
        answer_appeal(case_id=found.pk, is_granted=is_granted, actor=request.user, **data)
    except Conflict as refused:
        return _changed(request, found, refused, form.cleaned_data["reason"])
    messages.success(request, _("Answered. The host hears it by mail."))
    return redirect("stewards:cases")


def _changed(request: PersonRequest, found: Any, refused: Conflict, mine: str) -> HttpResponse:
    """409 with both texts when somebody was faster; other refusals say themselves."""
    if refused.code != "changed":
        raise refused
    theirs = _("This case was changed after you opened it. Read it again, then decide.")
    return conflict(request, mine, theirs, reverse("stewards:case", args=[found.public_id]))

"""Pay after an early end that the two sides did not settle in time: the third party reads the record and sets it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.web.shared.part_words import shown_words
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.part_pay import PartPayForm
from firstfoot.work.engagements.queries import part_pays_left
from firstfoot.work.payments.actions import bounds_of, decide_part_pay
from firstfoot.work.payments.queries import stipend_of

PAGE = 25


@steward_required
@require_safe
def part_pays(request: PersonRequest) -> HttpResponse:
    """Those that wait, the longest first."""
    page = Paginator(part_pays_left(request.user, clock.now()), PAGE).get_page(request.GET.get("page"))
    return render(request, "stewards/part_pays.html", {"page": page})


@steward_required
@require_http_methods(["GET", "HEAD", "POST"])
def part_pay(request: PersonRequest, public_id: str) -> HttpResponse:
    """What each side said and what the facts show; set an amount between the two, with a reason."""
    found = get_object_or_404(part_pays_left(request.user, clock.now()), public_id=public_id)
    if request.method != "POST":
        initial = {"seen": found.version, "amount": found.offered_minor}
        return _show(request, found, PartPayForm(currency=found.currency, initial=initial))
    form = PartPayForm(request.POST, currency=found.currency)
    if not form.is_valid():
        return _show(request, found, form, 422)
    data = form.cleaned_data
    try:
        decide_part_pay(
            engagement_id=found.engagement_id, amount_minor=data["amount"], reason=data["reason"], seen=data["seen"],
            actor=request.user,
        )  # fmt: skip
    except Conflict as refused:
        if refused.code != "not_between":
            raise
        form.add_error("amount", reason(refused))
        return _show(request, found, form, 422)
    messages.success(request, _("Set on the record. Both sides are told, and read your reason."))
    return redirect("stewards:part_pays")


def _show(request: PersonRequest, found: Any, form: PartPayForm, status: int = 200) -> HttpResponse:
    low, high = bounds_of(found, stipend_of(found.engagement))
    context = {
        "part": found, "engagement": found.engagement, "shown": shown_words(found.facts, found.currency),
        "low": found.money(low), "high": found.money(high), "form": form, "words": list(found.words.all()),
        "by_host": None if found.by_host_minor is None else found.money(found.by_host_minor),
        "by_intern": None if found.by_intern_minor is None else found.money(found.by_intern_minor),
    }  # fmt: skip
    return render(request, "stewards/part_pay.html", context, status=status)

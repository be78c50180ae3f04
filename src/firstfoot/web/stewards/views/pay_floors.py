"""The table of floors of pay, which stewards keep."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.market.fairpay.actions import set_pay_floor, withdraw_pay_floor
from firstfoot.market.fairpay.queries import pay_floors
from firstfoot.web.shared.organization_words import country_name
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.pay_floors import PayFloorForm


@steward_required
@require_http_methods(["GET", "HEAD", "POST"])
def floors(request: PersonRequest) -> HttpResponse:
    """The table, and one more row for it."""
    today = clock.today(request.user.zone)
    if request.method != "POST":
        return _show(request, today, PayFloorForm(initial={"from_on": today}))
    form = PayFloorForm(request.POST)
    if form.is_valid():
        try:
            floor = set_pay_floor(actor=request.user, **form.values())
        except Conflict as refused:
            if refused.code != "floor_stands":
                raise
            form.add_error("from_on", _("This country has a floor from that day already. Withdraw it first."))
        else:
            messages.success(request, _("The floor for %(country)s stands.") % {"country": country_name(floor.country)})
            return redirect("stewards:pay_floors")
    return _show(request, today, form, status=422)


@steward_required
@require_POST
def withdraw(request: PersonRequest, public_id: str) -> HttpResponse:
    """Take a row back; the one before it counts again."""
    found = get_object_or_404(pay_floors(), public_id=public_id)
    withdraw_pay_floor(floor_id=found.pk, actor=request.user)
    messages.success(request, _("Withdrawn. The row before it counts again."))
    return redirect("stewards:pay_floors")


def _show(request: PersonRequest, today: date, form: PayFloorForm, status: int = 200) -> HttpResponse:
    countries = [
        (country_name(country), _standing(list(rows), today))
        for country, rows in groupby(pay_floors(), key=lambda row: row.country)
    ]
    context = {"countries": sorted(countries, key=lambda pair: pair[0]), "form": form}
    return render(request, "stewards/pay_floors.html", context, status=status)


def _standing(rows: list[Any], today: date) -> list[tuple[Any, str]]:
    """Each row of one country with "coming", "now" or "past"; the newest that has begun counts for its currency."""
    counted = set[str]()
    found = list[tuple[Any, str]]()
    for row in rows:
        if row.from_on > today:
            found.append((row, "coming"))
        else:
            found.append((row, "past" if row.currency in counted else "now"))
            counted.add(row.currency)
    return found

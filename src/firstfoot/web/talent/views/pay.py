"""What the reader is paid: open, on its way, arrived; and for the year."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from firstfoot.kernel import clock
from firstfoot.web.shared.pay_lists import pay_list, year_table
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.spreadsheet import csv_file
from firstfoot.work.payments.queries import stipends_of_payee


@login_required
@require_safe
def pay(request: PersonRequest) -> HttpResponse:
    """Every stipend of the reader's own, the open ones first."""
    found = pay_list(request, stipends_of_payee(request.user), clock.today(request.user.zone))
    return render(request, "talent/pay.html", found)


@login_required
@require_safe
def year(request: PersonRequest, number: int) -> HttpResponse:
    """What arrived from whom in one calendar year."""
    rows = year_table(stipends_of_payee(request.user), number, nobody=_("A former member"))
    return csv_file(f"received-{number}.csv", rows)

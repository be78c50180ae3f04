"""What the reader's organizations pay: open and overdue, for payroll, and for the year."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from firstfoot.kernel import clock
from firstfoot.web.shared.pay_lists import pay_lines, pay_list, year_table
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.spreadsheet import csv_file
from firstfoot.work.payments.payroll import ADAPTERS
from firstfoot.work.payments.queries import organizations_paying, stipends_paid_by


@login_required
@require_safe
def pay(request: PersonRequest) -> HttpResponse:
    """Every stipend of the organizations the reader recruits for, the open ones first."""
    found = pay_list(request, stipends_paid_by(request.user), clock.today(request.user.zone))
    return render(request, "hosts/pay.html", {**found, "recruits": organizations_paying(request.user).exists()})


@login_required
@require_safe
def payroll(request: PersonRequest, adapter: str) -> HttpResponse:
    """What is to be paid now, as one payroll program reads it."""
    if adapter not in ADAPTERS:
        raise Http404
    chosen = ADAPTERS[adapter]
    return csv_file(chosen.file_name, chosen.table(pay_lines(stipends_paid_by(request.user))))


@login_required
@require_safe
def year(request: PersonRequest, number: int) -> HttpResponse:
    """What was paid to whom in one calendar year."""
    rows = year_table(stipends_paid_by(request.user), number, nobody=_("A former member"))
    return csv_file(f"paid-{number}.csv", rows)

"""The lists of stipends that payers and payees have, and what they take along for the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from firstfoot.kernel import clock
from firstfoot.kernel.money import Money
from firstfoot.web.shared.pay_words import stands
from firstfoot.work.payments.payroll import PayLine, decimal_text
from firstfoot.work.payments.queries import (
    due_soonest,
    due_totals,
    open_first,
    tax_forms_of,
    totals_of_year,
    years_with_pay,
)

ON_A_PAGE = 25


def pay_list(request: HttpRequest, stipends: Any, today: Any) -> dict[str, Any]:
    """One page of stipends, the open ones first, with what is due in all, by currency, and the years there are."""
    page = Paginator(open_first(stipends), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [{"stipend": one, "stands": stands(one, today)} for one in page.object_list]
    totals = [
        {"due": Money(row["amount"], row["currency"]), "overdue": row["overdue"], "count": row["count"]}
        for row in due_totals(stipends, today)
    ]
    return {"page": page, "rows": rows, "totals": totals, "years": years_with_pay(stipends)}


def pay_lines(stipends: Any) -> Iterator[PayLine]:
    """What is to be paid, the longest overdue first."""
    due, forms = due_soonest(stipends), tax_forms_of(stipends)
    for one in due:
        form = forms.get((one.organization_id, one.payee_id))
        due_on = one.due_on or clock.today(one.organization.zone)
        yield PayLine(
            stipend=one.public_id, payer=one.organization.name, payee=one.payee.formal_name, email=one.payee.email,
            project=one.engagement.title, minor=one.due_minor, currency=one.currency, due_on=due_on,
            is_overdue=due_on < clock.today(one.organization.zone),
            tax_form=f"{form.filed_on.isoformat()}, {form.place}" if form else "",
        )  # fmt: skip


def year_table(stipends: Any, year: int, *, nobody: str) -> Iterable[Sequence[Any]]:
    """What was paid and what arrived in a calendar year, one row for each payer, payee and currency."""
    forms = tax_forms_of(stipends)
    yield ("year", "payer", "payee", "currency", "paid", "arrived", "last_entry_on", "tax_form_on_file")
    for row in totals_of_year(stipends, year):
        form = forms.get((row["stipend__organization"], row["stipend__payee"]))
        currency = row["stipend__currency"]
        yield (
            year, row["stipend__organization__name"],
            row["stipend__payee__legal_name"] or row["stipend__payee__chosen_name"] or nobody, currency,
            decimal_text(row["paid"], currency), decimal_text(row["arrived"], currency), row["last_on"].isoformat(),
            f"{form.filed_on.isoformat()}, {form.place}" if form else "",
        )  # fmt: skip

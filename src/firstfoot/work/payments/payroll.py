"""Handing over to payroll: an adapter turns what is due into the table that one payroll program reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from firstfoot.kernel.money import digits_of


@dataclass(frozen=True, slots=True)
class PayLine:
    """One payment to make: plain data, so that an adapter knows no table of ours."""

    stipend: str  # public id
    payer: str
    payee: str  # the name for agreements
    email: str
    project: str
    minor: int
    currency: str
    due_on: date
    is_overdue: bool
    tax_form: str  # "2026-03-04, personnel folder"; empty when none is on file

    @property
    def amount(self) -> str:
        """In whole units with a point, as payroll programs read it."""
        return decimal_text(self.minor, self.currency)


class PayrollAdapter(Protocol):
    """What a payroll program needs: a code for the address, a file name, and the table with its first row of names."""

    code: str
    file_name: str

    def table(self, lines: Iterable[PayLine]) -> Iterable[Sequence[str | int]]: ...


class PlainCsv:
    """One row a payment; the page that hands it out keeps spreadsheets from reading formulas in it."""

    code = "csv"
    file_name = "payroll.csv"

    def table(self, lines: Iterable[PayLine]) -> Iterable[Sequence[str | int]]:
        yield (
            "stipend", "payer", "payee", "email", "project", "amount", "currency", "due_on", "overdue",
            "tax_form_on_file",
        )  # fmt: skip
        for line in lines:
            yield (
                line.stipend, line.payer, line.payee, line.email, line.project, line.amount, line.currency,
                line.due_on.isoformat(), "yes" if line.is_overdue else "no", line.tax_form,
            )  # fmt: skip


ADAPTERS: dict[str, PayrollAdapter] = {adapter.code: adapter for adapter in (PlainCsv(),)}


def decimal_text(minor: int, currency: str) -> str:
    """An amount in whole units with a point and no currency.

    >>> decimal_text(36050, "USD"), decimal_text(-500, "JPY")
    ('360.50', '-500')
    """
    digits = digits_of(currency)
    whole, rest = divmod(abs(minor), 10**digits)
    return ("-" if minor < 0 else "") + (f"{whole}.{rest:0{digits}}" if digits else str(whole))

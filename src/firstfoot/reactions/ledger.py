"""Counting the open ledger by night, and reading it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from django.conf import settings
from django.db import transaction

from firstfoot.insights.funnel import Funnel, funnel_of_year, years_of_applications
from firstfoot.insights.ledger import figures_of_year
from firstfoot.kernel import clock
from firstfoot.reactions.models import LedgerYear


def is_ledger_open() -> bool:
    """Whether this installation shows its ledger to everybody."""
    return bool(settings.OPEN_LEDGER)


def years_told() -> list[LedgerYear]:
    """The years that were counted and of which there is something to say, the newest first."""
    return [one for one in LedgerYear.objects.order_by("-year")[:20] if any(one.figures.values())]


def funnel_counted(year: int) -> Funnel:
    """How far the applications of a year got, as counted last night; counted now when no night has passed over it."""
    row = LedgerYear.objects.filter(year=year).first()
    return Funnel(**row.funnel) if row is not None and row.funnel else funnel_of_year(year)


@transaction.atomic
def count_ledger(today: date) -> list[int]:
    """Count this year anew, the last one until its end is a month ago, earlier ones once; which years were counted."""
    known = set(LedgerYear.objects.exclude(funnel={}).values_list("year", flat=True))
    years = {today.year, *([today.year - 1] if today.month == 1 else [])}
    years |= {today.year - 1, *years_of_applications()} - known
    for year in sorted(years, reverse=True):
        found = {"figures": figures_of_year(year), "funnel": asdict(funnel_of_year(year)), "counted_at": clock.now()}
        LedgerYear.objects.update_or_create(year=year, defaults=found)
    return sorted(years, reverse=True)

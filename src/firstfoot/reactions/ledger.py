"""Counting the open ledger by night, and reading it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction

from firstfoot.insights.ledger import figures_of_year
from firstfoot.kernel import clock
from firstfoot.reactions.models import LedgerYear


def is_ledger_open() -> bool:
    """Whether this installation shows its ledger to everybody."""
    return bool(settings.OPEN_LEDGER)


def years_told() -> list[LedgerYear]:
    """The years that were counted and of which there is something to say, the newest first."""
    return [one for one in LedgerYear.objects.order_by("-year")[:20] if any(one.figures.values())]


@transaction.atomic
def count_ledger(today: date) -> list[int]:
    """Count this year anew, the last one until its end is a month ago; which years were counted."""
    years = [today.year]
    if today.month == 1 or not LedgerYear.objects.filter(year=today.year - 1).exists():
        years.append(today.year - 1)
    for year in years:
        LedgerYear.objects.update_or_create(
            year=year, defaults={"figures": figures_of_year(year), "counted_at": clock.now()}
        )
    return years

"""Counting the stewards' figures by night, month by month, and reading them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import transaction

from firstfoot.insights.figures import KINDS, Figure, Figures, Kind, figures_of
from firstfoot.kernel import clock
from firstfoot.market.projects.models import Project
from firstfoot.reactions.models import FiguresMonth

AGAIN = 3  # the latest months are counted each night: pay arrives late, and answers change them
KEPT = 36  # further back than so many months nothing is counted
BY_MONTH = [code for code in KINDS if code != "came_of_it"]  # few answer in a month, and one may answer in several


@dataclass(frozen=True, slots=True)
class Month:
    """One month as it was counted."""

    first: date
    counted_at: datetime
    figures: Figures


@transaction.atomic
def count_months(today: date) -> list[str]:
    """Count the latest months anew, and those before them once, back to the first project; which were counted."""
    first = Project.objects.filter(published_at__isnull=False).order_by("published_at").first()
    began = month_of(first.published_at.date()) if first and first.published_at else month_of(today)
    known = set(FiguresMonth.objects.values_list("month", flat=True))
    asked = [back(month_of(today), n) for n in range(KEPT)]
    months = [month for n, month in enumerate(asked) if month >= began and (n < AGAIN or month not in known)]
    for month in months:
        found = figures_of(_moment(month), _moment(back(month, -1)))
        figures = {code: [found[code].part, found[code].of, found[code].behind] for code in BY_MONTH}
        FiguresMonth.objects.update_or_create(month=month, defaults={"figures": figures, "counted_at": clock.now()})
    return [f"{month:%Y-%m}" for month in months]


def months_of(year: int) -> list[Month]:
    """The months of a year that were counted, the first one first."""
    rows = FiguresMonth.objects.filter(month__year=year).order_by("month")
    return [Month(row.month, row.counted_at, _figures(row.figures)) for row in rows]


def together(months: Iterable[Figures]) -> Figures:
    """Counts and shares of several months as of one time; the medians of months cannot be added, so none of them."""
    total: Figures = {}
    for figures in months:
        for code, figure in figures.items():
            if KINDS[code] is not Kind.DAYS:
                total[code] = total[code] + figure if code in total else figure
    return total


def _figures(stored: dict[str, list[float]]) -> Figures:
    return {code: Figure(stored[code][0], stored[code][1], int(stored[code][2])) for code in BY_MONTH if code in stored}


def month_of(day: date) -> date:
    return day.replace(day=1)


def back(month: date, months: int) -> date:
    """The first day of the month so many before; a negative number goes on.

    >>> back(date(2026, 1, 1), 1), back(date(2026, 12, 1), -1)
    (datetime.date(2025, 12, 1), datetime.date(2027, 1, 1))
    """
    years, left = divmod(month.year * 12 + month.month - 1 - months, 12)
    return date(years, left + 1, 1)


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)

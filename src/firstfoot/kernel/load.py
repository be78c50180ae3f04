"""A person's week: how many hours several stretches of work add up to, and where a new one does not fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Stretch:
    """Work of so many hours in all, from the first to the last day, spread evenly."""

    first_on: date
    last_on: date
    hours: int


@dataclass(frozen=True, slots=True)
class FullWeek:
    """A week, by its Monday, that holds more hours than a person has; rounded to whole hours."""

    monday: date
    hours: int


def hours_by_week(stretches: Iterable[Stretch]) -> dict[date, float]:
    """Monday -> hours of that week.

    >>> hours_by_week([Stretch(date(2026, 3, 4), date(2026, 3, 11), 16)])
    {datetime.date(2026, 3, 2): 10.0, datetime.date(2026, 3, 9): 6.0}
    """
    weeks: defaultdict[date, float] = defaultdict(float)
    for stretch in stretches:
        days = (stretch.last_on - stretch.first_on).days + 1
        for number in range(days):
            day = stretch.first_on + timedelta(days=number)
            weeks[day - timedelta(days=day.weekday())] += stretch.hours / days
    return dict(weeks)


def full_weeks(known: Iterable[Stretch], new: Stretch, hours_a_week: int) -> list[FullWeek]:
    """The weeks of the new stretch in which it and what is known are more than a person has time for.

    A new stretch that alone asks for more is named too; a week that the new one does not touch is not.
    """
    mine, together = hours_by_week([new]), hours_by_week([*known, new])
    full = [monday for monday in mine if round(together[monday], 6) > hours_a_week]
    return [FullWeek(monday, round(together[monday])) for monday in sorted(full)]


def days_shared(new: Stretch, spans: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """The parts of the spans (first and last day) that fall into the stretch.

    >>> days_shared(Stretch(date(2026, 3, 4), date(2026, 3, 11), 16), [(date(2026, 3, 1), date(2026, 3, 5))])
    [(datetime.date(2026, 3, 4), datetime.date(2026, 3, 5))]
    """
    shared = ((max(first, new.first_on), min(last, new.last_on)) for first, last in spans)
    return [(first, last) for first, last in shared if first <= last]

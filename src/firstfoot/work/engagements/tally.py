"""What a log of hours comes to: in all, week by week, and for each hour; plain data in, plain data out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

TALK_FROM = 115  # percent of the agreed hours, from which on the two must talk


@dataclass(frozen=True, slots=True)
class Week:
    """One week, by its Monday, with more than its share."""

    monday: date
    minutes: int
    over: int  # minutes above the cap


@dataclass(frozen=True, slots=True)
class Tally:
    """Minutes are whole; rates are minor units for one hour, rounded down."""

    minutes: int
    agreed: int
    cap: int  # minutes in one week, when the agreed hours are spread evenly
    over: tuple[Week, ...]  # the weeks above the cap
    rate_agreed: int
    rate_now: int | None  # the whole pay for the hours so far; none before the first

    @property
    def percent(self) -> int:
        return self.minutes * 100 // self.agreed

    @property
    def needs_talk(self) -> bool:
        return self.percent >= TALK_FROM


def tally(rows: Iterable[tuple[date, int]], *, hours: int, pay_minor: int, first: date, last: date) -> Tally:
    """Count rows of (day, minutes) against what was agreed.

    >>> day = date(2026, 6, 1)
    >>> tally([(day, 600)], hours=20, pay_minor=40000, first=day, last=day + timedelta(days=13)).over
    ()
    """
    by_week: Counter[date] = Counter()
    for day, minutes in rows:
        by_week[day - timedelta(days=day.weekday())] += minutes
    worked, agreed = by_week.total(), max(hours, 1) * 60
    weeks = max(-(-((last - first).days + 1) // 7), 1)
    cap = -(-agreed // weeks)
    over = tuple(Week(monday, n, n - cap) for monday, n in sorted(by_week.items()) if n > cap)
    now = pay_minor * 60 // worked if worked else None
    return Tally(worked, agreed, cap, over, pay_minor * 60 // agreed, now)

"""Dates for a project: to apply, to begin and for each result, none on a day that either side is away."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from firstfoot.kernel.workdays import Workdays
from firstfoot.market.projects.dates import CHOOSE_IN, START_WITHIN, monday
from firstfoot.market.projects.scope.deliverable_rules import LATE_SHARE

WORKDAYS_TO_CHOOSE = 4  # of the organization and the supervisor, between the deadline and the start
BACK_MOST = 3  # days by which a due day comes forward to stay before a weekend
STARTS_TRIED = 13  # Mondays, one after another
LONGEST_SEARCH = 400  # days; who is away for longer than a year has no better day

type Test = Callable[[date], bool]
type Layout = tuple[date, int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Plan:
    """`due_days` count from the first day as those of a brief do; `ends` is the last due date."""

    apply_by: date
    start_from: date
    start_until: date
    weeks: int
    due_days: tuple[int, ...]

    @property
    def ends(self) -> date:
        return self.start_from + timedelta(days=max(self.due_days, default=self.weeks * 7) - 1)


def plan(*, today: date, apply_in: int, weeks: int, due_days: tuple[int, ...], calendars: tuple[Workdays, ...]) -> Plan:
    """The soonest good plan: due days are given for `weeks`, and wait while somebody is away.

    A start before a long absence, with the work cut in two, yields to one after it.
    """
    is_open: Test = lambda day: all(calendar.is_workday(day) for calendar in calendars)  # noqa: E731
    is_there: Test = lambda day: not any(calendar.is_away(day) for calendar in calendars)  # noqa: E731
    apply_by = today + timedelta(days=apply_in)
    soonest = monday(_chosen(apply_by, is_open))
    starts = dict.fromkeys(_next(soonest + timedelta(weeks=n), is_open) for n in range(STARTS_TRIED))
    best: tuple[int, Layout] | None = None
    for start in starts:
        laid = _laid_out(start, weeks, due_days, is_open, is_there)
        absent = sum(not is_there(start + timedelta(days=n)) for n in range(laid[0]))
        cost = start.toordinal() + laid[0] + absent  # when it ends, and a day more for each day away in between
        if best is None or cost < best[0]:
            best = cost, (start, *laid)
        if not absent:
            break
    assert best is not None
    first, length, days = best[1]
    return Plan(apply_by, first, first + timedelta(days=START_WITHIN), -(-length // 7), days)


def _chosen(apply_by: date, is_open: Test) -> date:
    """The first day on which a choice can have been made and agreed."""
    day, left = apply_by, WORKDAYS_TO_CHOOSE
    for _ in range(LONGEST_SEARCH):
        if left <= 0:
            break
        day += timedelta(days=1)
        left -= is_open(day)
    return max(day + timedelta(days=1), apply_by + timedelta(days=CHOOSE_IN))


def _laid_out(
    start: date, weeks: int, due_days: tuple[int, ...], is_open: Test, is_there: Test
) -> tuple[int, tuple[int, ...]]:
    """The length in days, and the day of each result, in the order in which they were given."""
    last, placed = start - timedelta(days=1), dict[int, int]()
    for place in sorted(range(len(due_days)), key=lambda place: due_days[place]):
        day = _present(start, due_days[place], is_there)
        last = _nearest(day, last, is_open)
        placed[place] = (last - start).days + 1
    days = tuple(placed[place] for place in range(len(due_days)))
    length = (_present(start, weeks * 7, is_there) - start).days + 1
    if not days:
        return length, days
    late = math.ceil(min(days) / LATE_SHARE)  # the first result waited for somebody: then the whole takes longer
    return max(length, late, *days, 1), days


def _present(start: date, count: int, is_there: Test) -> date:
    """The `count`-th day from the start on which nobody is away."""
    day, left = start, count - is_there(start)
    for _ in range(LONGEST_SEARCH):
        if left <= 0:
            break
        day += timedelta(days=1)
        left -= is_there(day)
    return day


def _nearest(day: date, after: date, is_open: Test) -> date:
    """The open day at or shortly before `day`, later than `after`; else the next open one."""
    for back in range(BACK_MOST + 1):
        sooner = day - timedelta(days=back)
        if sooner > after and is_open(sooner):
            return sooner
    return _next(max(day, after + timedelta(days=1)), is_open)


def _next(day: date, is_open: Test) -> date:
    for ahead in range(LONGEST_SEARCH):
        if is_open(day + timedelta(days=ahead)):
            return day + timedelta(days=ahead)
    return day

"""How far a clock has come: half, last day, some days late; in whole days of its zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from firstfoot.kernel import clock
from firstfoot.kernel.workdays import Workdays

HALF, LAST, LATE = "half", "last", "late"


def business_days_left(workdays: Workdays, due: datetime) -> int:
    """Business days after today up to the day of `due`; 0 on that day, below 0 once it is over (calendar days)."""
    today, last = clock.today(workdays.zone), workdays.date_of(due)
    if last < today:
        return -(today - last).days
    days = (today + timedelta(days=n) for n in range(1, (last - today).days + 1))
    return sum(workdays.is_workday(day) for day in days)


def stage(workdays: Workdays, due: datetime, *, half: int = 0) -> str:
    """The stage a clock of business days has reached; `half` is how many are left in the middle, 0 for none."""
    left = business_days_left(workdays, due)
    if left < 0 or clock.now() > due:
        return LATE
    if left == 0:
        return LAST
    return HALF if half and left <= half else ""


def every_two_days_late(workdays: Workdays, due: datetime) -> str:
    """A stage of its own for each second day after the end."""
    days = (clock.today(workdays.zone) - workdays.date_of(due)).days
    return f"{LATE}{days // 2 * 2}" if days >= 2 else ""


def days_until(workdays: Workdays, day: date) -> int:
    return (day - clock.today(workdays.zone)).days

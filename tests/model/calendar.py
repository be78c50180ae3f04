"""Days and ends of days as the reference counts them: Monday to Friday, each side in its own zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from math import ceil
from zoneinfo import ZoneInfo

ZONES = {"host": ZoneInfo("UTC"), "intern": ZoneInfo("Europe/Lisbon")}
DAY = timedelta(days=1)


def works(day: date) -> bool:
    return day.weekday() < 5


def here(now: datetime, side: str = "host") -> date:
    return now.astimezone(ZONES[side]).date()


def night(day: date, side: str) -> datetime:
    """The end of a day."""
    return datetime.combine(day, time(23, 59), ZONES[side]).astimezone(UTC)


def business(now: datetime, days: int, side: str) -> datetime:
    """The end of the n-th business day after this one."""
    day = here(now, side)
    while days:
        day += DAY
        days -= works(day)
    return night(day, side)


def later_side(ends: dict[str, datetime]) -> datetime:
    """The end for whichever side has longer."""
    return max(ends.values())


def check_in_days(first: date, last: date, every: int) -> list[date]:
    """Every so many days after the first, moved to a working day; one halfway where that gives none.

    Two in work of less than two weeks with two working days: a third and two thirds into those.
    """
    days = [first + DAY * step for step in range(every, (last - first).days + 1, every)]
    working = [first + DAY * step for step in range((last - first).days + 1) if works(first + DAY * step)]
    if (last - first).days < 14 and len(working) > 1 and len({working_day(day) for day in days}) < 2:
        days = [working[(len(working) - 1) // 3], working[ceil((len(working) - 1) * 2 / 3)]]
    return sorted({working_day(day) for day in days or [first + (last - first) / 2]})


def working_day(day: date) -> date:
    while not works(day):
        day += DAY
    return day

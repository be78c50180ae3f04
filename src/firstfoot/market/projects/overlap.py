"""Working hours that two places have in common, by the offsets of their clocks."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

WORKDAY = 8  # hours; nine to five on each clock


def shared_hours(one: str, other: str, on: date) -> float:
    """Hours of the working day in one zone that fall into that of the other, from 0 to WORKDAY.

    Raises ZoneInfoNotFoundError for a zone that there is not.

    >>> shared_hours("Europe/Berlin", "America/New_York", date(2026, 12, 1))
    2.0
    >>> shared_hours("Asia/Kolkata", "Europe/Berlin", date(2026, 12, 1))
    3.5
    """
    apart = abs(_offset(one, on) - _offset(other, on)) % 24
    return max(0.0, WORKDAY - min(apart, 24 - apart))


@lru_cache(maxsize=256)
def zones_sharing(hours: int, zone: str, on: date) -> tuple[str, ...]:
    """The zones whose working day has at least so many hours in common with that of `zone`; none for no such zone."""
    if zone not in _names():
        return ()
    return tuple(name for name in sorted(_names()) if shared_hours(name, zone, on) >= hours)


def _offset(zone: str, on: date) -> float:
    """Hours that the clock there is ahead of UTC at noon of a day."""
    ahead = datetime.combine(on, time(12), ZoneInfo(zone)).utcoffset()
    return ahead.total_seconds() / 3600 if ahead else 0.0


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(available_timezones())

"""Business days of one place: its zone, weekend and times away; a day ends at 23:59 there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

UTC_ZONE = ZoneInfo("UTC")
END_OF_DAY = time(23, 59)
LONGEST_SEARCH = 3650  # days; a calendar that is away for ten years has no next business day


@dataclass(frozen=True, slots=True)
class Workdays:
    """When a side works: `weekend` holds ISO weekdays (6 and 7), `away` closed spans of dates."""

    zone: ZoneInfo = UTC_ZONE
    weekend: frozenset[int] = frozenset({6, 7})
    away: tuple[tuple[date, date], ...] = ()

    def is_away(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.away)

    def is_workday(self, day: date) -> bool:
        return day.isoweekday() not in self.weekend and not self.is_away(day)

    def end_of(self, day: date) -> datetime:
        """23:59 of `day` in this zone, as an instant in UTC."""
        return datetime.combine(day, END_OF_DAY, self.zone).astimezone(UTC)

    def date_of(self, instant: datetime) -> date:
        return instant.astimezone(self.zone).date()

    def after(self, start: datetime, business_days: int) -> datetime:
        """The end of the n-th business day after the day of `start`.

        >>> friday = datetime(2026, 11, 20, 10, tzinfo=UTC)
        >>> Workdays().after(friday, 1).isoformat()
        '2026-11-23T23:59:00+00:00'
        """
        day, left = self.date_of(start), business_days
        for _ in range(LONGEST_SEARCH):
            if left <= 0:
                break
            day += timedelta(days=1)
            left -= self.is_workday(day)
        return self.end_of(day)

    def after_days(self, start: datetime, days: int) -> datetime:
        """The end of the n-th calendar day after `start`; days away do not count."""
        day, left = self.date_of(start), days
        for _ in range(LONGEST_SEARCH):
            if left <= 0:
                break
            day += timedelta(days=1)
            left -= not self.is_away(day)
        return self.end_of(day)

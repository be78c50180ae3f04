"""The demo's calendar: things to do at moments of the past, done in their order with the clock moved there."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from firstfoot.kernel import clock

type Deed = Callable[[], object]


class Calendar:
    """Deeds by moment. A deed may note down further ones; what lies in the future is never done."""

    def __init__(self, now: datetime, every_day: Deed) -> None:
        self.now = now
        self.today = now.date()
        self._every_day = every_day
        self._deeds: list[tuple[datetime, int, Deed]] = []
        self._number = count()

    def on(self, day: date, deed: Deed, *, hour: float = 10, zone: str = "UTC") -> None:
        """Note a deed for a day, at an hour of some place; one later than now is left undone."""
        local = datetime.combine(day, time(), ZoneInfo(zone)) + timedelta(hours=hour)
        self.at(local.astimezone(UTC), deed)

    def at(self, moment: datetime, deed: Deed) -> None:
        heapq.heappush(self._deeds, (moment, next(self._number), deed))

    def soon(self, deed: Deed, *, hours: float = 2) -> None:
        """Note a deed for some hours after the moment that is being lived."""
        self.at(clock.now() + timedelta(hours=hours), deed)

    def live(self) -> int:
        """Do everything up to now, with the day's end in between; how many deeds."""
        done = 0
        if not self._deeds:
            return done
        night = self._deeds[0][0].replace(hour=23, minute=59, second=30, microsecond=0)
        while self._deeds and self._deeds[0][0] <= self.now:
            moment, _, deed = heapq.heappop(self._deeds)
            night = self._nights(night, moment)
            with clock.at(moment):
                deed()
            done += 1
        self._nights(night, self.now)
        with clock.at(self.now):
            self._every_day()
        return done

    def _nights(self, night: datetime, until: datetime) -> datetime:
        while night < until:
            with clock.at(night):
                self._every_day()
            night += timedelta(days=1)
        return night

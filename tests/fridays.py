"""A story told by days from its start begins on a Friday, whenever it is run: what falls due moves over weekends."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime, time, timedelta

from firstfoot.kernel import clock


def last_friday() -> AbstractContextManager[None]:
    """The clock at noon of the Friday that was last, or is today."""
    today = clock.today()
    return clock.at(datetime.combine(today - timedelta(days=(today.weekday() - 4) % 7), time(12), UTC))

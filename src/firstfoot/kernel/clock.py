"""The one clock that every action reads, so that tests and the demo can move it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, tzinfo

# No pause before a next try is so long: what waits longer was written by a clock that was ahead, and is due.
AHEAD = timedelta(days=1)

# For the whole process and all its threads: a test moves the clock of the server that it started.
_moved: list[datetime] = []


def now() -> datetime:
    """The present instant in UTC, or the one the clock was moved to."""
    return _moved[-1] if _moved else datetime.now(UTC)


def today(zone: tzinfo = UTC) -> date:
    """The present date in `zone`."""
    return now().astimezone(zone).date()


@contextmanager
def at(instant: datetime) -> Iterator[None]:
    """Move the clock to an aware instant for as long as the block runs."""
    if instant.tzinfo is None:
        raise ValueError("The clock needs an aware instant.")
    _moved.append(instant.astimezone(UTC))
    try:
        yield
    finally:
        _moved.pop()

"""The one clock that every action reads, so that tests and the demo can move it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, tzinfo

_moved: ContextVar[datetime | None] = ContextVar("firstfoot_clock", default=None)


def now() -> datetime:
    """The present instant in UTC, or the one the clock was moved to."""
    return _moved.get() or datetime.now(UTC)


def today(zone: tzinfo = UTC) -> date:
    """The present date in `zone`."""
    return now().astimezone(zone).date()


@contextmanager
def at(instant: datetime) -> Iterator[None]:
    """Move the clock to an aware instant for as long as the block runs."""
    if instant.tzinfo is None:
        raise ValueError("The clock needs an aware instant.")
    token = _moved.set(instant.astimezone(UTC))
    try:
        yield
    finally:
        _moved.reset(token)

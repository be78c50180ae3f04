"""The dates a new project usually has: time to apply, to choose, and to begin in."""

from __future__ import annotations

from datetime import date, timedelta

# Two weeks to apply, a week to choose, two weeks to begin in.
APPLY_IN, CHOOSE_IN, START_WITHIN = 14, 8, 14


def monday(day: date) -> date:
    """The day itself, or the next Monday.

    >>> monday(date(2026, 11, 24)).isoformat()
    '2026-11-30'
    """
    return day + timedelta(days=-day.weekday() % 7)


def usual_deadline(today: date) -> date:
    """The last day to apply for a project that is posted today."""
    return today + timedelta(days=APPLY_IN)


def usual_start(apply_by: date) -> date:
    """The first Monday that leaves time to choose and to agree."""
    return monday(apply_by + timedelta(days=CHOOSE_IN))

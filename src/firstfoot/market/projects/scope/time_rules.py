"""Rules on hours, weeks, dates, seats and place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from firstfoot.market.projects.brief import WORKPLACES
from firstfoot.market.projects.scope.findings import Subject

SHORTEST, LONGEST = 5, 150  # hours in all
WEEKLY_MOST, WEEKLY_POSSIBLE = 20, 40
DAYS_TO_APPLY, DAYS_TO_CHOOSE = 4, 5

Seen = Iterator[dict[str, Any]]


def hours_missing(subject: Subject) -> Seen:
    if subject.brief.hours < 1:
        yield {}


def hours_few(subject: Subject) -> Seen:
    if 0 < subject.brief.hours < SHORTEST:
        yield {"hours": subject.brief.hours, "min": SHORTEST}


def hours_many(subject: Subject) -> Seen:
    if subject.brief.hours > LONGEST:
        yield {"hours": subject.brief.hours, "max": LONGEST}


def weeks_missing(subject: Subject) -> Seen:
    if subject.brief.weeks < 1:
        yield {}


def weekly_high(subject: Subject) -> Seen:
    """Over 20 hours a week shuts out students, and part-time work permits."""
    weekly = _weekly(subject)
    if WEEKLY_MOST < weekly <= WEEKLY_POSSIBLE:
        yield {"weekly": weekly, "max": WEEKLY_MOST, "weeks": _weeks_for(subject, WEEKLY_MOST)}


def weekly_impossible(subject: Subject) -> Seen:
    weekly = _weekly(subject)
    if weekly > WEEKLY_POSSIBLE:
        yield {"weekly": weekly, "max": WEEKLY_POSSIBLE, "weeks": _weeks_for(subject, WEEKLY_MOST)}


def start_missing(subject: Subject) -> Seen:
    if not subject.brief.start_from:
        yield {}


def deadline_missing(subject: Subject) -> Seen:
    if not subject.brief.apply_by:
        yield {}


def deadline_past(subject: Subject) -> Seen:
    apply_by = subject.brief.apply_by
    if apply_by and apply_by < subject.today:
        yield {"date": apply_by}


def deadline_soon(subject: Subject) -> Seen:
    apply_by = subject.brief.apply_by
    if apply_by and 0 <= (apply_by - subject.today).days < DAYS_TO_APPLY:
        yield {"date": apply_by, "days": DAYS_TO_APPLY}


def start_past(subject: Subject) -> Seen:
    last = _last_start(subject)
    if last and last < subject.today:
        yield {"date": last}


def start_window_backwards(subject: Subject) -> Seen:
    brief = subject.brief
    if brief.start_from and brief.start_until and brief.start_until < brief.start_from:
        yield {"from": brief.start_from, "until": brief.start_until}


def start_before_deadline(subject: Subject) -> Seen:
    last, apply_by = _last_start(subject), subject.brief.apply_by
    if last and apply_by and last <= apply_by:
        yield {"start": last, "deadline": apply_by}


def start_too_soon(subject: Subject) -> Seen:
    """Choosing, agreeing and preparing take some days between the deadline and the start."""
    last, apply_by = _last_start(subject), subject.brief.apply_by
    if last and apply_by and 0 < (last - apply_by).days < DAYS_TO_CHOOSE:
        yield {"start": last, "deadline": apply_by, "days": DAYS_TO_CHOOSE}


def seats_missing(subject: Subject) -> Seen:
    if subject.brief.seats < 1:
        yield {}


def workplace_missing(subject: Subject) -> Seen:
    if subject.brief.workplace not in WORKPLACES:
        yield {}


def place_missing(subject: Subject) -> Seen:
    brief = subject.brief
    if brief.workplace in {"hybrid", "on_site"} and not brief.place.strip():
        yield {"workplace": brief.workplace}


def start_flexible(subject: Subject) -> Seen:
    brief = subject.brief
    if brief.start_from and brief.start_until and (brief.start_until - brief.start_from).days >= DAYS_TO_CHOOSE:
        yield {"days": (brief.start_until - brief.start_from).days}


def _weekly(subject: Subject) -> int:
    """Hours a week, rounded up."""
    brief = subject.brief
    return -(-brief.hours // brief.weeks) if brief.weeks > 0 and brief.hours > 0 else 0


def _weeks_for(subject: Subject, weekly: int) -> int:
    return -(-subject.brief.hours // weekly)


def _last_start(subject: Subject) -> date | None:
    brief = subject.brief
    if brief.start_until and (not brief.start_from or brief.start_until >= brief.start_from):
        return brief.start_until
    return brief.start_from

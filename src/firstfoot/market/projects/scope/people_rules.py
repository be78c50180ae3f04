"""Rules on who guides the work and how often both sides talk."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from firstfoot.market.projects.scope.findings import Subject

HOURS_ONE_HOUR_GUIDES = 12  # hours of work a week that one hour of supervision carries
SLOW_REPLY_DAYS = 3
RARE_CHECK_IN_DAYS = 10
GOOD_SUPERVISION = 2

Seen = Iterator[dict[str, Any]]


def supervisor_missing(subject: Subject) -> Seen:
    if not subject.brief.supervisor:
        yield {}


def supervision_missing(subject: Subject) -> Seen:
    if subject.brief.supervision_hours < 1:
        yield {}


def supervision_thin(subject: Subject) -> Seen:
    """One hour of guidance carries about twelve hours of work a week, for each seat."""
    brief = subject.brief
    if brief.weeks < 1 or brief.hours < 1:
        return
    weekly = min(brief.hours, 10_000) * max(min(brief.seats, 100), 1) // brief.weeks
    needed = math.ceil(weekly / HOURS_ONE_HOUR_GUIDES)
    if 0 < brief.supervision_hours < needed:
        yield {"hours": brief.supervision_hours, "weekly": weekly, "needed": needed}


def cover_missing(subject: Subject) -> Seen:
    if subject.has_colleagues and not subject.brief.cover:
        yield {}


def cover_is_supervisor(subject: Subject) -> Seen:
    brief = subject.brief
    if brief.cover and brief.cover == brief.supervisor:
        yield {}


def reply_slow(subject: Subject) -> Seen:
    days = subject.brief.reply_within_days
    if days > SLOW_REPLY_DAYS:
        yield {"days": days, "max": SLOW_REPLY_DAYS}


def check_ins_rare(subject: Subject) -> Seen:
    brief = subject.brief
    if brief.weeks >= 2 and not 1 <= brief.check_in_every_days <= RARE_CHECK_IN_DAYS:
        yield {"days": brief.check_in_every_days, "max": RARE_CHECK_IN_DAYS}


def onboarding_missing(subject: Subject) -> Seen:
    if not any(item.text.strip() and item.side == "host" for item in subject.brief.onboarding):
        yield {}


def cover_named(subject: Subject) -> Seen:
    brief = subject.brief
    if brief.cover and brief.cover != brief.supervisor:
        yield {}


def welcome_prepared(subject: Subject) -> Seen:
    steps = [item for item in subject.brief.onboarding if item.text.strip()]
    if {item.side for item in steps} >= {"host", "intern"}:
        yield {"count": len(steps)}


def guidance_generous(subject: Subject) -> Seen:
    hours = subject.brief.supervision_hours
    thin = next(supervision_thin(subject), None)
    if hours >= GOOD_SUPERVISION and thin is None:
        yield {"hours": hours}

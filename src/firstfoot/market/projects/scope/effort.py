"""What a project will ask of its host, in minutes, told before the host posts it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from firstfoot.market.projects.brief import Brief

# Minutes, from what hosts of short projects say they spend.
CHOOSING_PER_SEAT = 30
ONBOARDING_BASE, ONBOARDING_PER_STEP = 30, 5
CHECK_IN = 10
REVIEW, SECOND_REVIEW_SHARE = 20, 4  # about one submission in four comes twice
CLOSING = 25
ANSWERS_PER_WEEK = 15


@dataclass(frozen=True, slots=True)
class EffortPart:
    """One share of the host's time; `times` is how often it comes."""

    code: str
    minutes: int
    times: int = 1


@dataclass(frozen=True, slots=True)
class HostEffort:
    """The whole, and what it is made of. `hours` is rounded up: better to promise too much than too little."""

    parts: tuple[EffortPart, ...]

    @property
    def minutes(self) -> int:
        return sum(part.minutes for part in self.parts)

    @property
    def hours(self) -> int:
        return math.ceil(self.minutes / 60)


def host_effort(brief: Brief) -> HostEffort:
    """The host's time for one project, all seats together.

    choosing    30 minutes a seat
    onboarding  (30 + 5 for each required host step) a seat
    check-ins   10 for each one that falls before the last day, a seat
    answers     15 a week, a seat
    reviews     20 for each deliverable, and a quarter of them once more, a seat
    closing     25 a seat: evaluation, confirmation, what comes next

    >>> host_effort(Brief(weeks=2)).minutes
    125
    """
    seats = max(brief.seats, 1)
    steps = sum(1 for item in brief.onboarding if item.side == "host" and item.required)
    reviews = len(brief.deliverables) + math.ceil(len(brief.deliverables) / SECOND_REVIEW_SHARE)
    return HostEffort(
        (
            EffortPart("choosing", CHOOSING_PER_SEAT * seats, seats),
            EffortPart("onboarding", (ONBOARDING_BASE + ONBOARDING_PER_STEP * steps) * seats, seats),
            EffortPart("check_ins", CHECK_IN * check_ins_in(brief) * seats, check_ins_in(brief) * seats),
            EffortPart("answers", ANSWERS_PER_WEEK * max(brief.weeks, 0) * seats, max(brief.weeks, 0)),
            EffortPart("reviews", REVIEW * reviews * seats, reviews * seats),
            EffortPart("closing", CLOSING * seats, seats),
        )
    )


def check_ins_in(brief: Brief) -> int:
    """How many check-ins fall before the last day.

    >>> check_ins_in(Brief(weeks=3, check_in_every_days=7))
    2
    """
    if brief.check_in_every_days < 1:
        return 0
    return max((brief.days - 1) // brief.check_in_every_days, 0)

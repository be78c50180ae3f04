"""What no template can know: the six answers of a host, and what the organization and the calendar say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from firstfoot.kernel.workdays import Workdays

SIZES = {"small": 75, "usual": 100, "large": 130}  # per cent of the template's hours


@dataclass(frozen=True, slots=True)
class Answers:
    """Who uses it, until when, how much, who guides, what is at hand, what is paid.

    `at_hand` holds the places of those of the template's inputs that are ready now.
    """

    audience: str
    needed_by: date
    size: str
    supervisor: str
    cover: str
    at_hand: frozenset[int]
    hourly_minor: int
    place: str = ""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What needs no answer: the day, the currency and zone, and when the organization and the supervisor work."""

    today: date
    currency: str
    time_zone: str
    calendars: tuple[Workdays, ...] = ()

"""What a person who looks for a project said, as far as matching reads it.

A `Seeker` is all that the features see; a `Standing` is what the filter alone may ask. Neither holds a name, a photo,
an age, a gender, a school, an address or a count of past wins, and a test keeps it so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


class Level(IntEnum):
    """How well somebody does a thing, by their own word. NONE is said, too: "I have not done this"."""

    NONE = 0
    BASIC = 1
    WORKING = 2
    STRONG = 3


class Evidence(StrEnum):
    """What stands behind a claim."""

    SAID = "said"
    SHOWN = "shown"  # a portfolio item or link that anyone can look at
    CONFIRMED = "confirmed"  # a host accepted work that used it


@dataclass(frozen=True, slots=True)
class Claim:
    """One skill somebody spoke of, by its code. A skill without a claim is unknown, which is not the same as absent."""

    skill: str
    level: Level = Level.WORKING
    evidence: Evidence = Evidence.SAID


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both included."""

    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True)
class Seeker:
    """A person in the eyes of the features. None and empty mean "not said", and count neither for nor against."""

    claims: tuple[Claim, ...] = ()
    interests: frozenset[str] = frozenset()  # codes of skills and of project categories
    hours_a_week: int | None = None
    free_from: date | None = None
    free_until: date | None = None
    aways: tuple[Span, ...] = ()
    languages: frozenset[str] = frozenset()
    offset: int | None = None  # minutes east of UTC


@dataclass(frozen=True, slots=True)
class Standing:
    """What the filter asks and no feature sees: yes or no, and codes to compare with."""

    may_work_in: frozenset[str] | None = None  # country codes; None where not said
    can_come_to: frozenset[str] | None = None  # place codes; None where not said
    is_of_age: bool = True
    programs: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()  # organizations they belong to
    kept_apart: frozenset[str] = frozenset()  # organizations, where either side blocked the other
    applied: frozenset[str] = frozenset()  # codes of openings with an application of theirs

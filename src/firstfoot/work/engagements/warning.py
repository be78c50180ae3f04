"""Early warning, without a database: from what both sides see to on track, watch or at risk, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Level(IntEnum):
    """How the work stands; a higher one is worse."""

    ON_TRACK = 0
    WATCH = 1
    AT_RISK = 2

    @property
    def code(self) -> str:
        return self.name.lower()


class Sign(StrEnum):
    """What can be counted and is seen by both sides alike; never an answer that is not revealed."""

    HOST_SILENT = "host_silent"  # working days that the intern's message or result waits for a sign of life
    INTERN_SILENT = "intern_silent"  # working days that the host's message waits for one
    CHECK_INS_MISSED = "check_ins_missed"  # in a row, until one is answered by both
    APART = "apart"  # check-ins answered far apart, whose change of course is not settled
    RESULTS_LATE = "results_late"  # working days since the oldest due date of what is to be handed in
    REVIEWS_LATE = "reviews_late"  # working days since the oldest answer was due
    ACTIONS_LATE = "actions_late"  # working days since the oldest agreed action was due, or that none is agreed
    HOURS_OVER = "hours_over"  # the hours so far, in percent of those agreed
    STEPS_LATE = "steps_late"  # working days since the agreed start, with a required step open


@dataclass(frozen=True, slots=True)
class Limits:
    """From which count on a sign is worth watching, and from which it is a risk."""

    watch: int
    risk: int


# The whole rule, as one table.
LIMITS: Mapping[Sign, Limits] = {
    Sign.CHECK_INS_MISSED: Limits(watch=1, risk=2),
    Sign.HOST_SILENT: Limits(watch=3, risk=6),
    Sign.INTERN_SILENT: Limits(watch=3, risk=6),
    Sign.RESULTS_LATE: Limits(watch=1, risk=5),
    Sign.REVIEWS_LATE: Limits(watch=1, risk=4),
    Sign.APART: Limits(watch=1, risk=2),
    Sign.ACTIONS_LATE: Limits(watch=1, risk=5),
    Sign.HOURS_OVER: Limits(watch=101, risk=115),
    Sign.STEPS_LATE: Limits(watch=1, risk=5),
}
TOGETHER = 3  # so many signs that are each only worth watching are a risk together


@dataclass(frozen=True, slots=True)
class Reason:
    """One sign that has come so far, and how far."""

    sign: Sign
    count: int
    level: Level


@dataclass(frozen=True, slots=True)
class Warning:
    """How the work stands and why, the worst reason first."""

    level: Level = Level.ON_TRACK
    reasons: tuple[Reason, ...] = ()

    @property
    def is_quiet(self) -> bool:
        return self.level == Level.ON_TRACK


QUIET = Warning()


def warning_from(seen: Mapping[Sign, int]) -> Warning:
    """What the counts say; a sign that is left out counts nothing.

    >>> warning_from({Sign.CHECK_INS_MISSED: 1}).level.code
    'watch'
    >>> warning_from({Sign.CHECK_INS_MISSED: 1, Sign.RESULTS_LATE: 2, Sign.APART: 1}).level.code
    'at_risk'
    """
    found = [Reason(sign, seen.get(sign, 0), level_of(sign, seen.get(sign, 0))) for sign in LIMITS]
    reasons = sorted((r for r in found if r.level), key=lambda reason: -reason.level)
    level = max((reason.level for reason in reasons), default=Level.ON_TRACK)
    return Warning(Level.AT_RISK if len(reasons) >= TOGETHER else level, tuple(reasons))


def level_of(sign: Sign, count: int) -> Level:
    """What one count says by itself."""
    limits = LIMITS[sign]
    if count >= limits.risk:
        return Level.AT_RISK
    return Level.WATCH if count >= limits.watch else Level.ON_TRACK

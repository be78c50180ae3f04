"""What the scope check answers with: findings and the report that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from firstfoot.market.projects.brief import Brief


class Level(StrEnum):
    """How much a finding weighs: a blocker stops the submit, a warning advises, praise says what is good."""

    BLOCKER = "blocker"
    WARNING = "warning"
    PRAISE = "praise"


class Grade(StrEnum):
    """The whole brief in one word, worst first."""

    NEEDS_WORK = "needs_work"
    NEARLY = "nearly"
    READY = "ready"
    EXCELLENT = "excellent"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule saw: its code, where to fix it, and the figures or words that its sentence names."""

    code: str
    level: Level
    step: str
    field: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Subject:
    """A brief with what the rules must know besides it.

    `floors` is the least pay an hour in minor units by currency; a currency
    that is not named has no floor. `has_colleagues` says whether the
    organization has anyone who could be a cover.
    """

    brief: Brief
    floors: Mapping[str, int]
    today: date
    has_colleagues: bool = True


READY_WARNINGS = 2  # a brief with at most this many warnings is ready
EXCELLENT_PRAISE = 6  # and with none, and this much praise, excellent


@dataclass(frozen=True, slots=True)
class Report:
    """All findings on one brief, in the order of the builder's steps."""

    findings: tuple[Finding, ...] = ()

    @property
    def blockers(self) -> tuple[Finding, ...]:
        return self.of_level(Level.BLOCKER)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return self.of_level(Level.WARNING)

    @property
    def praise(self) -> tuple[Finding, ...]:
        return self.of_level(Level.PRAISE)

    @property
    def can_submit(self) -> bool:
        return not self.blockers

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(finding.code for finding in self.findings)

    @property
    def grade(self) -> Grade:
        if self.blockers:
            return Grade.NEEDS_WORK
        if len(self.warnings) > READY_WARNINGS:
            return Grade.NEARLY
        excellent = not self.warnings and len(self.praise) >= EXCELLENT_PRAISE
        return Grade.EXCELLENT if excellent else Grade.READY

    def of_level(self, level: Level) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.level is level)

    def of_step(self, step: str) -> tuple[Finding, ...]:
        """What one step of the builder has to fix or be glad of."""
        return tuple(finding for finding in self.findings if finding.step == step)

"""What part of the pay the facts of an early end show; plain data in, plain data out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shown(StrEnum):
    """Which of the facts gives the most."""

    NOTHING = "nothing"
    RESULTS = "results"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Facts:
    """What both see when the work ends early: results, minutes logged (None without a log), hours and pay agreed."""

    results_accepted: int
    results_all: int
    minutes: int | None
    hours: int
    pay_minor: int

    @property
    def by_results(self) -> int:
        """Minor units for the share of the results that is accepted, rounded down."""
        return self.pay_minor * self.results_accepted // max(self.results_all, 1)

    @property
    def by_hours(self) -> int:
        """Minor units for the share of the agreed hours that is logged, never above all."""
        agreed = max(self.hours, 1) * 60
        return self.pay_minor * min(self.minutes or 0, agreed) // agreed

    @property
    def part_minor(self) -> int:
        """The higher of the two shares.

        >>> Facts(1, 2, 600, 40, 50000).part_minor, Facts(0, 2, 600, 40, 50000).part_minor
        (25000, 12500)
        """
        return max(self.by_results, self.by_hours)

    @property
    def shown(self) -> Shown:
        if not self.part_minor:
            return Shown.NOTHING
        return Shown.RESULTS if self.by_results >= self.by_hours else Shown.HOURS

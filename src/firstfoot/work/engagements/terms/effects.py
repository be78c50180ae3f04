"""What a change of terms does to pay, hours, pay an hour, the last day and the number of results."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Effect:
    """One figure before and after; `code` is pay, hours, hourly, end or results. Pay is in minor units,
    the end an ISO day, and `by` the difference in the same unit, of the end in days."""

    code: str
    before: Any
    after: Any
    by: int


def effects(before: dict[str, Any], after: dict[str, Any]) -> tuple[Effect, ...]:
    """The five figures, whether they move or not, in the order in which people ask for them.

    >>> old = {"hours": 20, "pay_minor": 40000, "end_on": "2026-12-11", "deliverables": [1]}
    >>> [(e.code, e.by) for e in effects(old, old | {"hours": 25, "end_on": "2026-12-14"})]
    [('hours', 5), ('pay', 0), ('hourly', -400), ('end', 3), ('results', 0)]
    """
    end = date.fromisoformat(after["end_on"]) - date.fromisoformat(before["end_on"])
    return (
        _counted("hours", before["hours"], after["hours"]),
        _counted("pay", before["pay_minor"], after["pay_minor"]),
        _counted("hourly", _hourly(before), _hourly(after)),
        Effect("end", before["end_on"], after["end_on"], end.days),
        _counted("results", len(before["deliverables"]), len(after["deliverables"])),
    )


def _counted(code: str, before: int, after: int) -> Effect:
    return Effect(code, before, after, after - before)


def _hourly(terms: dict[str, Any]) -> int:
    return int(terms["pay_minor"] // terms["hours"]) if terms["hours"] else 0

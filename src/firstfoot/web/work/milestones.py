"""The results of one engagement as a line of dates: what is done, what waits, what is overdue, what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.kernel import clock

_WORDS: dict[str, tuple[str | Promise, str]] = {
    "done": (_("Accepted"), "done"),
    "waits": (_("Waits for an answer"), ""),
    "overdue": (_("Overdue"), "bad"),
    "next": (_("Next"), ""),
    "later": (_("Due"), ""),
    "open": (_("Not finished"), ""),
}


@dataclass(frozen=True, slots=True)
class Milestone:
    """One result on the line."""

    thing: Any
    code: str

    @property
    def word(self) -> str | Promise:
        return _WORDS[self.code][0]

    @property
    def css(self) -> str:
        return _WORDS[self.code][1]


@dataclass(frozen=True, slots=True)
class Milestones:
    """The line, by date."""

    marks: tuple[Milestone, ...]

    def count(self, code: str) -> int:
        return sum(mark.code == code for mark in self.marks)

    @property
    def done(self) -> int:
        return self.count("done")

    @property
    def overdue(self) -> int:
        return self.count("overdue")

    @property
    def next(self) -> Milestone | None:
        """What is to be handed in first; the one that is longest overdue before any other."""
        return next((mark for mark in self.marks if mark.code in {"overdue", "next"}), None)


def milestones_of(engagement: Any, results: Iterable[Any]) -> Milestones:
    """The line of the results that are asked for; what is over is asked for no more."""
    asked = sorted((r for r in results if r.state != "left_out"), key=lambda r: (r.due_on, r.number))
    today, marks, has_next = clock.today(engagement.organization.zone), [], False
    for result in asked:
        code = _code(engagement, result, today, has_next)
        has_next |= code == "next"
        marks.append(Milestone(result, code))
    return Milestones(tuple(marks))


def _code(engagement: Any, result: Any, today: date, has_next: bool) -> str:
    if result.state == "accepted":
        return "done"
    if not engagement.is_live:
        return "open"
    if result.state == "submitted":
        return "waits"
    if result.due_on < today:
        return "overdue"
    return "later" if has_next else "next"

"""How things are measured: CPU time of one call, a thing and its ceiling in turns, one table at the end."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

type Call = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a figure, what it is held against, and the goal."""

    what: str
    value: float
    unit: str
    ceiling: float | None = None
    beside: str = ""
    goal: float | None = None  # at most so many times the ceiling; without a ceiling at most this value
    at_least: bool = False

    @property
    def ratio(self) -> float:
        return self.value if self.ceiling is None else self.value / self.ceiling if self.ceiling else 0.0

    @property
    def verdict(self) -> str:
        if self.goal is None:
            return ""
        return "met" if (self.ratio >= self.goal if self.at_least else self.ratio <= self.goal) else "MISSED"


def cpu_ms(call: Call) -> float:
    """The CPU time of this process for one call, in milliseconds; all its time where a server works for it, too."""
    read = time.perf_counter if os.environ.get("DATABASE_URL") else time.process_time
    start = read()
    call()
    return (read() - start) * 1000


def in_turns(*calls: Call, rounds: int = 15) -> list[float]:
    """The median CPU time of each call; they take turns, so that what disturbs one disturbs all."""
    for call in calls:
        call()
        call()
    gc.collect()
    seen: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for times, call in zip(seen, calls, strict=True):
            times.append(cpu_ms(call))
    return [median(times) for times in seen]


def table(rows: list[Row]) -> str:
    """The rows as aligned text."""
    cells = [("what", "figure", "ceiling", "ratio", "goal", "", "beside")]
    for row in rows:
        sign = ">=" if row.at_least else "<="
        cells.append(
            (
                row.what,
                f"{row.value:.4g} {row.unit}".strip(),
                "" if row.ceiling is None else f"{row.ceiling:.4g} {row.unit}".strip(),
                "" if row.ceiling is None else f"{row.ratio:.2f}",
                "" if row.goal is None else f"{sign} {row.goal:g}",
                row.verdict,
                row.beside,
            )
        )
    wide = [max(len(line[n]) for line in cells) for n in range(7)]
    aligns = "<>>>><<"
    return "\n".join(
        "  ".join(f"{cell:{align}{size}}" for cell, align, size in zip(line, aligns, wide, strict=True)).rstrip()
        for line in cells
    )

"""What a check finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One broken rule at one thing; the hint says in words what a person would do. Nothing is repaired by itself."""

    invariant: int
    thing: str
    code: str
    hint: str


type Check = Callable[[], Iterator[Fault]]
ROWS_AT_A_TIME = 500

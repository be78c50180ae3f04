"""Every action with a world to do it in, and the facts that it then writes; one module a part of the house."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from tests.faults.worlds import Stage

type Arrange = Callable[[SimpleNamespace], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One action, done once with success."""

    name: str
    action: Callable[..., Any]
    on: Stage  # the world in which it is done
    arrange: Arrange  # what else must have happened, and the arguments
    writes: tuple[str, ...]  # the kinds of its facts, in order
    after: timedelta  # how much later than the world it is done


SCENARIOS: list[Scenario] = []


def scenario(
    action: Callable[..., Any], *writes: str, on: Stage, after: timedelta = timedelta(0)
) -> Callable[[Arrange], Arrange]:
    """Register the decorated arrangement as a scenario of `action`."""

    def register(arrange: Arrange) -> Arrange:
        SCENARIOS.append(Scenario(arrange.__name__, action, on, arrange, tuple(map(str, writes)), after))
        return arrange

    return register

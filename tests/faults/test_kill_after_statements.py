"""`kill -9` after the n-th statement of every action and every reaction: all of it happened, or nothing."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db.transaction import Atomic

import firstfoot
from firstfoot.reactions.table import REACTIONS
from firstfoot.work.engagements.actions import sign_agreement
from tests.faults import scenarios
from tests.faults.scenarios import SCENARIOS
from tests.faults.trials import Tally, Trial, is_of_today
from tests.figures import figure

for found in pkgutil.iter_modules(scenarios.__path__):
    importlib.import_module(f"{scenarios.__name__}.{found.name}")
GROUPS = sorted({scenario.arrange.__module__.rpartition(".")[2] for scenario in SCENARIOS})


@pytest.mark.deep
@pytest.mark.once
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("group", GROUPS)
def test_all_or_nothing(group, zygote):
    tally, reacted, tried = Tally(), Tally(), set()
    for scenario in SCENARIOS:
        if scenario.arrange.__module__.endswith(f".{group}") and is_of_today(scenario.name):
            trial = Trial(zygote, scenario, tally)
            trial.kill_action()
            trial.tally = reacted
            trial.kill_reactions(tried)
    for what, seen in (("actions", tally), ("reactions", reacted)):
        if seen.kills:
            figure(f"kill after a statement: {what}, {group}", f"{len(seen.wrong)} wrong", f"of {seen.kills} kills")
    assert tally.wrong + reacted.wrong == []


def test_every_action_has_a_scenario():
    """An action is a public function that owns a transaction; those of the demo are no part of the product."""
    known = {scenario.action for scenario in SCENARIOS}
    found = set(actions())
    assert sign_agreement in found
    assert {f"{action.__module__}.{action.__name__}" for action in found - known} == set()


def test_every_reaction_has_a_scenario():
    written = {kind for scenario in SCENARIOS for kind in scenario.writes}
    assert {str(kind) for kind, reactions in REACTIONS.items() if reactions} - written == set()


def actions() -> Iterator[Callable[..., Any]]:
    for found in pkgutil.walk_packages(firstfoot.__path__, "firstfoot."):
        if ".migrations" in found.name or found.name.startswith("firstfoot.operations."):
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if getattr(value, "__module__", "") == found.name and not name.startswith("_") and owns_transaction(value):
                yield value


def owns_transaction(value: object) -> bool:
    """Whether it is decorated with transaction.atomic, which wraps it in a ContextDecorator's `inner`."""
    code = getattr(value, "__code__", None)
    closure = getattr(value, "__closure__", None) or ()
    return code is not None and code.co_name == "inner" and any(isinstance(c.cell_contents, Atomic) for c in closure)

"""Every fact has its row in the reactions table, and carries only keys that hold codes."""

import ast
import importlib

import pytest
from django.db.models import TextChoices

from firstfoot.operations.check.fact_keys import FACT_KEYS
from tests.house.source import SRC, calls, python_files, where

pytestmark = pytest.mark.once

RECORDERS = {"record", "record_new"}
OWN_KEYWORDS = {"save"}  # of record itself
ADDED = {"by_mail"}  # by record itself


def fact_kinds():
    """Every member of every TextChoices in an events.py."""
    found = []
    for path in sorted(SRC.rglob("events.py")):
        module = importlib.import_module("firstfoot." + ".".join(path.relative_to(SRC).with_suffix("").parts))
        choices = [c for c in vars(module).values() if isinstance(c, type) and issubclass(c, TextChoices)]
        found += [str(kind) for c in choices if c.__module__ == module.__name__ for kind in c]
    return found


def test_no_two_facts_share_a_kind():
    kinds = fact_kinds()
    assert sorted(kinds) == sorted(set(kinds))


def test_every_fact_has_its_row_in_the_reactions_table_and_no_row_lacks_a_fact():
    table = importlib.import_module("firstfoot.reactions.table")
    assert {str(kind) for kind in table.REACTIONS} == set(fact_kinds())


def recorded_keys():
    """key -> where a fact is recorded with it."""
    found = {}
    for path in python_files():
        for name, call in calls(path):
            if name in RECORDERS and len(call.args) >= 3:
                for keyword in call.keywords:
                    found.setdefault(keyword.arg, where(path, call))
    return {key: place for key, place in found.items() if key not in OWN_KEYWORDS}


def test_facts_carry_only_known_keys():
    unknown = {key: place for key, place in recorded_keys().items() if key is not None and key not in FACT_KEYS}
    assert unknown == {}


def test_no_known_key_is_without_use():
    assert FACT_KEYS - set(recorded_keys()) == ADDED


def recorded_kinds():
    """The names after the dot in `record(Kind.NAME, ...)`, with literal choices between two of them."""
    found = set()
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found.add(f"{node.value.id}.{node.attr}")
    return found


@pytest.mark.parametrize("path", sorted(SRC.rglob("events.py")), ids=lambda p: p.parent.name)
def test_every_kind_of_fact_is_recorded_somewhere(path):
    module = importlib.import_module("firstfoot." + ".".join(path.relative_to(SRC).with_suffix("").parts))
    used = recorded_kinds()
    for choices in vars(module).values():
        if isinstance(choices, type) and issubclass(choices, TextChoices) and choices.__module__ == module.__name__:
            unused = [kind.name for kind in choices if f"{choices.__name__}.{kind.name}" not in used]
            assert unused == []

"""The table: a row for every kind of fact, names that find their way back."""

from __future__ import annotations

import importlib
import pkgutil

from django.db.models import TextChoices

import firstfoot
from firstfoot.reactions.table import REACTIONS, name_of, reaction_named


def every_kind() -> set[str]:
    """The values of every class in every events.py."""
    modules = [m.name for m in pkgutil.walk_packages(firstfoot.__path__, "firstfoot.") if m.name.endswith(".events")]
    classes = [
        value
        for name in modules
        for value in vars(importlib.import_module(name)).values()
        if isinstance(value, type) and issubclass(value, TextChoices) and value is not TextChoices
    ]
    return {str(kind) for each in classes for kind in each}


def test_every_kind_of_fact_has_its_row():
    assert {str(kind) for kind in REACTIONS} == every_kind()


def test_names_are_unique_in_a_row_and_lead_back():
    for kind, reactions in REACTIONS.items():
        names = [name_of(reaction) for reaction in reactions]
        assert len(set(names)) == len(names)
        assert [reaction_named(kind, name) for name in names] == list(reactions)


def test_an_unknown_name_leads_nowhere():
    assert reaction_named("person.joined", "nowhere.nothing") is None

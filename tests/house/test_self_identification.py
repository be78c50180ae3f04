"""What people say of themselves for the audit is reached by one road only."""

from __future__ import annotations

import ast

import pytest
from django.apps import apps

from firstfoot.insights.everything import SECTIONS
from tests.house.source import SRC, python_files, templates, tree

pytestmark = pytest.mark.once

STORE = "firstfoot.foundation.selfid"
# Who may take what from the store. A new line here is a decision (docs/decisions/0010).
MAY = {
    ("insights/audit.py", "queries.answers_before"),
    ("insights/audit.py", "states.RACES"),
    ("insights/audit.py", "states.Race"),
    ("insights/audit.py", "states.SEXES"),
    ("insights/audit.py", "states.Sex"),
    ("insights/everything/sections.py", "queries.own_answers"),
    ("insights/sourcing.py", "queries.answers_before"),  # the same counts, of who stands in the first band of a list
    ("operations/demo/people.py", "actions.save_answers"),
    ("reactions/erasing.py", "actions.erase_answers"),
    ("reactions/table.py", "events.Audits"),
    ("web/people/views/self_id.py", "actions.forget_answers"),
    ("web/people/views/self_id.py", "actions.save_answers"),
    ("web/people/views/self_id.py", "queries.answered_on"),
    ("web/stewards/views/audit.py", "actions.note_audit"),
    ("web/stewards/views/audit.py", "queries.audits_read"),
}
# Who reads the audit itself; the count of the bands takes its categories.
READS_AUDIT = {"web/stewards/views/audit.py", "web/stewards/audit_words.py", "insights/sourcing.py"}
READS_BANDS = {"web/stewards/views/sourcing.py", "reactions/sourcing.py"}
# Held of people without pointing to them: model -> (section of the copy, what erasing does).
HELD_BY_KEY = {"selfid.SelfIdentification": ("self_identification", "deleted")}


def imports_of(path):
    """(module, name) of each import in a file, wherever in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", name.name) for name in node.names)
        elif isinstance(node, ast.Import):
            yield from ((name.name, "") for name in node.names)


def outside():
    return [path for path in python_files() if (SRC / "foundation" / "selfid") not in path.parents]


def test_only_the_form_the_copy_the_erasing_and_the_audit_take_from_the_store():
    taken = {
        (str(path.relative_to(SRC)), f"{module}.{name}".removeprefix(f"{STORE}."))
        for path in outside()
        for module, name in imports_of(path)
        if f"{module}.{name}".startswith(STORE)
    }
    assert taken == MAY


def test_nobody_outside_names_the_model_or_its_table():
    words = ("SelfIdentification", "selfid_selfidentification")
    found = [str(path) for path in [*outside(), *templates()] if any(word in path.read_text() for word in words)]
    assert found == []


def test_only_the_steward_s_pages_read_the_audit_and_the_count_of_the_bands():
    def readers(figures):
        return {
            str(path.relative_to(SRC))
            for path in outside()
            for module, name in imports_of(path)
            if f"{module}.{name}".startswith(f"firstfoot.insights.{figures}.")
        }

    assert (readers("audit"), readers("sourcing")) == (READS_AUDIT, READS_BANDS)


def test_no_row_points_to_the_answers_nor_they_to_any():
    (model,) = apps.get_app_config("selfid").get_models()
    assert {model._meta.label} == set(HELD_BY_KEY)
    assert [field.name for field in model._meta.get_fields(include_hidden=True) if field.is_relation] == []
    assert {section for section, _ in HELD_BY_KEY.values()} <= {section.code for section in SECTIONS}

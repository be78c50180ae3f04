"""Each lifecycle stands in the documentation as it is, leads to an end from everywhere, and is really walked."""

import pytest

from firstfoot.foundation.journal.queries import chained_models
from firstfoot.operations.check.lifecycles import LIFECYCLES, WITHOUT_STATE
from tests.house.firing import fired
from tests.house.lifecycle_diagrams import PAGE, lifecycles, page

TABLES = lifecycles()
# Designed, and drawn in the documentation; nothing keeps them yet.
UNBUILT: set[str] = set()
BUILT = sorted(set(TABLES) - UNBUILT)
# Moves that nothing makes yet, each with the reason.
NOT_YET: dict[tuple[str, str], str] = {}
# These go on as long as they are wanted: where they rest, and why that is no end.
# A project may be opened again, an organization suspended, a first talk moved.
RESTS = {
    "PROJECT": "closed", "ORGANIZATION": "verified", "KICKOFF": "chosen", "ITEM": "cleared", "PAGE": "down",
    "TIE": "agreed", "ALUMNUS": "listed", "SWITCH": "off", "LISTING": "left",
}  # fmt: skip


def made(name):
    """The moves of a lifecycle that something makes."""
    return [move for verb, move in TABLES[name].moves.items() if (name, verb) not in NOT_YET]


def reached(name, start):
    """The states that come after one, over however many moves; itself included."""
    found, waiting = set(), {start}
    while waiting:
        here = waiting.pop()
        found.add(here)
        waiting |= {move.target for move in made(name) if here in move.sources} - found
    return found


def ends(name):
    return set(TABLES[name].final) or {RESTS[name]}


def test_the_page_of_lifecycles_is_the_one_the_code_draws():
    assert PAGE.read_text() == page(), "run `make docs`"


def test_every_chained_thing_has_a_lifecycle_or_no_state():
    assert {m._meta.model_name for m in chained_models()} == set(LIFECYCLES) | WITHOUT_STATE


def test_every_state_column_holds_the_states_of_its_lifecycle():
    for model in chained_models():
        if model._meta.model_name in LIFECYCLES:
            field = model._meta.get_field("state")
            lifecycle = LIFECYCLES[model._meta.model_name]
            assert tuple(value for value, _ in field.choices) == lifecycle.states
            assert field.default == lifecycle.initial


def test_every_lifecycle_of_a_built_part_is_checked():
    checked = {id(table) for table in LIFECYCLES.values()}
    assert [name for name in BUILT if id(TABLES[name]) not in checked] == []


@pytest.mark.parametrize("name", BUILT)
def test_every_state_is_reached_from_the_start(name):
    missing = set(TABLES[name].states) - reached(name, TABLES[name].initial)
    awaited = {TABLES[name].moves[verb].target for table, verb in NOT_YET if table == name}
    assert missing == awaited


@pytest.mark.parametrize("name", BUILT)
def test_an_end_can_be_reached_from_every_state(name):
    assert [state for state in TABLES[name].states if not reached(name, state) & ends(name)] == []


@pytest.mark.parametrize("name", BUILT)
def test_an_end_has_no_exit_and_every_other_state_has_one(name):
    left = {source for move in made(name) for source in move.sources}
    awaited = {TABLES[name].moves[verb].target for table, verb in NOT_YET if table == name}
    assert left == set(TABLES[name].states) - TABLES[name].final - awaited


def test_every_move_is_made_by_a_page_a_reaction_or_a_clock():
    """Searched in the source: a verb that no action in use asks its table for is no way out."""
    named = {(name, verb) for name in BUILT for verb in TABLES[name].moves}
    assert named - fired() == set(NOT_YET)
    assert fired() - named == set()


def test_only_lifecycles_without_an_end_rest():
    assert {name for name in BUILT if not TABLES[name].final} == set(RESTS)

"""The lifecycle table: it fails at import when wrong, and answers what a verb leads to."""

import pytest

from firstfoot.kernel.errors import IllegalTransition
from firstfoot.kernel.lifecycle import Lifecycle, move

DOOR = Lifecycle(
    ["shut", "ajar", "open"],
    move("unlatch", "shut", to="ajar"),
    move("push", "ajar", to="open"),
    move("pull", "ajar", "open", to="shut"),
    initial="shut",
)


def test_a_verb_leads_to_its_target():
    assert DOOR.target("pull", "open") == "shut"


def test_a_verb_from_elsewhere_is_refused_with_verb_and_state():
    with pytest.raises(IllegalTransition) as refused:
        DOOR.target("push", "shut")
    assert (refused.value.status, refused.value.data) == (409, {"verb": "push", "state": "shut"})


def test_an_unknown_verb_is_a_fault_of_ours():
    with pytest.raises(KeyError):
        DOOR.target("kick", "shut")


def test_steps_are_all_pairs():
    assert DOOR.steps() == {("shut", "ajar"), ("ajar", "open"), ("ajar", "shut"), ("open", "shut")}


def test_the_table_draws_itself():
    assert DOOR.diagram().splitlines() == [
        "stateDiagram-v2",
        "    [*] --> shut",
        "    shut --> ajar: unlatch",
        "    ajar --> open: push",
        "    ajar --> shut: pull",
        "    open --> shut: pull",
    ]


@pytest.mark.parametrize(
    ("moves", "options"),
    [
        ([move("a", "x", to="y"), move("a", "y", to="x")], {"initial": "x"}),  # a verb twice
        ([move("a", "x", to="z"), move("b", "y", to="x")], {"initial": "x"}),  # an unknown target
        ([move("a", "z", to="y"), move("b", "y", to="x")], {"initial": "x"}),  # an unknown source
        ([move("a", to="y"), move("b", "y", to="x")], {"initial": "x"}),  # no source
        ([move("a", "y", to="x")], {"initial": "x", "final": ["x"]}),  # y is never reached
        ([move("a", "x", to="y")], {"initial": "x"}),  # y is a dead end that nobody calls final
        ([move("a", "x", to="y")], {"initial": "q", "final": ["y"]}),  # an unknown start
        ([move("a", "x", to="y"), move("b", "y", to="y")], {"initial": "x", "final": ["x"]}),  # y goes round for ever
    ],
)
def test_a_wrong_table_fails_when_it_is_built(moves, options):
    with pytest.raises(ValueError, match=r"[a-z]+"):
        Lifecycle(["x", "y"], *moves, **options)

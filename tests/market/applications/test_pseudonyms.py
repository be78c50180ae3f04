"""Pseudonyms: many, plain, unique in a project, and never a hint."""

from __future__ import annotations

from firstfoot.market.applications.pseudonyms import BEINGS, COLORS, pick_pseudonym

ALL = {f"{color} {being}" for color in COLORS for being in BEINGS}


def test_there_are_enough_of_them():
    assert len(ALL) >= 2000


def test_no_word_stands_twice():
    assert len({*COLORS, *BEINGS}) == len(COLORS) + len(BEINGS)


def test_a_free_one_is_drawn():
    last = "Teal Heron"

    assert pick_pseudonym(ALL - {last}) == last


def test_when_all_are_taken_a_number_helps():
    name = pick_pseudonym(ALL)

    assert name.rpartition(" ")[0] in ALL
    assert name.rpartition(" ")[2] == "2"


def test_a_persons_own_name_is_never_drawn():
    drawn = {pick_pseudonym(set(), {"Finch", "amber"}) for _ in range(300)}

    assert not any("Finch" in name or "Amber" in name for name in drawn)

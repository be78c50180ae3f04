"""The door: stable color, opening that follows the work."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.web.shared.door import HUES, door, hue_of


@given(st.text())
def test_hue_is_one_of_the_seven_and_stays(public_id):
    assert hue_of(public_id) in HUES
    assert hue_of(public_id) == hue_of(public_id)


def test_every_hue_is_used():
    assert {hue_of(str(n)) for n in range(200)} == set(HUES)


def leaf_edge(svg: str) -> float:
    """Where the free edge of the leaf stands; the hinge is at 31."""
    return float(re.search(r'<polygon points="31,30 ([\d.]+),', svg)[1])


@pytest.mark.parametrize(("progress", "edge"), [(0, 109.0), (0.22, 97.6), (1, 57.0)])
def test_door_opens_with_progress(progress, edge):
    assert leaf_edge(door(progress)) == edge


@pytest.mark.parametrize(("outside", "inside"), [(-1, 0), (7, 1)])
def test_progress_outside_its_range_is_cut(outside, inside):
    assert door(outside) == door(inside)


def test_door_is_hidden_from_readers_and_needs_no_style():
    svg = door(0.5, 265, "door s")
    assert 'class="door s"' in svg
    assert 'aria-hidden="true"' in svg
    assert "style" not in svg

"""The shelf finds what the plain function would, in the same order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.market.matching import lanes
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Need, Opening, Timing
from firstfoot.market.matching.scoring import ranked
from firstfoot.market.matching.searching import best
from firstfoot.market.matching.seeking import Claim, Seeker, Standing
from firstfoot.market.matching.shelf import Shelf
from firstfoot.market.matching.weights import Weights
from tests.market.matching.worlds import TODAY, boards, lexicons, seekers, standings, weights

pytestmark = pytest.mark.once


@given(seekers, standings, boards, lexicons, weights, st.integers(0, 8), st.sampled_from([1, 4, 1500]))
def test_the_shelf_begins_as_the_ranking_does(seeker, standing, board, lexicon, weights, length, dense):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lanes, "DENSE", dense)
        found = best(Shelf(board, lexicon), seeker, standing, weights, today=TODAY, seed="s", length=length)

    plain = ranked(seeker, standing, board, lexicon, weights, today=TODAY, seed="s")
    assert found == [(match.opening, match.score) for match in plain[:length]]


def test_more_needs_than_a_byte_can_hold_are_scored_all_the_same():
    many = tuple(Need(f"s{n}") for n in range(300))
    board = [Opening("p1", "acme", many, Timing(9, 3)), Opening("p2", "acme", (Need("s1"),), Timing(9, 3))]
    seeker = Seeker(tuple(Claim(need.skill) for need in many))

    found = best(Shelf(board, Lexicon(2)), seeker, Standing(), Weights(), today=TODAY, seed="s")
    assert [code for code, _ in found] == ["p1", "p2"]

"""The shelf finds what the plain function would, in the same order."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.market.matching import lanes, searching, shelf
from firstfoot.market.matching.bounding import Bounds
from firstfoot.market.matching.features import Reader
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Crowd, Need, Opening, Record, Terms, Timing
from firstfoot.market.matching.scoring import ranked
from firstfoot.market.matching.searching import best
from firstfoot.market.matching.seeking import Claim, Level, Seeker, Standing
from firstfoot.market.matching.shelf import Shelf
from firstfoot.market.matching.weights import Weights
from tests.market.matching.worlds import (
    CATEGORIES,
    RELATED,
    SKILLS,
    TODAY,
    boards,
    lexicons,
    seekers,
    standings,
    weights,
)

pytestmark = pytest.mark.once


@given(
    seekers, standings, boards, lexicons, weights, st.integers(0, 8), st.sampled_from([1, 4, 1500]),
    st.integers(0, 3), st.sampled_from([1, 4, 5000]),
)  # fmt: skip
def test_the_shelf_begins_as_the_ranking_does(
    seeker, standing, board, lexicon, weights, length, dense, first, board_size
):
    """However few are scored before the bounds decide who is left out, and however the skills are laid out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "_FIRST", first)
        patch.setattr(shelf, "BOARD", board_size)
        patch.setattr(lanes, "DENSE", dense)
        found = best(Shelf(board, lexicon), seeker, standing, weights, today=TODAY, seed="s", length=length)

    plain = ranked(seeker, standing, board, lexicon, weights, today=TODAY, seed="s")
    assert found == [(match.opening, match.score) for match in plain[:length]]


def a_board(draw: random.Random, size: int) -> list[Opening]:
    """Projects that differ in everything a bound is made of, and that nobody is kept from."""
    return [
        Opening(
            f"p{n}", "acme",
            tuple(Need(skill, draw.randint(1, 3)) for skill in draw.sample(SKILLS, draw.randint(1, 4))),
            Timing(draw.randint(1, 10), 1), draw.choice(CATEGORIES),
            terms=Terms(offset=draw.choice((-480, 0, 60, 600))),
            record=Record(draw.randrange(20), draw.randrange(20)),
            crowd=Crowd(draw.randint(1, 2), draw.randrange(4), price=draw.choice((0, 300))),
        )
        for n in range(size)
    ]  # fmt: skip


@pytest.mark.parametrize("n", range(24))
def test_of_many_projects_none_is_passed_over_that_belongs_into_the_list(n, monkeypatch):
    """With hardly any scored before the bounds decide: each bound that is too low would lose some."""
    monkeypatch.setattr(searching, "_FIRST", 1)
    monkeypatch.setattr(shelf, "BOARD", 64)
    draw = random.Random(n)
    board, links = a_board(draw, 300), dict.fromkeys(("python", "js"), ("code",))
    lexicon = Lexicon(300, Counter(need.skill for each in board for need in each.needs), links, RELATED)
    claims = tuple(Claim(skill, Level(draw.randint(1, 3))) for skill in draw.sample(SKILLS, draw.randint(0, 4)))
    wants = frozenset(draw.sample((*CATEGORIES, *SKILLS), draw.randint(0, 2)))
    seeker = Seeker(claims, wants, draw.choice((None, 10)), offset=draw.choice((None, 0)))
    weights = draw.choice((Weights(), Weights(1, 5, 1, 6, 1, 200, 900, "own"), Weights(1, 0, 0, 0, 8, 0, 0, "own")))

    found = best(Shelf(board, lexicon), seeker, Standing(), weights, today=TODAY, seed="s", length=10)
    plain = ranked(seeker, Standing(), board, lexicon, weights, today=TODAY, seed="s")
    assert found == [(match.opening, match.score) for match in plain[:10]]


@pytest.mark.parametrize("n", range(12))
def test_no_score_is_above_its_bound(n, monkeypatch):
    """Also where the list would not have shown it: each project, and each board as a whole."""
    monkeypatch.setattr(shelf, "BOARD", 40)
    draw = random.Random(100 + n)
    board, links = a_board(draw, 300), dict.fromkeys(("python", "js"), ("code",))
    lexicon = Lexicon(300, Counter(need.skill for each in board for need in each.needs), links, RELATED)
    claims = tuple(Claim(skill, Level(draw.randint(1, 3))) for skill in draw.sample(SKILLS, draw.randint(0, 4)))
    wants = frozenset(draw.sample((*CATEGORIES, *SKILLS), draw.randint(0, 2)))
    seeker = Seeker(claims, wants, draw.choice((None, 4, 10)), offset=draw.choice((None, 0)))
    weights = draw.choice((Weights(), Weights(0, 5, 1, 6, 1, 200, 900, "own"), Weights(1, 9, 0, 3, 8, 900, 0, "own")))
    scores = {each.opening: each.score for each in ranked_all(seeker, board, lexicon, weights)}
    laid = Shelf(board, lexicon)
    bounds = Bounds(laid, Reader.of(seeker, lexicon), Standing(), weights)
    found = [
        (scores[code], bounds.most(one), bound, bounds.least(scores[code]))
        for one in laid.boards
        for code, bound in zip(one.codes, bounds.of(one), strict=True)
        if code in scores
    ]

    assert len(found) == len(scores) > 0
    assert [row for row in found if row[0] > row[1] or row[2] < row[3]] == []


def ranked_all(seeker, board, lexicon, weights):
    return ranked(seeker, Standing(), board, lexicon, weights, today=TODAY, seed="s")


def test_more_needs_than_a_byte_can_hold_are_scored_all_the_same():
    many = tuple(Need(f"s{n}") for n in range(300))
    board = [Opening("p1", "acme", many, Timing(9, 3)), Opening("p2", "acme", (Need("s1"),), Timing(9, 3))]
    seeker = Seeker(tuple(Claim(need.skill) for need in many))

    found = best(Shelf(board, Lexicon(2)), seeker, Standing(), Weights(), today=TODAY, seed="s")
    assert [code for code, _ in found] == ["p1", "p2"]

"""How attention is shared out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.market.matching.crowding import EVERY, TOP_PRICE, is_owed, next_price, with_assured_places
from firstfoot.market.matching.needs import Crowd
from firstfoot.market.matching.rates import USUAL_ANSWERS, smoothed

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("price", "shown", "applied", "seats", "tomorrow"),
    [
        (0, 30, 0, 1, 0),
        (300, 30, 0, 1, 240),
        (300, 0, 0, 1, 180),
        (300, 30, 1, 1, 412),  # seven a week, four are enough: three quarters above
        (300, 30, 1, 2, 293),
        (850, 30, 9, 1, TOP_PRICE),
    ],
)
def test_the_price_rises_with_surplus_and_falls_without(price, shown, applied, seats, tomorrow):
    assert next_price(price, shown, applied, seats) == tomorrow


@given(st.integers(0, TOP_PRICE), st.integers(0, 99), st.integers(0, 99), st.integers(0, 9), st.integers(0, 9))
def test_the_price_stays_in_bounds_and_more_applications_never_lower_it(price, shown, applied, more, seats):
    low, high = next_price(price, shown, applied, seats), next_price(price, shown, applied + more, seats)
    assert 0 <= low <= high <= TOP_PRICE


@given(st.lists(st.booleans(), max_size=40), st.integers(1, 20))
def test_new_ones_have_a_fifth_of_the_places_where_there_are_so_many(new, length):
    board = list(enumerate(new))
    placed = with_assured_places(board, lambda each: each[1], length)

    usual = [each for each, kept in placed if not kept]
    assert len(placed) == min(length, len(board))
    assert usual == board[: len(usual)]
    assert sum(each[1] for each, _ in placed) >= min(len(placed) // EVERY, sum(new))
    assert [place for place, (_, kept) in enumerate(placed, start=1) if kept and place % EVERY] == []


@pytest.mark.parametrize(("applied", "shown", "owed"), [(0, 0, True), (3, 0, False), (2, 74, True), (2, 75, False)])
def test_a_project_is_owed_places_until_its_first_applications_or_their_worth(applied, shown, owed):
    assert is_owed(Crowd(applied=applied, shown=shown)) == owed


def test_no_rate_of_more_than_all():
    with pytest.raises(ValueError, match="3 of 2"):
        smoothed(3, 2, USUAL_ANSWERS)

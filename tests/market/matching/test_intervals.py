"""Intervals against published values and against their own laws."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstfoot.market.matching.intervals import beta_quantile, beta_share, exact_p, rate_interval, ratio_interval

pytestmark = pytest.mark.once


@st.composite
def counts(draw):
    people = draw(st.integers(1, 400))
    return draw(st.integers(0, people)), people


@pytest.mark.parametrize(
    ("selected", "people", "low", "high"),
    [
        (0, 10, 0.0, 0.3085),
        (1, 10, 0.0025, 0.4450),
        (5, 10, 0.1871, 0.8129),
        (10, 10, 0.6915, 1.0),
        (1, 20, 0.0013, 0.2487),
        (81, 263, 0.2527, 0.3676),
    ],
)
def test_the_interval_of_a_rate_is_that_of_the_tables(selected, people, low, high):
    assert rate_interval(selected, people) == pytest.approx((low, high), abs=5e-5)


def test_nobody_of_n_gives_the_closed_form():
    assert rate_interval(0, 30)[1] == pytest.approx(1 - 0.025 ** (1 / 30), abs=1e-12)


@given(counts())
@settings(max_examples=60, deadline=None)
def test_the_ends_of_a_rate_leave_two_and_a_half_percent_outside(pair):
    """The definition itself: a sum of the binomial distribution at each end."""
    selected, people = pair
    low, high = rate_interval(selected, people)
    assert low <= selected / people <= high
    if selected:
        assert _at_least(selected, people, low) == pytest.approx(0.025, rel=1e-6)
    if selected < people:
        assert 1 - _at_least(selected + 1, people, high) == pytest.approx(0.025, rel=1e-6)


def _at_least(k, n, p):
    logs = (
        math.lgamma(n + 1) - math.lgamma(i + 1) - math.lgamma(n - i + 1) + i * math.log(p) + (n - i) * math.log1p(-p)
        for i in range(k, n + 1)
    )
    return math.fsum(math.exp(log) for log in logs)


@given(st.floats(0.001, 0.999), st.floats(1, 300), st.floats(1, 300))
@settings(max_examples=60, deadline=None)
def test_a_quantile_has_its_share_below_it(share, a, b):
    assert beta_share(beta_quantile(share, a, b), a, b) == pytest.approx(share, abs=1e-9)


def test_a_large_sample_is_no_trouble():
    low, high = rate_interval(50_000, 100_000)
    assert (low, high) == pytest.approx((0.4969, 0.5031), abs=5e-5)


def test_the_interval_of_a_ratio_is_that_of_its_author():
    assert ratio_interval(36, 40, 16, 80) == pytest.approx((2.939, 7.152), abs=1e-3)


@pytest.mark.parametrize(("x", "n", "y", "m"), [(36, 40, 16, 80), (12, 40, 30, 50), (3, 11, 200, 260), (9, 10, 4, 9)])
def test_koopman_s_own_statistic_is_at_its_limit_at_both_ends(x, n, y, m):
    """His chi-square in his own form, with the rate that is likeliest at that ratio looked for by steps."""
    for ratio in ratio_interval(x, n, y, m):
        rate = _likeliest(ratio, x, n, y, m)
        chi = (x - n * rate) ** 2 / (n * rate * (1 - rate)) * (1 + n * (ratio - rate) / (m * (1 - rate)))
        assert chi == pytest.approx(3.8415, abs=1e-3)


def _likeliest(ratio, x, n, y, m):
    def log(p):
        return x * math.log(p) + (n - x) * math.log1p(-p) + y * math.log(p / ratio) + (m - y) * math.log1p(-p / ratio)

    low, high = 1e-9, min(1.0, ratio) - 1e-9
    for _ in range(200):
        one, two = low + (high - low) / 3, high - (high - low) / 3
        low, high = (one, high) if log(one) < log(two) else (low, two)
    return low


@given(counts(), counts())
@settings(max_examples=80, deadline=None)
def test_the_interval_of_a_ratio_holds_the_ratio_and_turns_with_it(one, other):
    (x, n), (y, m) = one, other
    low, high = ratio_interval(x, n, y, m)
    assert 0 <= low <= high
    if y:
        assert low <= x * m / (n * y) * (1 + 1e-9)
        assert high >= x * m / (n * y) * (1 - 1e-9)
    if x and y:
        back = ratio_interval(y, m, x, n)
        assert (low, high) == pytest.approx((1 / back[1], 1 / back[0]), rel=1e-6)


@given(st.integers(1, 30), st.integers(1, 30))
@settings(max_examples=30, deadline=None)
def test_nobody_selected_leaves_an_end_open(n, m):
    assert ratio_interval(0, n, 0, m) == (0.0, math.inf)
    assert ratio_interval(0, n, m, m)[0] == 0.0
    assert ratio_interval(n, n, 0, m)[1] == math.inf


@pytest.mark.parametrize(
    ("x", "n", "y", "m", "p"),
    [
        (3, 4, 1, 4, 0.4857),  # the lady tasting tea
        (10, 13, 2, 17, 0.0005367),  # twins of convicts, Fisher 1935
        (1, 10, 11, 14, 0.002759),
        (8, 10, 1, 6, 0.034965),
        (5, 5, 5, 5, 1.0),
    ],
)
def test_the_exact_test_gives_the_published_p(x, n, y, m, p):
    assert exact_p(x, n, y, m) == pytest.approx(p, rel=2e-4)

"""Impact ratios: what is counted, what is compared with what, and what never shows."""

from collections import Counter
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstfoot.market.matching.hiding import hidden_in_line, hidden_in_table, shown_or_hidden
from firstfoot.market.matching.impact import LEAST, Case, group, impacts

pytestmark = pytest.mark.once

SEXES = ("f", "m", "x")
RACES = ("a", "b", "c", "d")
BOTH = [(sex, race) for sex in SEXES for race in RACES]
STAGE = "offered"

tables = st.fixed_dictionaries({cell: st.integers(0, 40) for cell in BOTH})
lines = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 60), min_size=1)
rows = st.lists(
    st.tuples(st.integers(10, 300), st.floats(0, 1)).map(lambda pair: (pair[0], round(pair[0] * pair[1]))),
    min_size=1, max_size=7,
).map(lambda pairs: [((f"c{i}",), n, k) for i, (n, k) in enumerate(pairs)])  # fmt: skip


def people(said, n, selected=0):
    return [Case((said,), frozenset({STAGE} if i < selected else ())) for i in range(n)]


def test_rates_and_ratios_by_hand():
    grouping = group([*people("f", 40, 12), *people("m", 50, 30), *people("", 7, 7)], [("f",), ("m",)])
    women, men = grouping.at(STAGE)
    assert (women.people, women.selected, women.rate, women.ratio) == (40, 12, 0.3, 0.5)
    assert (men.ratio, men.is_highest, men.is_below) == (1.0, True, False)
    assert (women.is_below, women.is_surely_below, grouping.unknown) == (True, False, 7)
    assert women.ratio_between == pytest.approx((0.2893, 0.8174), abs=1e-4)
    ways = [comb(40, k) * comb(50, 42 - k) for k in range(41)]
    assert women.p == pytest.approx(sum(way for way in ways if way <= ways[12]) / sum(ways))


def test_four_fifths_itself_is_not_below():
    assert [i.is_below for i in impacts([(("f",), 50, 20), (("m",), 50, 25)])] == [False, False]


def test_nobody_selected_means_no_ratio():
    assert [i.ratio for i in impacts([(("f",), 20, 0), (("m",), 30, 0)])] == [None, None]


def test_a_category_nobody_named_is_refused():
    with pytest.raises(ValueError, match="No such category"):
        group(people("z", 12), [("f",), ("m",)])


def test_one_small_category_takes_another_with_it():
    grouping = group([*people("f", 30), *people("m", 25), *people("x", 4)], [("f",), ("m",), ("x",)])
    assert grouping.hidden == {("x",), ("m",)}
    assert [impact.category for impact in grouping.at(STAGE)] == [("f",)]


def test_what_matters_most_is_hidden_last():
    counts = {"completed": 9, "working": 20, "stopped": 2}
    assert shown_or_hidden(counts, 3, last=["completed"]) == {"completed": 9, "working": None, "stopped": None}
    assert shown_or_hidden({"completed": 9, "stopped": 2}, 3, last=["completed"])["completed"] is None


def test_two_small_ones_that_hide_each_other_take_nobody_along():
    counts = {"f": 30, "m": 25, "x": 4, "y": 7}
    assert hidden_in_line(counts, LEAST) == {"x", "y"}


@given(rows)
@settings(max_examples=30, deadline=None)
def test_the_highest_has_ratio_one_and_every_interval_holds_its_point(given_rows):
    found = impacts(given_rows)
    ratios = [impact.ratio for impact in found]
    if any(k for _, _, k in given_rows):
        assert max(ratio for ratio in ratios if ratio is not None) == 1.0
        assert any(impact.is_highest for impact in found)
    for impact in found:
        low, high = impact.rate_between
        assert low <= impact.rate <= high
        if impact.ratio is not None:
            assert impact.ratio_between[0] <= impact.ratio * (1 + 1e-9)
            assert impact.ratio_between[1] >= impact.ratio * (1 - 1e-9)


@given(rows, st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_the_order_of_categories_and_of_people_changes_nothing(given_rows, random):
    turned = list(given_rows)
    random.shuffle(turned)
    assert set(impacts(given_rows)) == set(impacts(turned))
    cases = [case for (name,), n, k in given_rows for case in people(name, n, k)]
    mixed = list(cases)
    random.shuffle(mixed)
    categories = [category for category, _, _ in given_rows]
    assert group(cases, categories).at(STAGE) == group(mixed, categories).at(STAGE)


@given(lines)
def test_what_a_line_hides_holds_nobody_or_enough(counts):
    away = hidden_in_line(counts, LEAST)
    total = sum(counts[key] for key in away)
    assert {key for key, n in counts.items() if n < LEAST} <= away
    assert total == 0 or total >= LEAST or away == counts.keys()


@given(tables)
@settings(max_examples=80, deadline=None)
def test_no_line_column_or_table_gives_a_small_count_away(counts):
    away = hidden_in_table(counts, LEAST)
    assert {cell for cell, n in counts.items() if n < LEAST} <= away
    lines_of = [[cell for cell in counts if cell[0] == sex] for sex in SEXES]
    lines_of += [[cell for cell in counts if cell[1] == race] for race in RACES]
    for line in [*lines_of, list(counts)]:
        total = sum(counts[cell] for cell in line if cell in away)
        assert total == 0 or total >= LEAST or away.issuperset(line)


@given(tables)
@settings(max_examples=40, deadline=None)
def test_what_is_hidden_never_shows(counts):
    cases = [Case(cell, frozenset({STAGE})) for cell, n in counts.items() for _ in range(n)]
    grouping = group(cases, BOTH)
    shown = grouping.at(STAGE)
    assert all(impact.people >= LEAST and impact.category not in grouping.hidden for impact in shown)
    assert {impact.category for impact in shown} == set(BOTH) - grouping.hidden
    assert Counter(case.said for case in cases) == Counter({cell: n for cell, n in counts.items() if n})


@given(lines)
def test_small_counts_of_a_funnel_cannot_be_worked_out(counts):
    shown = shown_or_hidden(counts, 3)
    hidden = [counts[key] for key, n in shown.items() if n is None]
    assert not any(n is not None and 0 < n < 3 for n in shown.values())
    assert not hidden or sum(hidden) >= 3 or sum(hidden) == sum(counts.values())

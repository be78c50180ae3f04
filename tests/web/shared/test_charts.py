"""Charts say their figures three times: to the eye, to a reader, and as a table."""

import re

import pytest

from firstfoot.web.shared import charts
from firstfoot.web.shared.charts import Bar

ROWS = [Bar("Week 1", 9.5), Bar("Week 2", 4, "4 so far"), Bar("Week 3", None)]


def test_bars_carry_title_figures_and_table():
    svg = charts.bars("Hours by week", ROWS, goal=10, goal_label="10 agreed")
    assert "Hours by week. Week 1: 9.5. Week 2: 4 so far." in svg
    assert svg.count('class="bar-a"') == 2
    assert svg.count('class="bar-b"') == 1
    assert "10 agreed" in svg
    assert '<th scope="row">Week 3</th><td class="num">–</td>' in svg


def test_bars_escape_labels():
    assert "<b>" not in charts.bars("<b>", [Bar("<b>x", 1, "<b>1")])


def test_bars_of_nothing_still_draw():
    assert "Hours" in charts.bars("Hours", [])


def test_tallest_bar_fills_the_plot():
    heights = re.findall(r'height="([\d.]+)" rx', charts.bars("x", [Bar("a", 20), Bar("b", 10)]))
    assert heights == ["100.0", "50.0"]


@pytest.mark.parametrize(("percent", "shown"), [(0, "0%"), (46.4, "46%"), (120, "100%"), (-5, "0%")])
def test_ring_shows_whole_percents(percent, shown):
    assert f">{shown}</text>" in charts.ring(percent, "done")


def test_empty_ring_draws_no_arc():
    assert 'class="b"' not in charts.ring(0, "done")


def test_meter_names_its_range():
    svg = charts.meter(3, "Steps done", most=4)
    assert 'role="meter" aria-label="Steps done" aria-valuenow="3" aria-valuemin="0" aria-valuemax="4"' in svg
    assert 'width="75%"' in svg


def test_sparkline_needs_two_points():
    assert charts.sparkline([1], "one") == ""
    assert 'aria-label="Rising"' in charts.sparkline([1, 2, 2], "Rising")


def test_flat_sparkline_is_a_line():
    assert "M0.0 25.0L112.0 25.0" in charts.sparkline([3, 3], "Flat")

"""Hours by week: nothing is lost or made up, and only weeks of the new work are named."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from firstfoot.kernel.load import FullWeek, Stretch, days_shared, full_weeks, hours_by_week

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
STRETCHES = st.builds(
    lambda first, days, hours: Stretch(first, first + timedelta(days=days), hours),
    DAYS,
    st.integers(0, 90),
    st.integers(1, 150),
)
MARCH = Stretch(date(2026, 3, 2), date(2026, 3, 15), 20)  # two weeks of ten hours


@given(st.lists(STRETCHES, max_size=4))
def test_weeks_hold_all_hours_and_begin_on_mondays(stretches):
    weeks = hours_by_week(stretches)
    assert abs(sum(weeks.values()) - sum(s.hours for s in stretches)) < 1e-6
    assert all(monday.weekday() == 0 for monday in weeks)


@given(st.lists(STRETCHES, max_size=3), STRETCHES, st.integers(0, 60))
def test_a_week_is_full_only_when_the_new_work_is_in_it_and_more_time_empties_it(known, new, hours):
    full = full_weeks(known, new, hours)
    assert {week.monday for week in full} <= set(hours_by_week([new]))
    assert {week.monday for week in full_weeks(known, new, hours + 1)} <= {week.monday for week in full}


def test_what_fits_exactly_fits():
    assert full_weeks([], MARCH, 10) == []
    assert full_weeks([], MARCH, 9) == [FullWeek(date(2026, 3, 2), 10), FullWeek(date(2026, 3, 9), 10)]


def test_live_work_counts_in_the_weeks_it_shares():
    other = Stretch(date(2026, 3, 9), date(2026, 3, 22), 8)
    assert full_weeks([other], MARCH, 12) == [FullWeek(date(2026, 3, 9), 14)]


def test_days_away_are_cut_to_the_work():
    spans = [(date(2026, 2, 1), date(2026, 2, 9)), (date(2026, 3, 14), date(2026, 3, 30))]
    assert days_shared(MARCH, spans) == [(date(2026, 3, 14), date(2026, 3, 15))]

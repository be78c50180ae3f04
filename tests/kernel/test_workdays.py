"""Business days: weekends and times away do not count, and a day ends at 23:59 of its own zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from firstfoot.kernel.workdays import Workdays

LISBON = ZoneInfo("Europe/Lisbon")
FRIDAY = datetime(2026, 11, 20, 10, tzinfo=UTC)


def test_a_weekend_is_skipped():
    assert Workdays().after(FRIDAY, 3) == datetime(2026, 11, 25, 23, 59, tzinfo=UTC)


def test_a_day_ends_where_the_side_lives():
    auckland = Workdays(zone=ZoneInfo("Pacific/Auckland"))
    assert auckland.after(FRIDAY, 1) == datetime(2026, 11, 23, 10, 59, tzinfo=UTC)


def test_away_days_are_skipped():
    calendar = Workdays(away=((date(2026, 11, 23), date(2026, 11, 24)),))
    assert calendar.after(FRIDAY, 1) == datetime(2026, 11, 25, 23, 59, tzinfo=UTC)


def test_other_weekends_exist():
    assert Workdays(weekend=frozenset({5, 6})).after(FRIDAY, 1) == datetime(2026, 11, 22, 23, 59, tzinfo=UTC)


def test_calendar_days_count_weekends_but_not_time_away():
    calendar = Workdays(away=((date(2026, 11, 21), date(2026, 11, 22)),))
    assert calendar.after_days(FRIDAY, 2) == datetime(2026, 11, 24, 23, 59, tzinfo=UTC)


def test_being_away_for_ever_still_ends():
    calendar = Workdays(away=((date(2000, 1, 1), date(2100, 1, 1)),))
    assert calendar.after(FRIDAY, 1) > FRIDAY


INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(INSTANTS, st.integers(1, 30), st.integers(0, 20), st.integers(0, 9))
def test_time_away_never_shortens_a_clock(start, days, offset, length):
    first = start.date() + timedelta(days=offset)
    away = Workdays(zone=LISBON, away=((first, first + timedelta(days=length)),))
    assert away.after(start, days) >= Workdays(zone=LISBON).after(start, days) > start


@given(INSTANTS, st.integers(1, 20))
def test_a_clock_ends_on_a_workday(start, days):
    calendar = Workdays(zone=LISBON)
    assert calendar.is_workday(calendar.date_of(calendar.after(start, days)))

"""Six answers make a whole brief: on days that both sides have, without a blocker or a warning."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.kernel.workdays import Workdays
from firstfoot.market.projects.compiling import SIZES, Answers, Circumstances, compile_brief, hours_of, suggested
from firstfoot.market.projects.compiling.planning import plan
from firstfoot.market.projects.scope import check_scope
from firstfoot.market.projects.starters import all_starters

TODAY = date(2026, 11, 23)  # a Monday
FLOORS = {"USD": 1500}


def span(first: int, days: int) -> tuple[date, date]:
    return TODAY + timedelta(days=first), TODAY + timedelta(days=first + days)


aways = st.lists(st.builds(span, st.integers(-10, 120), st.integers(0, 40)), max_size=3).map(tuple)
weekends = st.sampled_from([frozenset({6, 7}), frozenset({5, 6}), frozenset({7}), frozenset()])
calendars = st.tuples(st.builds(Workdays, weekend=weekends, away=aways), st.builds(Workdays, away=aways))
todays = st.integers(0, 6).map(lambda days: TODAY + timedelta(days=days))


def around(calendars: tuple[Workdays, ...] = (Workdays(),), today: date = TODAY) -> Circumstances:
    return Circumstances(today, "USD", "Europe/Lisbon", calendars)


def answers(size: str = "usual", needed_in: int = 200, **changes) -> Answers:
    values = {
        "audience": "Our two founders", "needed_by": TODAY + timedelta(days=needed_in), "size": size,
        "supervisor": "hana", "cover": "hugo", "at_hand": frozenset({0}), "hourly_minor": 2200, "place": "Leeds",
    }  # fmt: skip
    return Answers(**{**values, **changes})


@given(st.data())
def test_no_template_in_any_size_or_absence_has_anything_left_to_fix(data):
    starter = data.draw(st.sampled_from(all_starters()))
    size, needed = data.draw(st.sampled_from(sorted(SIZES))), data.draw(st.integers(0, 200))
    known = around(data.draw(calendars), data.draw(todays))

    brief = compile_brief(starter, answers(size, needed), known).brief

    report = check_scope(brief, floor_minor_by_currency=FLOORS, today=known.today)
    assert (report.blockers, report.warnings) == ((), ())


@given(st.data())
def test_nothing_begins_or_is_due_while_a_side_is_away(data):
    starter = data.draw(st.sampled_from(all_starters()))
    known = around(data.draw(calendars), data.draw(todays))
    size, needed = data.draw(st.sampled_from(sorted(SIZES))), data.draw(st.integers(0, 200))

    made = compile_brief(starter, answers(size, needed), known)

    brief = made.brief
    assert brief.start_from is not None
    days = [brief.start_from + timedelta(days=item.due_day - 1) for item in brief.deliverables]
    assert all(calendar.is_workday(day) for day in [brief.start_from, *days] for calendar in known.calendars)
    assert days == sorted(set(days))
    assert days[-1] == made.ends <= brief.start_from + timedelta(days=brief.days - 1)
    assert made.in_time == (made.ends <= TODAY + timedelta(days=needed))


@pytest.mark.parametrize("starter", all_starters(), ids=lambda starter: starter.code)
def test_hours_weeks_guidance_and_fee_follow_the_size(starter):
    made = {size: compile_brief(starter, answers(size), around()).brief for size in SIZES}

    assert starter.hours_least <= made["small"].hours
    assert made["large"].hours <= starter.hours_most
    assert made["small"].hours <= made["usual"].hours == starter.brief.hours <= made["large"].hours
    assert made["small"].weeks <= made["usual"].weeks <= made["large"].weeks
    assert made["usual"].weeks in {starter.brief.weeks, starter.brief.weeks + 1}
    for size, brief in made.items():
        assert (brief.hours, brief.pay_minor) == (hours_of(starter, size), brief.hours * 2200)


def test_a_result_needed_soon_takes_from_the_time_to_apply_first():
    starter = all_starters()[0]
    usual = compile_brief(starter, answers(), around())
    days = (usual.ends - TODAY).days

    hurried = compile_brief(starter, answers(needed_in=days - 7), around())
    assert (hurried.in_time, hurried.brief.apply_by, hurried.brief.weeks) == (
        True, TODAY + timedelta(days=7), usual.brief.weeks,
    )  # fmt: skip
    impossible = compile_brief(starter, answers(needed_in=10), around())
    assert (impossible.in_time, impossible.ends) == (False, usual.ends)


def test_the_suggested_day_is_met_and_leaves_two_weeks_to_begin_in():
    starter = all_starters()[0]
    day = suggested(starter, "usual", around())
    brief = compile_brief(starter, answers(needed_by=day), around()).brief
    assert brief.start_from is not None
    assert brief.start_until == brief.start_from + timedelta(days=14)


def test_a_long_absence_is_waited_for_and_a_short_one_worked_around():
    soon = {"today": TODAY, "apply_in": 14, "weeks": 3, "due_days": (7, 21)}
    free = plan(**soon, calendars=(Workdays(),))
    assert (free.start_from, free.due_days, free.weeks) == (date(2026, 12, 21), (5, 19), 3)

    short = Workdays(away=((date(2026, 12, 28), date(2027, 1, 1)),))
    assert (plan(**soon, calendars=(short,)).start_from, plan(**soon, calendars=(short,)).due_days) == (
        date(2026, 12, 21), (5, 26),
    )  # fmt: skip
    long = Workdays(away=((date(2026, 12, 23), date(2027, 1, 15)),))
    assert plan(**soon, calendars=(long,)).start_from == date(2027, 1, 18)


def test_what_is_not_at_hand_comes_before_the_first_result():
    starter = next(starter for starter in all_starters() if len(starter.brief.inputs) > 1)
    brief = compile_brief(starter, answers(at_hand=frozenset({1})), around()).brief
    first = min(item.due_day for item in brief.deliverables)
    assert brief.inputs[1].by_day == 1
    assert 1 < brief.inputs[0].by_day <= first


def test_somebody_who_is_away_for_years_still_gets_a_plan():
    gone = Workdays(away=((date(2020, 1, 1), date(2040, 1, 1)),))
    brief = compile_brief(all_starters()[0], answers(), around((gone,))).brief
    assert brief.start_from is not None
    assert brief.weeks >= 1

"""Onboarding steps, the learning goal, and the start."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.work.engagements.actions import (
    agree_start,
    propose_start,
    set_learning_goal,
    start_engagement,
    tick_step,
)
from firstfoot.work.engagements.queries import engagements_to_start
from tests.factories.engagements import at_day, deliverable, make_active, make_engagement, make_signed, tick_all


def step_of(engagement, side):
    return engagement.onboarding_steps.get(side=side)


def test_each_side_ticks_its_own(cast):
    engagement = make_signed(cast)
    done = tick_step(step_id=step_of(engagement, "host").pk, done=True, actor=cast.hugo)
    assert done.done_by == cast.hugo


@pytest.mark.parametrize(("who", "side"), [("sam", "host"), ("hugo", "intern"), ("otto", "host")])
def test_nobody_ticks_for_the_other_side(cast, who, side):
    engagement = make_signed(cast)
    with pytest.raises(NotPermitted):
        tick_step(step_id=step_of(engagement, side).pk, done=True, actor=getattr(cast, who))


def test_a_tick_can_be_taken_back(cast):
    step = step_of(make_signed(cast), "intern")
    tick_step(step_id=step.pk, done=True, actor=cast.sam)
    assert tick_step(step_id=step.pk, done=False, actor=cast.sam).done_at is None


def test_a_second_tick_changes_nothing(cast):
    engagement = make_signed(cast)
    for _again in range(2):
        tick_step(step_id=step_of(engagement, "intern").pk, done=True, actor=cast.sam)
    engagement.refresh_from_db()
    assert engagement.version == 3  # begun, signed, one step


def test_nothing_is_ticked_before_the_signing(cast):
    with pytest.raises(Conflict, match="not_now"):
        tick_step(step_id=step_of(make_engagement(cast), "intern").pk, done=True, actor=cast.sam)


def test_the_learning_goal_is_one_line_of_the_intern(cast):
    engagement = set_learning_goal(engagement_id=make_signed(cast).pk, goal=" How a shop\n decides ", actor=cast.sam)
    assert engagement.learning_goal == "How a shop decides"
    with pytest.raises(NotPermitted, match="intern_only"):
        set_learning_goal(engagement_id=engagement.pk, goal="x", actor=cast.hugo)


def test_starting_needs_the_required_steps_of_both_sides(cast):
    engagement = make_signed(cast)
    tick_step(step_id=step_of(engagement, "intern").pk, done=True, actor=cast.sam)
    with pytest.raises(Conflict, match="steps_open"):
        start_engagement(engagement_id=engagement.pk, actor=cast.sam)


@pytest.mark.parametrize("who", ["sam", "hugo", "hana", None])
def test_either_side_or_the_clock_starts(cast, who):
    engagement = tick_all(make_signed(cast))
    with at_day(engagement, 0):
        started = start_engagement(engagement_id=engagement.pk, actor=getattr(cast, who) if who else None)
    assert (started.state, started.started_at is not None) == ("active", True)


def test_the_clock_does_not_start_too_early(cast):
    engagement = tick_all(make_signed(cast))
    with pytest.raises(Conflict, match="too_early"):
        start_engagement(engagement_id=engagement.pk, actor=None)


def test_the_clock_finds_what_may_start(cast):
    engagement = make_signed(cast)
    assert list(engagements_to_start(engagement.start_on)) == []
    tick_all(engagement)
    assert list(engagements_to_start(engagement.start_on - timedelta(days=1))) == []
    assert list(engagements_to_start(engagement.start_on)) == [engagement]


def test_it_starts_once(cast):
    with pytest.raises(IllegalTransition):
        start_engagement(engagement_id=make_active(cast).pk, actor=cast.sam)


@pytest.mark.parametrize("who", ["otto", "stella", "paz"])
def test_strangers_do_not_start_it(cast, who):
    engagement = tick_all(make_signed(cast))
    with pytest.raises(NotPermitted):
        start_engagement(engagement_id=engagement.pk, actor=getattr(cast, who))


def test_check_ins_are_scheduled_by_the_agreed_cadence(cast):
    engagement = make_active(cast, weeks=3, check_in_prompts=("How is it?", "And now?"))
    found = list(engagement.check_ins.values_list("number", "state", "prompt"))
    assert found == [(1, "scheduled", "How is it?"), (2, "scheduled", "And now?")]
    first = engagement.check_ins.first()
    assert first.due_on >= engagement.start_on + timedelta(days=7)
    assert first.closes_at.date() > first.due_on


def test_a_short_project_has_two_check_ins(cast):
    engagement = make_active(cast, check_in_every_days=30)
    first, second = engagement.check_ins.all()
    assert engagement.start_on < first.due_on < second.due_on < engagement.end_on


def test_a_new_start_needs_both(cast):
    engagement = make_signed(cast)
    was, due = engagement.start_on, deliverable(engagement).due_on
    propose_start(engagement_id=engagement.pk, new_start_on=was + timedelta(days=7), actor=cast.sam)
    with pytest.raises(Conflict, match="own_proposal"):
        agree_start(engagement_id=engagement.pk, actor=cast.sam)

    moved = agree_start(engagement_id=engagement.pk, actor=cast.hugo)

    assert (moved.start_on, moved.new_start_on) == (was + timedelta(days=7), None)
    assert deliverable(engagement).due_on == due + timedelta(days=7)


def test_a_start_in_the_past_is_refused(cast):
    with pytest.raises(Conflict, match="start_past"):
        propose_start(engagement_id=make_signed(cast).pk, new_start_on=date(2020, 1, 1), actor=cast.sam)


def test_there_must_be_something_to_agree_to(cast):
    with pytest.raises(Conflict, match="nothing_proposed"):
        agree_start(engagement_id=make_signed(cast).pk, actor=cast.sam)


def test_the_start_moves_twice(cast):
    engagement = make_signed(cast)
    was, end = engagement.start_on, engagement.end_on
    for days in (7, 14):
        propose_start(engagement_id=engagement.pk, new_start_on=was + timedelta(days=days), actor=cast.sam)
        moved = agree_start(engagement_id=engagement.pk, actor=cast.hugo)
    assert (moved.end_on, clock.today() < moved.start_on) == (end + timedelta(days=14), True)

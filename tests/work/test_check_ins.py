"""Check-ins, unseen until both, and the course corrections they open."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.kernel.workdays import Workdays
from firstfoot.work.engagements.actions import (
    agree_correction,
    agree_skip,
    close_correction,
    miss_check_in,
    propose_correction,
    propose_skip,
    rate_feedback,
    report_stuck,
)
from firstfoot.work.engagements.actions.planning import check_in_days
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import answers_shown_to, check_in_of, check_ins_to_close, engagement_timeline
from firstfoot.work.engagements.states import Side, diverges
from tests.factories.engagements import answer, check_in, make_active, make_signed


@pytest.fixture
def engagement(cast):
    return make_active(cast, weeks=4)


def shown(engagement, side, *, notes=True):
    return [a.side for a in answers_shown_to(check_in_of(engagement, 1), side, notes=notes)]


def miss(engagement, number):
    thing = check_in(engagement, number)
    with clock.at(thing.closes_at + timedelta(minutes=1)):
        return miss_check_in(check_in_id=thing.pk)


def test_one_answer_keeps_it_open_and_unseen(cast, engagement):
    assert answer(engagement, cast.sam).state == "scheduled"
    assert (shown(engagement, Side.INTERN), shown(engagement, Side.HOST)) == (["intern"], [])


def test_not_even_the_timeline_says_that_an_answer_exists(cast, engagement):
    before = engagement_timeline(engagement)
    answer(engagement, cast.sam)
    assert engagement_timeline(engagement) == before


def test_both_answers_close_and_show_it(cast, engagement):
    answer(engagement, cast.sam)
    closed = answer(engagement, cast.hugo)
    assert (closed.state, closed.is_divergent) == ("answered", False)
    assert sorted(shown(engagement, Side.HOST)) == ["host", "intern"]


def test_owners_who_do_not_guide_see_no_notes(cast, engagement):
    answer(engagement, cast.sam)
    answer(engagement, cast.cora)
    assert shown(engagement, Side.HOST, notes=False) == []


def test_an_answer_may_be_changed_until_it_closes(cast, engagement):
    answer(engagement, cast.sam)
    answer(engagement, cast.sam, progress="behind")
    assert list(check_in(engagement).answers.values_list("progress", flat=True)) == ["behind"]


def test_a_closed_one_is_not_answered(cast, engagement):
    answer(engagement, cast.sam)
    answer(engagement, cast.hugo)
    with pytest.raises(IllegalTransition):
        answer(engagement, cast.sam)


def test_the_next_but_one_waits_for_its_day(cast, engagement):
    with pytest.raises(Conflict, match="not_yet"):
        answer(engagement, cast.sam, 2)


@pytest.mark.parametrize("who", ["hana", "rita", "otto", "stella"])
def test_who_may_not_answer(cast, engagement, who):
    with pytest.raises(NotPermitted):
        answer(engagement, getattr(cast, who))


@pytest.mark.parametrize(
    ("host", "intern", "apart"),
    [("ahead", "ahead", False), ("ahead", "on_track", False), ("ahead", "behind", True), ("behind", "stuck", True),
     ("stuck", "stuck", False), ("on_track", "stuck", True)],
)  # fmt: skip
def test_two_steps_apart_or_one_side_stuck_diverges(host, intern, apart):
    assert diverges(host, intern) is apart


def test_divergence_opens_a_course_correction(cast, engagement):
    answer(engagement, cast.sam, progress="stuck")
    closed = answer(engagement, cast.hugo, progress="ahead")

    correction = engagement.course_corrections.get()
    assert (closed.is_divergent, correction.cause, correction.check_in, correction.opened_side) == (
        True, "divergence", closed, "",
    )  # fmt: skip


def test_the_window_ends_without_answers(cast, engagement):
    thing = check_in(engagement)
    assert list(check_ins_to_close(thing.closes_at)) == []
    assert list(check_ins_to_close(thing.closes_at + timedelta(minutes=1))) == [thing]
    assert miss(engagement, 1).state == "missed"


def test_a_missed_one_shows_what_was_said(cast, engagement):
    answer(engagement, cast.sam)
    miss(engagement, 1)
    assert shown(engagement, Side.HOST) == ["intern"]


def test_the_window_is_not_over_too_early(cast, engagement):
    with pytest.raises(Conflict, match="too_early"):
        miss_check_in(check_in_id=check_in(engagement).pk)


def test_the_intern_says_whether_feedback_helped(cast, engagement):
    answer(engagement, cast.sam, keep="The lists", minutes=90)
    with pytest.raises(Conflict, match="no_feedback"):
        rate_feedback(check_in_id=check_in(engagement).pk, helped="yes", actor=cast.sam)
    answer(engagement, cast.hugo, change="Ask earlier", minutes=90)
    with pytest.raises(NotPermitted):
        rate_feedback(check_in_id=check_in(engagement).pk, helped="yes", actor=cast.hugo)
    for word in ("no", "yes", "yes"):
        rate_feedback(check_in_id=check_in(engagement).pk, helped=word, actor=cast.sam)
    said = check_in(engagement).answers.order_by("side").values_list("side", "helped", "minutes")
    assert list(said) == [("host", "yes", None), ("intern", "", 90)]
    assert Fact.objects.filter(kind="check_in.feedback_rated").count() == 2


def test_there_is_nothing_to_rate_where_the_host_said_nothing(cast, engagement):
    answer(engagement, cast.sam)
    answer(engagement, cast.hugo)
    with pytest.raises(Conflict, match="no_feedback"):
        rate_feedback(check_in_id=check_in(engagement).pk, helped="yes", actor=cast.sam)


@given(start=st.dates(date(2026, 6, 1), date(2026, 6, 14)), length=st.integers(0, 60), every=st.integers(1, 31))
def test_short_work_has_two_check_ins_and_all_work_has_one(start, length, every):
    thing = Engagement(start_on=start, end_on=start + timedelta(days=length), check_in_every_days=every)
    days = check_in_days(thing, Workdays())
    workdays = [n for n in range(length + 1) if Workdays().is_workday(start + timedelta(days=n))]
    assert days == sorted(set(days))
    assert len(days) >= (2 if length < 14 and len(workdays) > 1 else 1)
    assert all(Workdays().is_workday(day) for day in days)


def test_skipping_needs_both(cast, engagement):
    thing = propose_skip(check_in_id=check_in(engagement).pk, actor=cast.sam)
    with pytest.raises(Conflict, match="own_proposal"):
        agree_skip(check_in_id=thing.pk, actor=cast.sam)
    assert agree_skip(check_in_id=thing.pk, actor=cast.hugo).state == "skipped"


def test_skipping_is_proposed_once(cast, engagement):
    thing = propose_skip(check_in_id=check_in(engagement).pk, actor=cast.sam)
    with pytest.raises(Conflict, match="already_proposed"):
        propose_skip(check_in_id=thing.pk, actor=cast.hugo)


def test_stuck_opens_a_correction_on_any_day(cast, engagement):
    correction = report_stuck(engagement_id=engagement.pk, what="No access to the figures", actor=cast.sam)
    assert (correction.cause, correction.opened_side, correction.state) == ("stuck", "intern", "open")


def test_nobody_is_stuck_before_the_signing_or_from_outside(cast, engagement):
    with pytest.raises(NotPermitted):
        report_stuck(engagement_id=engagement.pk, what="x", actor=cast.otto)


def proposal(engagement, correction, actor, **changes):
    actions = [{"text": "Send the figures", "owner_side": "host", "due_on": engagement.end_on}]
    details = {"seen": correction.version, "what": "No figures yet", "actions": actions, **changes}
    return propose_correction(correction_id=correction.pk, actor=actor, **details)


def test_a_correction_names_who_does_what_and_both_agree(cast, engagement):
    correction = proposal(engagement, report_stuck(engagement_id=engagement.pk, what="x", actor=cast.sam), cast.sam)
    with pytest.raises(Conflict, match="own_proposal"):
        agree_correction(correction_id=correction.pk, seen=correction.version, actor=cast.sam)

    agreed = agree_correction(correction_id=correction.pk, seen=correction.version, actor=cast.hugo)

    assert (agreed.state, [(a.text, a.owner_side) for a in agreed.actions.all()]) == (
        "agreed", [("Send the figures", "host")],
    )  # fmt: skip


def test_agreeing_to_what_changed_meanwhile_is_refused(cast, engagement):
    correction = proposal(engagement, report_stuck(engagement_id=engagement.pk, what="x", actor=cast.sam), cast.sam)
    with pytest.raises(Conflict, match="changed"):
        agree_correction(correction_id=correction.pk, seen=correction.version - 1, actor=cast.hugo)


def test_there_must_be_something_to_do(cast, engagement):
    correction = report_stuck(engagement_id=engagement.pk, what="x", actor=cast.sam)
    with pytest.raises(Conflict, match="no_actions"):
        proposal(engagement, correction, cast.sam, actions=[])
    with pytest.raises(Conflict, match="nothing_proposed"):
        agree_correction(correction_id=correction.pk, seen=correction.version, actor=cast.hugo)


def test_closing_a_correction_settles_its_actions(cast, engagement):
    correction = proposal(engagement, report_stuck(engagement_id=engagement.pk, what="x", actor=cast.sam), cast.sam)
    agree_correction(correction_id=correction.pk, seen=correction.version, actor=cast.hugo)
    closed = close_correction(correction_id=correction.pk, actor=cast.sam)
    assert (closed.state, closed.actions.filter(done_at=None).count()) == ("done", 0)


def test_before_the_work_there_is_no_check_in(cast):
    assert make_signed(cast).check_ins.count() == 0

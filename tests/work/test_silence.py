"""A side without a sign of life: counted from what happened, told before, stopped by any answer, ended safely."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from firstfoot.insights import promises
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.work.engagements.actions import (
    end_early,
    end_for_silence,
    miss_check_in,
    note_silence,
    post_in_engagement,
    review_deliverable,
)
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import engagements_maybe_silent, silence_in
from firstfoot.work.payments.actions import decide_part_pay
from tests.factories.engagements import answer, make_active, make_engagement, marks_for, proposed, sign, submit

WEEK = timedelta(days=7)


def write(engagement, actor, key="a"):
    post_in_engagement(engagement_id=engagement.pk, body="Here I am.", key=key, actor=actor)


def miss_two(engagement):
    """Both check-ins go by; the time when the second is over."""
    for check_in in engagement.check_ins.order_by("number")[:2]:
        with clock.at(check_in.closes_at + timedelta(minutes=1)):
            miss_check_in(check_in_id=check_in.pk)
            over = clock.now()
    return over


def safe_end(engagement, actor):
    return end_for_silence(engagement_id=engagement.pk, handed_over="The table.", part_pay_minor=20000, actor=actor)


@pytest.fixture
def unheard(cast):
    """Sam handed in and Hugo answers nothing: three weeks later it is noted, for the host."""
    engagement = make_active(cast)
    submit(engagement)
    with clock.at(clock.now() + 3 * WEEK):
        note_silence(engagement_id=engagement.pk)
    engagement.refresh_from_db()
    return engagement


def test_work_that_waits_ten_business_days_without_a_sign(cast):
    engagement = make_active(cast)
    submit(engagement)
    begun = clock.today(cast.acme.zone)
    with clock.at(clock.now() + WEEK):
        assert (silence_in(engagement), engagements_maybe_silent()) == (None, [])
    with clock.at(clock.now() + 3 * WEEK):
        found = silence_in(engagement)
        assert (found.side, found.since, found.waits) == ("host", begun, "review")
        assert engagements_maybe_silent() == [engagement.pk]


@pytest.mark.parametrize(("who", "side"), [("hugo", "intern"), ("sam", "host")])
def test_two_check_ins_missed_in_a_row_by_one_side(cast, who, side):
    engagement = make_active(cast)
    first = engagement.check_ins.order_by("number")[0]
    with clock.at(first.closes_at - timedelta(hours=1)):
        answer(engagement, getattr(cast, who))
    with clock.at(miss_two(engagement)):
        assert silence_in(engagement).side == side


def test_a_line_in_the_conversation_is_a_sign(cast):
    engagement = make_active(cast)
    submit(engagement)
    with clock.at(clock.now() + 3 * WEEK):
        write(engagement, cast.hugo)
        assert silence_in(engagement) is None


def test_a_signature_that_does_not_come(cast):
    engagement = sign(make_engagement(cast), cast.sam)
    with clock.at(proposed(engagement).sign_by_host_at + timedelta(minutes=1)):
        assert (silence_in(engagement).side, silence_in(engagement).waits) == ("host", "signature")


def test_it_is_noted_once_and_over_with_any_answer(cast, unheard):
    assert (unheard.silent_side, unheard.end_reason) == ("host", "")
    with clock.at(clock.now() + 3 * WEEK):
        version = unheard.version
        note_silence(engagement_id=unheard.pk)
        unheard.refresh_from_db()
        assert unheard.version == version
        write(unheard, cast.hana)
        note_silence(engagement_id=unheard.pk)
    unheard.refresh_from_db()
    assert (unheard.silent_side, unheard.silent_since, unheard.safe_end_from_at) == ("", None, None)


def test_only_after_the_day_that_was_told(cast, unheard):
    with clock.at(unheard.safe_end_from_at - timedelta(minutes=1)), pytest.raises(Conflict, match="side_has_time"):
        safe_end(unheard, cast.sam)
    with clock.at(unheard.safe_end_from_at + timedelta(minutes=1)):
        ended = safe_end(unheard, cast.sam)
    assert (ended.state, ended.end_reason, ended.ended_side, ended.silent_side, ended.end_note) == (
        "ended_early", "silence", "intern", "host", "",
    )  # fmt: skip


def test_an_answer_in_the_last_moment_stops_it(cast, unheard):
    with clock.at(unheard.safe_end_from_at + timedelta(minutes=1)):
        review_deliverable(
            deliverable_id=unheard.deliverables.get(number=1).pk, submission_number=1, accept=True, comment="",
            marks=marks_for(unheard.deliverables.get(number=1)), actor=cast.hugo,
        )  # fmt: skip
        with pytest.raises(Conflict, match="no_silence"):
            safe_end(unheard, cast.sam)


def test_who_may_end_safely(cast, unheard):
    with clock.at(unheard.safe_end_from_at + WEEK):
        with pytest.raises(Conflict, match="no_silence"):
            safe_end(unheard, cast.hana)
        with pytest.raises(NotPermitted):
            safe_end(unheard, cast.otto)
    with pytest.raises(Conflict, match="no_silence"):
        safe_end(make_active(cast, person=cast.paz), cast.paz)


def test_nobody_types_silence_as_a_reason(cast):
    with pytest.raises(Conflict, match="no_silence"):
        end_early(
            engagement_id=make_active(cast).pk, reason="silence", note="", handed_over="", part_pay_minor=None,
            actor=cast.sam,
        )  # fmt: skip


def test_the_interns_part_stands_once_the_steward_confirms_it(cast, unheard):
    with clock.at(unheard.safe_end_from_at + WEEK):
        safe_end(unheard, cast.sam)
    with clock.at(unheard.safe_end_from_at + 3 * WEEK):
        decide_part_pay(engagement_id=unheard.pk, amount_minor=20000, reason="No answer came.", actor=cast.stella)
    assert Engagement.objects.get(pk=unheard.pk).part_pay_minor == 20000


def test_a_silent_intern_is_no_broken_promise_of_the_host(cast):
    engagement = make_active(cast)
    over = miss_two(engagement)
    with clock.at(over + WEEK):
        write(engagement, cast.hugo)
        note_silence(engagement_id=engagement.pk)
    with clock.at(over + 3 * WEEK):
        safe_end(engagement, cast.hana)
        assert promises._ended(cast.acme) == 0


def test_the_database_lets_silence_end_only_against_the_silent_side(cast, unheard):
    rows = Engagement.objects.filter(pk=unheard.pk)
    with pytest.raises(IntegrityError, match="others_silence"), transaction.atomic():
        rows.update(end_reason="silence", ended_side="host")
    with pytest.raises(IntegrityError, match="silence_all_or_none"), transaction.atomic():
        rows.update(silent_side="")

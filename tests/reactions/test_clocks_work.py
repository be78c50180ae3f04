"""The clocks of the work: signing, start, check-in, review, evaluation, what comes next."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.accounts.actions import add_away, suspend_person
from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.proof.pathways.actions import offer_pathway
from firstfoot.work.engagements.actions import add_step, report_stuck
from tests.factories import engagements as make
from tests.reactions.support import MONDAY, day, forget, settle, told


@pytest.fixture(autouse=True)
def _monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def agreeing(cast):
    engagement = make.make_engagement(cast)
    settle()
    forget()
    return engagement


@pytest.fixture
def signed(cast, agreeing):
    make.sign_both(cast, agreeing)
    settle()
    forget()
    return agreeing


@pytest.fixture
def active(cast, signed):
    make.start(cast, signed)
    settle()
    forget()
    return signed


def state_of(thing) -> str:
    thing.refresh_from_db()
    return str(thing.state)


def counts(kind: str, days: range) -> list[int]:
    return [(settle(day(n)), Notice.objects.filter(kind=kind).count())[1] for n in days]


# Signing


def test_whoever_has_not_signed_is_reminded_half_way_and_on_the_last_day(cast, agreeing):
    make.sign(agreeing, cast.hana)
    settle()
    forget()

    assert counts("reminder.signing_intern", range(8)) == [0, 0, 0, 1, 1, 1, 1, 2]
    assert told("reminder.signing_intern") == {"sam"}
    assert told("reminder.signing_host") == set()


def test_afterwards_the_other_side_hears_that_it_may_end_it(cast, agreeing):
    make.sign(agreeing, cast.hana)
    settle()
    settle(day(8))

    late = Notice.objects.filter(kind="reminder.signing_intern", title__startswith="Still")
    assert {n.recipient for n in late} == {cast.hana, cast.rita}


# Start


def test_the_start_comes_by_itself_when_everything_is_done(cast, signed):
    make.tick_all(signed)
    with make.at_day(signed, -1):
        settle()
        assert state_of(signed) == "onboarding"
    with make.at_day(signed, 0):
        settle()
        assert state_of(signed) == "active"
    assert told("engagement.started") == {"sam", "hugo"}


def test_open_steps_are_reminded_two_days_before(cast, signed):
    with make.at_day(signed, -3):
        settle()
        assert told("reminder.onboarding") == set()
    with make.at_day(signed, -2):
        settle()
        settle()
    assert Notice.objects.filter(kind="reminder.onboarding").count() == 2
    assert told("reminder.onboarding") == {"sam", "hugo"}


def test_only_the_owner_of_open_steps_is_reminded(cast, signed):
    from firstfoot.work.engagements.actions import tick_step

    step = signed.onboarding_steps.get(side="intern")
    tick_step(step_id=step.pk, done=True, actor=cast.sam)
    with make.at_day(signed, -2):
        settle()
    assert told("reminder.onboarding") == {"hugo"}


def test_a_step_that_is_due_earlier_is_reminded_the_day_before(cast, signed):
    signed.onboarding_steps.all().delete()
    day_due = signed.start_on - timedelta(days=4)
    add_step(
        engagement_id=signed.pk, side="intern", text="Read the guide", due_on=day_due, required=True, actor=cast.hugo
    )
    seen = []
    for days in (-6, -5, -4, -3):
        with make.at_day(signed, days):
            settle()
            seen.append(Notice.objects.filter(kind="reminder.steps_intern").count())
    assert (seen, told("reminder.steps_intern")) == ([0, 1, 1, 1], {"sam"})
    assert "Read the guide" in Notice.objects.get(kind="reminder.steps_intern").body


def test_a_start_that_has_passed_asks_both_for_another_day(cast, signed):
    with make.at_day(signed, 1):
        settle()
        assert state_of(signed) == "onboarding"
    assert set(Notice.objects.filter(kind="reminder.onboarding").values_list("title", flat=True)) == {
        f"The start has passed: {signed.title}"
    }


# Check-in


def test_a_check_in_is_reminded_on_its_day_to_whoever_has_not_answered(cast, active):
    due_on = make.check_in(active).due_on
    days = (due_on - active.start_on).days
    with make.at_day(active, days - 1):
        settle()
        assert told("reminder.check_in") == set()
    with make.at_day(active, days):
        make.answer(active, cast.sam)
        settle()
        settle()
    assert Notice.objects.filter(kind="reminder.check_in").count() == 1
    assert told("reminder.check_in") == {"hugo"}


def test_what_one_side_answered_is_told_to_nobody(cast, active):
    days = (make.check_in(active).due_on - active.start_on).days
    with make.at_day(active, days):
        settle()
        before = Notice.objects.count()
        make.answer(active, cast.sam)
        settle()
    assert Notice.objects.count() == before


def test_a_check_in_is_missed_after_two_business_days(cast, active):
    check_in = make.check_in(active)
    with clock.at(check_in.closes_at - timedelta(minutes=1)):
        settle()
        assert state_of(check_in) == "scheduled"
    with clock.at(check_in.closes_at + timedelta(minutes=1)):
        settle()
        assert state_of(check_in) == "missed"
    assert told("check_in.missed") == {"sam", "hugo"}


def test_a_check_in_waits_for_whoever_is_away(cast, active):
    check_in = make.check_in(active)
    first_on = check_in.due_on + timedelta(days=1)
    add_away(person_id=cast.sam.pk, first_on=first_on, last_on=first_on + timedelta(days=2), actor=cast.sam)
    with clock.at(check_in.closes_at + timedelta(minutes=1)):
        settle()
    assert state_of(check_in) == "scheduled"
    with clock.at(check_in.closes_at + timedelta(minutes=1)):
        settle()
    assert state_of(check_in) == "missed"


# Review


def test_a_review_is_reminded_half_way_on_the_last_day_and_each_second_day(cast, active):
    with make.at_day(active, 0):  # a Monday
        make.submit(active)
        settle()
        forget()
    seen = []
    for number in range(14):
        with make.at_day(active, number):
            settle()
            seen.append(Notice.objects.filter(kind="reminder.review").count())
    assert seen == [0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5]
    assert told("reminder.review") == {"hugo"}


def test_the_cover_is_reminded_while_the_supervisor_is_away(cast, active):
    with make.at_day(active, 0):
        make.submit(active)
    for number in (1, 4):
        away = active.start_on + timedelta(days=number)
        add_away(person_id=cast.hugo.pk, first_on=away, last_on=away, actor=cast.hugo)
    with make.at_day(active, 4):
        settle()
    assert told("reminder.review") == {"hugo", "cora"}


# Evaluation and what comes next


@pytest.fixture
def closing(cast, active):
    with make.at_day(active, 5):
        make.accept_all(active)
        settle()
        forget()
    return active


def test_evaluations_are_reminded_half_way_and_two_days_before(cast, closing):
    with make.at_day(closing, 5):
        make.evaluate(closing, cast.sam)
    seen = []
    for number in range(5, 20):
        with make.at_day(closing, number):
            settle()
            seen.append(Notice.objects.filter(kind="reminder.evaluation").count())
    assert seen == [0] * 7 + [1] * 5 + [2] * 3
    assert told("reminder.evaluation") == {"hugo"}


def test_after_fourteen_days_it_completes_with_what_is_there(cast, closing):
    with make.at_day(closing, 5):
        mine = make.evaluate(closing, cast.sam)
    with make.at_day(closing, 19):
        settle()
        assert state_of(closing) == "closing"
    with make.at_day(closing, 20):
        settle()
    assert (state_of(closing), state_of(mine)) == ("completed", "revealed")
    closing.organization.refresh_from_db()
    assert closing.organization.finished_count == 1


def test_days_away_prolong_the_time_for_evaluations(cast, closing):
    first_on = closing.start_on + timedelta(days=10)
    add_away(person_id=cast.sam.pk, first_on=first_on, last_on=first_on, actor=cast.sam)
    with make.at_day(closing, 20):
        settle()
        assert state_of(closing) == "closing"
    with make.at_day(closing, 21):
        settle()
    assert state_of(closing) == "completed"


def test_what_comes_next_expires_after_thirty_days(cast, closing):
    with make.at_day(closing, 5):
        offer = offer_pathway(engagement_id=closing.pk, kind="interview", note="", actor=cast.hugo)
    with make.at_day(closing, 36):
        settle()
    assert state_of(offer) == "expired"
    assert told("pathway.expired") == {"sam", "hugo"}


def test_suspended_people_are_not_reminded(cast, agreeing):
    suspend_person(person_id=cast.sam.pk, actor=cast.stella, reason_code="abuse")
    settle(day(7))

    assert "sam" not in told("reminder.signing_intern")


def test_one_broken_thing_does_not_stop_the_clocks(cast, signed, monkeypatch):
    from firstfoot.reactions.clocks import table

    def broken(_key: int) -> bool:
        raise RuntimeError("broken")

    clocks = [table.Clock("broken", lambda _now: [1], broken), *table.CLOCKS]
    monkeypatch.setattr(table, "CLOCKS", tuple(clocks))
    make.tick_all(signed)
    with make.at_day(signed, 0):
        settle()
    assert state_of(signed) == "active"


def test_stuck_is_told_to_the_guide(cast, active):
    with make.at_day(active, 1):
        report_stuck(engagement_id=active.pk, what="I cannot open the folder", actor=cast.sam)
        settle()
    assert told("correction.opened") == {"hugo"}

"""Disputes: who opens which, and what is held until they are over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.organizations.states import Role
from firstfoot.operations.check.command import all_faults
from firstfoot.work.disputes import actions
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.engagements.actions import end_early, seek_successor
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import takeover_of
from firstfoot.work.evaluations.actions import reveal_evaluations
from firstfoot.work.payments.actions import answer_part_pay, ask_write_off, decide_part_pay
from tests.cast import hire
from tests.factories import disputes as make
from tests.factories import engagements as work
from tests.factories import payments
from tests.work.test_rescue import succeed

END = {"reason": "no_time", "note": "", "handed_over": "", "part_pay_minor": 20000}


def refused(do, *args, **kwargs):
    """The code of the refusal."""
    with pytest.raises((Conflict, NotPermitted)) as refusal:
        do(*args, **kwargs)
    return refusal.value.code


def of(dispute) -> Engagement:
    return Engagement.objects.get(pk=dispute.engagement_id)


def state(dispute) -> tuple[str, bool]:
    """The dispute's state, and whether the work is held."""
    return Dispute.objects.get(pk=dispute.pk).state, of(dispute).is_held


def later(days: int):
    return clock.at(clock.now() + timedelta(days=days))


# Opening


def test_an_intern_disputes_a_result_that_came_back(cast):
    dispute = make.make_dispute(cast)

    assert state(dispute) == ("open", True)
    kinds = Fact.objects.order_by("-pk").values_list("kind", "data")[:2]
    assert dict(kinds) == {
        "dispute.opened": {"cause": "not_accepted", "side": "intern", "number": 1}, "engagement.held": {}
    }  # fmt: skip
    assert list(all_faults()) == []


@pytest.mark.parametrize(
    ("who", "cause", "code"),
    [
        ("hugo", "not_accepted", "other_sides_cause"),
        ("sam", "not_as_agreed", "other_sides_cause"),
        ("rita", "conduct", "guides_only"),
        ("otto", "conduct", "not_party"),
        ("stella", "conduct", "not_party"),
        ("sam", "not_paid", "not_at_hand"),
        ("sam", "ending", "not_at_hand"),
    ],
)
def test_who_opens_what(cast, who, cause, code):
    engagement = make.make_returned(cast)
    assert refused(make.open_about, engagement, getattr(cast, who), cause=cause) == code


def test_the_hosts_supervisor_and_owner_may_open(cast):
    for actor in (cast.hugo, cast.hana):
        dispute = make.open_about(make.make_returned(cast), actor, cause="not_as_agreed")
        assert dispute.side == "host"


def test_a_fresh_result_is_for_the_host_to_answer_first(cast):
    engagement = work.make_active(cast)
    work.submit(engagement)
    assert refused(make.open_about, engagement) == "not_at_hand"
    with later(15):
        assert make.open_about(engagement).state == "open"


def test_one_dispute_at_a_time(cast):
    dispute = make.make_dispute(cast)
    assert refused(make.open_about, dispute.engagement, cause="conduct") == "held"


def test_what_was_decided_is_not_asked_again_by_the_same_side(cast):
    dispute = make.make_decided(cast, "returned")
    for actor in (cast.sam, cast.hugo):
        actions.accept_decision(dispute_id=dispute.pk, actor=actor)
    assert refused(make.open_about, of(dispute)) == "decided_already"


def test_a_side_opens_no_more_than_three(cast):
    engagement = make.make_returned(cast)
    for _time in range(3):
        opened = make.open_about(engagement, cause="conduct")
        actions.withdraw_dispute(dispute_id=opened.pk, actor=cast.sam)
    assert refused(make.open_about, engagement, cause="scope") == "enough_disputes"


def test_without_a_third_party_nothing_is_held(cast):
    """The only steward covers for the supervisor: the safe end is what remains."""
    engagement = make.make_returned(cast)
    hire(cast.acme, cast.hana, cast.stella, Role.SUPERVISOR)
    assert refused(make.open_about, engagement) == "nobody_decides"
    end_early(engagement_id=engagement.pk, actor=cast.sam, **END)
    assert Engagement.objects.get(pk=engagement.pk).state == "ended_early"


def test_pay_that_did_not_arrive_is_disputed_after_completion(cast):
    engagement = work.make_completed(cast)
    payments.stipend(engagement)
    assert refused(make.open_about, engagement, cause="not_paid") == "not_at_hand"
    with later(60):
        dispute = make.open_about(engagement, cause="not_paid")
        assert state(dispute) == ("open", True)


# The hold


def test_answers_to_results_are_held(cast):
    engagement = make.make_dispute(cast).engagement
    work.submit(engagement)
    assert refused(work.accept, engagement) == "held"
    assert refused(work.send_back, engagement) == "held"


def test_the_host_cannot_end_and_the_intern_always_can(cast):
    dispute = make.make_dispute(cast)
    assert refused(end_early, engagement_id=dispute.engagement_id, actor=cast.hana, **END) == "held"
    end_early(engagement_id=dispute.engagement_id, actor=cast.sam, **END)
    assert (of(dispute).state, *state(dispute)) == ("ended_early", "open", True)


def test_completion_is_held_and_follows_the_end_of_the_dispute(cast):
    engagement = work.make_closing(cast)
    dispute = make.open_about(engagement, cause="conduct")
    for person in (cast.sam, cast.hugo):
        work.evaluate(engagement, person)
    assert of(dispute).state == "closing"
    assert refused(reveal_evaluations, engagement_id=engagement.pk) == "held"
    actions.withdraw_dispute(dispute_id=dispute.pk, actor=cast.sam)
    reveal_evaluations(engagement_id=engagement.pk)
    assert of(dispute).state == "completed"


def test_what_the_host_records_of_pay_is_held_and_what_arrived_is_not(cast):
    engagement = work.make_closing(cast)
    payments.stipend(engagement)
    make.open_about(engagement, cause="conduct")
    assert refused(payments.release, cast, engagement) == "held"
    off = {"amount_minor": 100, "reason": "agreed_less", "note": "", "actor": cast.hana}
    assert refused(ask_write_off, engagement_id=engagement.pk, **off) == "held"
    payments.receive(engagement, 10000)
    assert payments.balances(engagement)["received"] == 100


def test_the_hosts_days_for_an_answer_begin_anew_after_a_dispute(cast):
    dispute = make.make_dispute(cast)
    work.submit(dispute.engagement)
    with later(30):
        actions.withdraw_dispute(dispute_id=dispute.pk, actor=cast.sam)
        assert work.deliverable(of(dispute)).review_by_at > clock.now() + timedelta(days=4)


def test_a_dispute_about_the_end_holds_the_talk_about_pay_until_it_is_over(cast):
    engagement = work.make_parted(cast, part_minor=20000)
    payments.stipend(engagement)
    dispute = make.open_about(engagement, cause="ending", result=None)
    said = {"engagement_id": engagement.pk, "amount_minor": 20000}

    assert refused(answer_part_pay, **said, note="", actor=cast.hana) == "held"
    with later(30):
        assert refused(decide_part_pay, **said, reason="So it was said.", actor=cast.stella) == "held"

    actions.withdraw_dispute(dispute_id=dispute.pk, actor=cast.sam)
    answer_part_pay(**said, note="", actor=cast.hana)
    assert payments.balances(engagement) == {"due": 200}
    assert list(all_faults()) == []


def test_somebody_else_may_finish_it_while_the_pay_for_what_was_done_is_disputed(cast):
    """The hold is on what would settle the matter; the place that is free again does not."""
    engagement = work.make_parted(cast, part_minor=20000)
    payments.stipend(engagement)
    dispute = make.open_about(engagement, cause="ending", result=None)

    seek_successor(engagement_id=engagement.pk, note="", actor=cast.hana)
    assert state(dispute) == ("open", True)
    after = succeed(cast, of(dispute), cast.paz)
    assert (after.is_held, takeover_of(after).is_paid) == (False, False)
    assert list(all_faults()) == []

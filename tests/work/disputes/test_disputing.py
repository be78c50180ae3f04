"""Disputes: who answers, who decides, and what becomes of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.accounts.actions import make_steward
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.organizations.states import Role
from firstfoot.operations.check.command import all_faults
from firstfoot.work.disputes import actions
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.queries import disputes_for_steward, disputes_to_decide, disputes_visible_to
from firstfoot.work.disputes.states import DISPUTE
from firstfoot.work.engagements.actions import end_early
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.payments.actions import answer_part_pay
from tests.cast import hire, join
from tests.factories import disputes as make
from tests.factories import engagements as work
from tests.factories import payments
from tests.factories.organizations import another_steward

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


# Statements


def test_the_other_side_answers_once(cast):
    dispute = make.make_dispute(cast)
    assert refused(make.answer, dispute, cast.sam) == "other_side_speaks"
    make.answer(dispute)
    assert state(dispute) == ("to_decide", True)
    with pytest.raises(IllegalTransition):
        make.answer(dispute)


def test_nothing_is_decided_before_the_other_side_had_its_time(cast):
    dispute = make.make_dispute(cast)
    with pytest.raises(IllegalTransition):
        make.decide(dispute, cast.stella)
    actions.pass_dispute_on(dispute_id=dispute.pk)
    assert make.decide(dispute, cast.stella).state == "decided"


# Who decides


def test_a_steward_of_neither_side_decides(cast):
    dispute = make.make_answered(cast)
    assert refused(make.decide, dispute, cast.hana) == "not_third_party"
    assert make.decide(dispute, cast.stella).decided_by == cast.stella


@pytest.mark.parametrize("role", ["intern", "member"])
def test_a_steward_who_is_party_neither_decides_nor_sees_it_as_steward(cast, role):
    if role == "intern":
        make_steward(person_id=cast.sam.pk, actor=None)
    dispute = make.make_answered(cast)
    party = cast.sam if role == "intern" else cast.stella
    if role == "member":
        hire(cast.acme, cast.hana, cast.stella, Role.SUPERVISOR)
    party.refresh_from_db()
    assert refused(make.decide, dispute, party) == "third_party_is_party"
    assert list(disputes_for_steward(party)) == []
    assert list(disputes_visible_to(party)) == ([dispute] if role == "intern" else [])


def test_only_the_sides_and_stewards_see_it(cast):
    dispute = make.make_dispute(cast)
    see = {name: list(disputes_visible_to(getattr(cast, name))) == [dispute] for name in
           ("sam", "hana", "rita", "hugo", "stella", "otto", "paz")}  # fmt: skip
    assert see == {
        "sam": True, "hana": True, "rita": True, "hugo": True, "stella": True, "otto": False, "paz": False
    }  # fmt: skip


@pytest.mark.parametrize(
    ("decision", "minor", "code"),
    [
        ("part_pay", 1000, "other_decision"),  # the work is not done
        ("pay_stands", None, "other_decision"),  # not what it is about
        ("ended", None, "pay_missing"),
        ("ended", 10**9, "pay_out_of_reach"),
    ],
)
def test_decisions_that_are_not_possible(cast, decision, minor, code):
    dispute = make.make_answered(cast)
    assert refused(make.decide, dispute, cast.stella, decision, minor) == code


# Carrying out


def accept_both(dispute, cast) -> None:
    for actor in (cast.sam, cast.hugo):
        actions.accept_decision(dispute_id=dispute.pk, actor=actor)


def test_a_decision_waits_until_nobody_may_appeal(cast):
    dispute = make.make_decided(cast)
    assert (work.deliverable(of(dispute)).state, *state(dispute)) == ("returned", "decided", True)
    assert refused(actions.stand_decision, dispute_id=dispute.pk) == "too_early"
    with later(10):
        actions.stand_decision(dispute_id=dispute.pk)
    assert (work.deliverable(of(dispute)).state, *state(dispute)) == ("accepted", "closed", False)


def test_both_may_accept_it_at_once(cast):
    dispute = make.make_decided(cast)
    accept_both(dispute, cast)
    result = work.deliverable(of(dispute))
    assert (result.state, result.is_upheld, result.accepted_by) == ("accepted", True, cast.stella)
    assert result.submissions.get().review.is_accepted is False, "what the host wrote stays"
    assert list(all_faults()) == []


def test_a_result_goes_back_with_the_reason(cast):
    engagement = work.make_active(cast)
    work.submit(engagement)
    dispute = make.answer(make.open_about(engagement, cast.hugo, cause="not_as_agreed"), cast.sam)
    make.decide(dispute, cast.stella, "returned")
    accept_both(dispute, cast)
    result = work.deliverable(engagement)
    assert (result.state, result.submissions.get().review.comment) == ("returned", "Each point is met.")


def test_a_part_of_the_pay_leaves_the_rest_written_off(cast):
    engagement = work.make_closing(cast)
    whole = payments.balances(engagement)["due"]
    dispute = make.answer(make.open_about(engagement, cause="conduct"))
    make.decide(dispute, cast.stella, "part_pay", (whole - 50) * 100)
    assert payments.balances(engagement) == {"due": whole}, "nothing is written off before it stands"
    accept_both(dispute, cast)
    assert payments.balances(engagement) == {"due": whole - 50, "written_off": 50}
    assert list(all_faults()) == []


def test_the_third_party_ends_the_work_with_a_part_of_the_pay(cast):
    dispute = make.make_answered(cast)
    make.decide(dispute, cast.stella, "ended", 10000)
    accept_both(dispute, cast)
    ended = of(dispute)
    assert (ended.state, ended.end_reason, ended.ended_side, ended.part_pay_minor, ended.is_held) == (
        "ended_early", "decided", "", 10000, False
    )  # fmt: skip
    assert payments.balances(ended) == {"due": 100}


def test_the_pay_of_an_end_in_dispute_is_set_by_the_third_party(cast):
    """The intern ends it safely while both wait; what they proposed is held, and the decision says what is owed."""
    dispute = make.make_answered(cast)
    payments.stipend(of(dispute))
    end_early(engagement_id=dispute.engagement_id, actor=cast.sam, **END)
    said = {"engagement_id": dispute.engagement_id, "amount_minor": 20000, "note": "", "actor": cast.hana}
    assert refused(answer_part_pay, **said) == "held"
    make.decide(dispute, cast.stella, "part_pay", 15000)
    accept_both(dispute, cast)
    assert (of(dispute).part_pay_minor, payments.balances(of(dispute))) == (15000, {"due": 150})
    assert list(all_faults()) == []


def test_what_the_intern_ended_meanwhile_is_not_accepted_any_more(cast):
    dispute = make.make_decided(cast)
    end_early(engagement_id=dispute.engagement_id, actor=cast.sam, **END)
    accept_both(dispute, cast)
    dispute.refresh_from_db()
    assert (dispute.state, dispute.is_carried_out, of(dispute).is_held) == ("closed", False, False)


# Appeal


def test_an_appeal_is_answered_by_another_steward_and_ends_it(cast):
    dispute = make.make_appealed(cast)
    assert refused(actions.accept_decision, dispute_id=dispute.pk, actor=cast.sam) == "appealed"
    said = {"dispute_id": dispute.pk, "decision": "returned", "amount_minor": None, "reason": "No."}
    assert refused(actions.decide_anew, **said, actor=cast.stella) == "decided_it"
    actions.decide_anew(**said, actor=another_steward())
    dispute.refresh_from_db()
    assert (dispute.stands, work.deliverable(of(dispute)).state, *state(dispute)) == (
        "returned", "returned", "closed", False
    )  # fmt: skip


def test_whoever_accepted_does_not_appeal(cast):
    dispute = make.make_decided(cast)
    actions.accept_decision(dispute_id=dispute.pk, actor=cast.hugo)
    assert refused(make.appeal, dispute) == "accepted_it"
    assert make.appeal(dispute, cast.sam).appeal_side == "intern"


def test_an_appeal_that_nobody_else_can_answer_leaves_the_decision_standing(cast):
    dispute = make.make_appealed(cast)
    assert refused(actions.stand_decision, dispute_id=dispute.pk) == "too_early"
    with later(10):
        actions.stand_decision(dispute_id=dispute.pk)
    assert (work.deliverable(of(dispute)).state, *state(dispute)) == ("accepted", "closed", False)


def test_a_late_steward_is_waited_for_but_not_for_ever(cast):
    dispute = make.make_appealed(cast)
    another_steward()
    with later(10):
        assert refused(actions.stand_decision, dispute_id=dispute.pk) == "too_early"
    with later(60):
        assert actions.stand_decision(dispute_id=dispute.pk).state == "closed"


def test_the_list_of_a_steward_leaves_out_appeals_against_their_own_decision(cast):
    dispute = make.make_appealed(cast)
    assert list(disputes_to_decide(cast.stella)) == []
    assert list(disputes_to_decide(another_steward())) == [dispute]


# Ends without a decision


def test_whoever_opened_it_takes_it_back(cast):
    dispute = make.make_dispute(cast)
    assert refused(actions.withdraw_dispute, dispute_id=dispute.pk, actor=cast.hugo) == "other_side_speaks"
    actions.withdraw_dispute(dispute_id=dispute.pk, actor=cast.sam)
    assert state(dispute) == ("withdrawn", False)


def test_it_is_settled_when_both_sides_say_so(cast):
    dispute = make.make_decided(cast)
    actions.propose_settlement(dispute_id=dispute.pk, note="We talked.", actor=cast.sam)
    assert refused(actions.agree_settlement, dispute_id=dispute.pk, actor=cast.sam) == "own_proposal"
    actions.agree_settlement(dispute_id=dispute.pk, actor=cast.hugo)
    assert (work.deliverable(of(dispute)).state, *state(dispute)) == ("returned", "settled", False)


def test_it_lapses_when_nobody_is_left_to_decide(cast):
    dispute = make.make_answered(cast)
    with later(10):
        assert refused(actions.lapse_dispute, dispute_id=dispute.pk) == "too_early"
        hire(cast.acme, cast.hana, cast.stella, Role.SUPERVISOR)
        actions.lapse_dispute(dispute_id=dispute.pk)
    assert state(dispute) == ("lapsed", False)


def test_a_dispute_that_is_never_decided_holds_nobody_for_ever(cast):
    dispute = make.make_answered(cast)
    with later(60):
        actions.lapse_dispute(dispute_id=dispute.pk)
    assert state(dispute) == ("lapsed", False)


def test_every_state_has_a_way_out_that_no_single_side_can_bar():
    """By the clock, which needs nobody, from each live state in at most two moves."""
    by_clock = {"pass_on", "stand", "lapse"}
    ends = set(DISPUTE.final)
    for _move in range(2):
        ends |= {s for verb in by_clock for s in DISPUTE.sources(verb) if DISPUTE.moves[verb].target in ends}
    assert ends == set(DISPUTE.states)


def test_erasing_the_intern_ends_it_and_empties_every_word(cast):
    engagement = work.make_completed(cast, person=join("Nia"))
    dispute = make.answer(make.open_about(engagement, engagement.intern, cause="conduct"))
    texts = actions.erase_disputes(person=engagement.intern)
    dispute.refresh_from_db()
    assert texts == ["All three points are met.", "The sources are missing."]
    assert (dispute.statement, dispute.answer, *state(dispute)) == ("", "", "lapsed", False)

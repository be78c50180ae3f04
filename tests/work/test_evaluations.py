"""Assessments: unseen by the other, revealed together, answered once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.work.engagements.actions import end_early
from firstfoot.work.evaluations.actions import reply_to_evaluation, reveal_evaluations
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.queries import engagements_to_reveal, evaluations_visible_to, revealed_of
from tests.factories.engagements import accept, evaluate, make_active, make_closing, make_completed, submit


@pytest.fixture
def engagement(cast):
    return make_closing(cast)


def seen_by(person):
    return sorted(evaluations_visible_to(person).values_list("side", flat=True))


def test_a_draft_records_one_fact_and_is_saved_again(cast, engagement):
    evaluate(engagement, cast.sam, submit=False, went_well="First")
    draft = evaluate(engagement, cast.sam, submit=False, went_well="Second", marks={"clarity": 4, "nonsense": 2})
    assert (draft.state, draft.version, draft.went_well, draft.marks) == ("draft", 1, "Second", {"clarity": 4})


def test_each_side_sees_only_its_own_until_both_are_in(cast, engagement):
    evaluate(engagement, cast.sam)
    assert (seen_by(cast.sam), seen_by(cast.hugo), seen_by(cast.hana)) == (["intern"], [], [])


def test_the_second_one_reveals_both_and_completes(cast, engagement):
    evaluate(engagement, cast.sam)
    last = evaluate(engagement, cast.hugo)

    engagement.refresh_from_db()
    assert (engagement.state, last.state) == ("completed", "revealed")
    assert (seen_by(cast.sam), seen_by(cast.hana), seen_by(cast.otto)) == (["host", "intern"], ["host", "intern"], [])


def test_it_may_be_changed_until_the_reveal(cast, engagement):
    evaluate(engagement, cast.sam)
    assert evaluate(engagement, cast.sam, went_well="Better said").went_well == "Better said"
    evaluate(engagement, cast.hugo)
    with pytest.raises(Conflict, match="not_now"):
        evaluate(engagement, cast.sam)


def test_handing_in_needs_every_mark(cast, engagement):
    with pytest.raises(Conflict, match="marks_missing"):
        evaluate(engagement, cast.sam, marks={"clarity": 3})


@pytest.mark.parametrize("who", ["hugo", "cora", "hana"])
def test_supervisor_cover_and_owner_assess_for_the_host(cast, engagement, who):
    assert evaluate(engagement, getattr(cast, who)).side == "host"


@pytest.mark.parametrize("who", ["rita", "otto", "stella"])
def test_who_may_not_assess(cast, engagement, who):
    with pytest.raises(NotPermitted):
        evaluate(engagement, getattr(cast, who))


def test_after_fourteen_days_what_is_there_is_shown(cast, engagement):
    evaluate(engagement, cast.sam)
    evaluate(engagement, cast.hugo, submit=False)
    with pytest.raises(Conflict, match="too_early"):
        reveal_evaluations(engagement_id=engagement.pk)
    late = engagement.evaluate_by_at + timedelta(minutes=1)
    with clock.at(late):
        assert list(engagements_to_reveal(late)) == [engagement]
        assert reveal_evaluations(engagement_id=engagement.pk).state == "completed"
    assert [e.side for e in revealed_of(engagement)] == ["intern"]
    assert Evaluation.objects.get(side="host").state == "draft"  # never handed in, never shown


def test_nothing_is_assessed_while_work_goes_on(cast):
    with pytest.raises(Conflict, match="not_now"):
        evaluate(make_active(cast), cast.sam)


def test_ended_with_accepted_work_is_assessed_and_stays_ended(cast):
    engagement = make_active(cast)
    submit(engagement)
    accept(engagement)
    end_early(
        engagement_id=engagement.pk, reason="no_time", note="", handed_over="", part_pay_minor=None, actor=cast.sam
    )
    evaluate(engagement, cast.sam)
    evaluate(engagement, cast.hugo)
    engagement.refresh_from_db()
    assert (engagement.state, len(revealed_of(engagement))) == ("ended_early", 2)
    assert list(engagements_to_reveal(engagement.evaluate_by_at + timedelta(days=1))) == []


def test_the_other_side_replies_once(cast):
    make_completed(cast)
    of_host = Evaluation.objects.get(side="host")
    with pytest.raises(NotPermitted, match="own_evaluation"):
        reply_to_evaluation(evaluation_id=of_host.pk, reply="Thank you", actor=cast.hugo)

    assert reply_to_evaluation(evaluation_id=of_host.pk, reply=" Thank you ", actor=cast.sam).reply == "Thank you"
    with pytest.raises(Conflict, match="replied"):
        reply_to_evaluation(evaluation_id=of_host.pk, reply="Again", actor=cast.sam)


def test_nobody_replies_before_the_reveal(cast, engagement):
    own = evaluate(engagement, cast.sam)
    with pytest.raises(Conflict, match="not_now"):
        reply_to_evaluation(evaluation_id=own.pk, reply="Hm", actor=cast.hugo)


def test_strangers_do_not_reply(cast):
    make_completed(cast)
    with pytest.raises(NotPermitted):
        reply_to_evaluation(evaluation_id=Evaluation.objects.get(side="host").pk, reply="Hm", actor=cast.otto)

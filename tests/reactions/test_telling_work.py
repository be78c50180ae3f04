"""Who is told what while the work goes on and after it; the one who did it is never told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel import clock
from firstfoot.proof.pathways.actions import answer_pathway, offer_pathway
from firstfoot.work.engagements import actions as work
from firstfoot.work.engagements.models import CourseCorrection, OnboardingStep
from firstfoot.work.evaluations.actions import reply_to_evaluation
from tests.factories import applications as make_applications
from tests.factories import engagements as make
from tests.factories.projects import make_open_project
from tests.reactions.support import MONDAY, everything_told, forget, mailed, settle, told

pytestmark = pytest.mark.once

TODO = {"text": "Ask for access", "owner_side": "intern"}


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
def active(cast, agreeing):
    make.start(cast, agreeing)
    settle()
    with make.at_day(agreeing, 0):
        settle()
        forget()
        yield agreeing


def after(action, **details):
    """Who was told what by this action alone."""
    settle()
    forget()
    result = action(**details)
    settle()
    return everything_told(), result


def test_accepting_asks_the_host_to_sign_and_tells_supervisor_and_cover(cast):
    offer = make.make_offer(cast)
    told_now, _ = after(work.accept_offer, application_id=offer.pk, actor=cast.sam)

    assert told_now == {
        "application.accepted": {"hana", "rita", "hugo"},
        "engagement.begun": {"hugo", "cora"},
        "signature_asked": {"hana", "rita"},
    }
    assert mailed("signature_asked") == {"hana", "rita"}
    assert Notice.objects.get(kind="engagement.begun", recipient=cast.cora).title.startswith("You cover for Hugo")


def test_one_signature_asks_the_other_side(cast, agreeing):
    make.sign(agreeing, cast.sam)
    settle()
    assert everything_told() == {"signature_received": {"hana", "rita"}}
    assert mailed("signature_received") == {"hana", "rita"}


def test_the_second_signature_sends_the_whole_text_to_both(cast, agreeing):
    make.sign(agreeing, cast.rita)
    settle()
    forget()
    make.sign(agreeing, cast.sam)
    settle()

    assert everything_told() == {"agreement_signed": {"rita", "sam"}, "agreement.signed": {"hugo"}}
    agreement = agreeing.agreement_versions.get()
    for mail in Mail.objects.all():
        for section in agreement.content["sections"]:
            assert section["heading"] in mail.text
            for item in [*section["items"], *(i for group in section["groups"] for i in group["items"])]:
                assert item in mail.text
        assert agreement.content_hash in mail.text
        assert "Rita Nowak, Monday 23 November, 09:00" in mail.text


def test_a_counter_asks_the_other_side_to_sign_the_next_version(cast, agreeing):
    agreement = make.proposed(agreeing)
    told_now, _ = after(
        work.counter_agreement, agreement_id=agreement.pk, seen=agreement.version, changes={"hours": 22},
        note="A bit more time.", actor=cast.sam,
    )  # fmt: skip

    assert told_now == {"signature_asked": {"hana", "rita"}}
    assert "A bit more time." in Mail.objects.first().text


def test_more_time_to_sign_is_told(cast, agreeing):
    told_now, _ = after(work.extend_signing, agreement_id=make.proposed(agreeing).pk, actor=cast.hana)
    assert told_now == {"agreement.extended": {"sam", "rita"}}


def test_the_last_signature_of_a_filled_project_releases_its_reserve(cast):
    project = make_open_project(cast)
    reserve = make_applications.make_shortlisted(cast, cast.paz, project, answers=["One"])
    engagement = make.make_engagement(cast, project=project)
    settle()
    assert told("application.reserved") == {"paz"}

    make.sign_both(cast, engagement)
    settle()
    reserve.refresh_from_db()
    assert (reserve.state, reserve.lapse_reason, told("application.lapsed")) == ("lapsed", "reserve_released", {"paz"})


def test_steps_are_told_once_the_last_is_done(cast, agreeing):
    make.sign_both(cast, agreeing)
    settle()
    forget()
    first, last = agreeing.onboarding_steps.order_by("number")
    told_now, _ = after(work.tick_step, step_id=first.pk, done=True, actor=cast.hugo)
    assert told_now == {}
    told_now, _ = after(work.tick_step, step_id=last.pk, done=True, actor=cast.sam)
    assert told_now == {"engagement.onboarding_step_done": {"hugo"}}


def test_a_step_is_told_to_whoever_is_to_do_it(cast, agreeing):
    make.sign_both(cast, agreeing)
    said = {"engagement_id": agreeing.pk, "due_on": agreeing.start_on, "required": True, "actor": cast.hugo}
    told_now, _ = after(work.add_step, side="intern", text="Read the guide", **said)
    assert told_now == {"engagement.onboarding_step_added": {"sam"}}
    told_now, _ = after(work.add_step, side="host", text="Order a badge", **said)
    assert told_now == {}
    another = make.make_signed(cast, person=cast.paz)
    told_now, _ = after(work.take_steps, engagement_id=another.pk, numbers=range(30), actor=cast.hugo)
    assert told_now == {"engagement.onboarding_plan_taken": {"paz"}}


def test_readiness_is_told_once_however_late_the_steps_are_looked_at(cast, agreeing):
    make.sign_both(cast, agreeing)
    OnboardingStep.objects.create(engagement=agreeing, number=3, text="Wave", side="host", required=False)
    settle()
    forget()
    for step in agreeing.onboarding_steps.order_by("-required", "side"):  # required first, an optional one last
        work.tick_step(step_id=step.pk, done=True, actor=cast.sam if step.side == "intern" else cast.hugo)
    settle()
    assert [n.recipient for n in Notice.objects.filter(kind="engagement.onboarding_step_done")] == [cast.hugo]


def test_another_start_is_asked_and_agreed(cast, agreeing):
    make.sign_both(cast, agreeing)
    new = agreeing.start_on + timedelta(days=7)
    told_now, _ = after(work.propose_start, engagement_id=agreeing.pk, new_start_on=new, actor=cast.sam)
    assert told_now == {"engagement.start_proposed": {"hugo"}}
    told_now, _ = after(work.agree_start, engagement_id=agreeing.pk, actor=cast.hugo)
    assert told_now == {"engagement.start_moved": {"sam"}}


def test_the_learning_goal_is_told_to_the_guide(cast, agreeing):
    told_now, _ = after(work.set_learning_goal, engagement_id=agreeing.pk, goal="Pivot tables", actor=cast.sam)
    assert told_now == {"engagement.learning_goal_set": {"hugo"}}


def test_another_supervisor_is_told_to_both_sides(cast, active):
    told_now, _ = after(
        work.change_supervisor, engagement_id=active.pk, supervisor_id=cast.cora.pk, cover_id=None, actor=cast.hana
    )
    assert told_now == {"guide_changed": {"sam", "cora"}}


def test_messages_are_told_to_the_other_side(cast, active):
    told_now, _ = after(work.post_in_engagement, engagement_id=active.pk, body="Hello", key="1", actor=cast.sam)
    assert told_now == {"engagement.posted": {"hugo"}}
    told_now, _ = after(work.post_in_engagement, engagement_id=active.pk, body="Hello", key="2", actor=cast.hugo)
    assert told_now == {"engagement.posted": {"sam"}}
    assert "Hello" not in Notice.objects.get().body


def test_handed_in_returned_and_accepted(cast, active):
    settle()
    forget()
    make.submit(active)
    settle()
    assert everything_told() == {"deliverable.submitted": {"hugo"}}

    forget()
    make.send_back(active)
    settle()
    assert (everything_told(), mailed("work_returned")) == ({"work_returned": {"sam"}}, {"sam"})
    mail = Mail.objects.get()
    assert "A source is missing." in mail.text
    assert "Nearly there." in mail.html

    forget()
    make.submit(active)
    make.accept(active)
    settle()
    assert told("deliverable.accepted") == {"sam"}


def test_a_shared_check_in_is_told_to_whoever_was_first(cast, active):
    days = (make.check_in(active).due_on - active.start_on).days
    with make.at_day(active, days):
        make.answer(active, cast.sam)
        settle()
        forget()
        make.answer(active, cast.hugo)
        settle()
        assert everything_told() == {"check_in.answered": {"sam"}}


def test_leaving_out_a_check_in(cast, active):
    check_in = make.check_in(active)
    told_now, _ = after(work.propose_skip, check_in_id=check_in.pk, actor=cast.sam)
    assert told_now == {"check_in.skip_proposed": {"hugo"}}
    told_now, _ = after(work.agree_skip, check_in_id=check_in.pk, actor=cast.hugo)
    assert told_now == {"check_in.skipped": {"sam"}}


def test_a_course_correction_goes_back_and_forth(cast, active):
    told_now, correction = after(work.report_stuck, engagement_id=active.pk, what="No access", actor=cast.sam)
    assert told_now == {"correction.opened": {"hugo"}}
    todo = [{**TODO, "due_on": clock.today()}]
    told_now, _ = after(
        work.propose_correction, correction_id=correction.pk, seen=None, what="No access", actions=todo,
        actor=cast.hugo,
    )  # fmt: skip
    assert told_now == {"correction.proposed": {"sam"}}
    told_now, _ = after(work.agree_correction, correction_id=correction.pk, seen=None, actor=cast.sam)
    assert told_now == {"correction.agreed": {"hugo"}}
    told_now, _ = after(work.close_correction, correction_id=correction.pk, actor=cast.hugo)
    assert told_now == {"correction.closed": {"sam"}}
    assert CourseCorrection.objects.get().state == "done"


def test_an_early_end_is_told_to_the_other_side_with_its_reason(cast, active):
    told_now, _ = after(
        work.end_early, engagement_id=active.pk, seen=None, reason="no_time", note="Exams.", handed_over="",
        part_pay_minor=0, actor=cast.sam,
    )  # fmt: skip
    everyone = {"hugo", "hana", "rita"}
    assert told_now == {"engagement.ended_early": everyone, "part_pay.proposed": everyone}
    assert (
        Notice.objects.filter(kind="engagement.ended_early").first().body
        == "Sam Okoro ended it. The reason given: no time."
    )


def test_an_end_before_the_start_asks_the_host_to_fill_the_seat(cast, agreeing):
    told_now, _ = after(
        work.end_early, engagement_id=agreeing.pk, seen=None, reason="plans_changed", note="", handed_over="",
        part_pay_minor=None, actor=cast.sam,
    )  # fmt: skip
    assert told_now["project.seat_freed"] == {"hana", "rita"}


def test_the_end_of_the_work(cast, active):
    make.accept_all(active)
    settle()
    assert told("engagement.finished") == {"sam"}

    settle()
    forget()
    make.evaluate(active, cast.sam)
    settle()
    assert everything_told() == {}
    theirs = make.evaluate(active, cast.hugo)
    settle()
    assert everything_told() == {"engagement.completed": {"sam", "hana"}}

    told_now, _ = after(reply_to_evaluation, evaluation_id=theirs.pk, reply="Thank you", actor=cast.sam)
    assert told_now == {"evaluation.replied": {"hugo"}}


def test_what_comes_next(cast, active):
    make.accept_all(active)
    told_now, offer = after(offer_pathway, engagement_id=active.pk, kind="interview", note="", actor=cast.hugo)
    assert told_now == {"pathway.offered": {"sam"}}
    told_now, _ = after(answer_pathway, offer_id=offer.pk, accept=True, actor=cast.sam)
    assert told_now == {"pathway.accepted": {"hugo"}}


def test_two_missed_check_ins_are_a_risk_that_both_hear_of(cast, agreeing):
    agreeing.check_in_every_days = 3
    agreeing.save(update_fields=["check_in_every_days"])
    make.start(cast, agreeing)
    with make.at_day(agreeing, 12):
        settle()
        agreeing.refresh_from_db()
        assert agreeing.is_at_risk
    assert told("engagement.at_risk") == {"sam", "hugo", "hana"}


def test_accepted_on_the_record_is_told_to_both_sides(cast, active):
    make.submit(active)
    with clock.at(clock.now() + timedelta(days=16)):
        settle()
        forget()
        thing = make.deliverable(active)
        work.accept_on_record(deliverable_id=thing.pk, submission_number=1, reason="All there.", actor=cast.stella)
        settle()
        assert told("deliverable.accepted") == {"sam", "hugo"}
        bodies = set(Notice.objects.filter(kind="deliverable.accepted").values_list("body", flat=True))
    assert bodies == {"A steward accepted it on the record, since no answer came in 10 business days."}

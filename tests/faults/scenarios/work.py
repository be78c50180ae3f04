"""While the work goes on and after it: results, check-ins, corrections, closing, evaluations, what comes next."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.kernel import clock
from firstfoot.proof.pathways import actions as pathways
from firstfoot.proof.pathways import follow_ups
from firstfoot.proof.pathways.events import Pathways
from firstfoot.work.engagements import actions
from firstfoot.work.engagements.events import Engagements as Work
from firstfoot.work.evaluations import actions as evaluations
from firstfoot.work.evaluations import appeals
from firstfoot.work.evaluations.events import Evaluations
from tests.factories import engagements as make
from tests.faults import stages
from tests.faults.scenarios import scenario

TWO_MONTHS = timedelta(days=60)


def _by(world: SimpleNamespace, name: str = "sam") -> dict[str, Any]:
    return {"engagement_id": world.engagement.pk, "actor": getattr(world.cast, name)}


@scenario(actions.submit_deliverable, Work.DELIVERABLE_SUBMITTED, on=stages.active)
def hand_in(world: SimpleNamespace) -> dict[str, Any]:
    thing = make.deliverable(world.engagement)
    return {
        "deliverable_id": thing.pk, "seen": thing.version, "note": "Here it is.", "links": ["https://example.org/r"],
        "files": [], "key": "handed in", "actor": world.cast.sam,
    }  # fmt: skip


def _review(world: SimpleNamespace, number: int, *, accept: bool) -> dict[str, Any]:
    make.submit(world.engagement, number)
    thing = make.deliverable(world.engagement, number)
    return {
        "deliverable_id": thing.pk, "submission_number": 1, "accept": accept, "comment": "Nearly there.",
        "marks": make.marks_for(thing, not_yet=() if accept else [1]), "actor": world.cast.hugo,
    }  # fmt: skip


@scenario(actions.review_deliverable, Work.DELIVERABLE_RETURNED, on=stages.active)
def give_back(world: SimpleNamespace) -> dict[str, Any]:
    return _review(world, 1, accept=False)


@scenario(
    actions.review_deliverable, Work.CHECK_IN_SKIPPED, Work.CHECK_IN_SKIPPED, Work.FINISHED, Work.DELIVERABLE_ACCEPTED,
    on=stages.active,
)  # fmt: skip
def accept_last(world: SimpleNamespace) -> dict[str, Any]:
    make.submit(world.engagement)
    make.accept(world.engagement)
    return _review(world, 2, accept=True)


@scenario(actions.accept_on_record, Work.DELIVERABLE_ACCEPTED, on=stages.active, after=TWO_MONTHS)
def accept_on_record(world: SimpleNamespace) -> dict[str, Any]:
    make.submit(world.engagement)
    thing = make.deliverable(world.engagement)
    return {"deliverable_id": thing.pk, "submission_number": 1, "reason": "All there.", "actor": world.cast.stella}


def _answer(world: SimpleNamespace, name: str, progress: str) -> dict[str, Any]:
    return {
        "check_in_id": make.check_in(world.engagement).pk, "progress": progress, "confidence": "high",
        "blocked": "no", "note": "A note", "keep": "The short calls.", "actor": getattr(world.cast, name),
    }  # fmt: skip


@scenario(actions.answer_check_in, Work.CHECK_IN_ANSWERED_BY_ONE, on=stages.active)
def answer_first(world: SimpleNamespace) -> dict[str, Any]:
    return _answer(world, "sam", "on_track")


@scenario(actions.answer_check_in, Work.CHECK_IN_ANSWERED, Work.CORRECTION_OPENED, on=stages.active)
def answer_last(world: SimpleNamespace) -> dict[str, Any]:
    actions.answer_check_in(**_answer(world, "sam", "stuck"))
    return _answer(world, "hugo", "on_track")


@scenario(actions.rate_feedback, Work.CHECK_IN_FEEDBACK_RATED, on=stages.active)
def rate_feedback(world: SimpleNamespace) -> dict[str, Any]:
    actions.answer_check_in(**answer_last(world))
    return {"check_in_id": make.check_in(world.engagement).pk, "helped": "yes", "actor": world.cast.sam}


@scenario(actions.propose_skip, Work.CHECK_IN_SKIP_PROPOSED, on=stages.active)
def propose_skip(world: SimpleNamespace) -> dict[str, Any]:
    return {"check_in_id": make.check_in(world.engagement).pk, "actor": world.cast.sam}


@scenario(actions.agree_skip, Work.CHECK_IN_SKIPPED, on=stages.active)
def agree_skip(world: SimpleNamespace) -> dict[str, Any]:
    actions.propose_skip(**propose_skip(world))
    return {"check_in_id": make.check_in(world.engagement).pk, "actor": world.cast.hugo}


@scenario(actions.miss_check_in, Work.CHECK_IN_MISSED, on=stages.active, after=TWO_MONTHS)
def miss_second(world: SimpleNamespace) -> dict[str, Any]:
    with clock.at(clock.now() + TWO_MONTHS):
        actions.miss_check_in(check_in_id=make.check_in(world.engagement, 1).pk)
    return {"check_in_id": make.check_in(world.engagement, 2).pk}


@scenario(actions.note_risk, Work.AT_RISK, on=stages.active, after=TWO_MONTHS)
def come_at_risk(world: SimpleNamespace) -> dict[str, Any]:
    return {"engagement_id": world.engagement.pk}


@scenario(actions.note_risk, Work.RISK_OVER, on=stages.active)
def risk_is_over(world: SimpleNamespace) -> dict[str, Any]:
    with clock.at(clock.now() + TWO_MONTHS):
        actions.note_risk(**come_at_risk(world))
    return come_at_risk(world)


@scenario(actions.keep_hours, Work.HOURS_LOG_BEGUN, on=stages.active)
def keep_hours(world: SimpleNamespace) -> dict[str, Any]:
    return _by(world)


def _hours(world: SimpleNamespace) -> dict[str, Any]:
    return {"day": clock.today(), "minutes": 24 * 60, "what": "Calls", "actor": world.cast.sam}


@scenario(actions.log_hours, Work.HOURS_LOGGED, on=stages.active)
def log_hours(world: SimpleNamespace) -> dict[str, Any]:
    actions.keep_hours(**keep_hours(world))
    return {"engagement_id": world.engagement.pk, "key": "hours", **_hours(world)}


@scenario(actions.change_hours, Work.HOURS_CHANGED, on=stages.active)
def change_hours(world: SimpleNamespace) -> dict[str, Any]:
    return {"entry_id": actions.log_hours(**log_hours(world)).pk, **_hours(world)}


@scenario(actions.remove_hours, Work.HOURS_REMOVED, on=stages.active)
def remove_hours(world: SimpleNamespace) -> dict[str, Any]:
    return {"entry_id": actions.log_hours(**log_hours(world)).pk, "actor": world.cast.sam}


@scenario(actions.open_overrun, Work.CORRECTION_OPENED, on=stages.active)
def open_overrun(world: SimpleNamespace) -> dict[str, Any]:
    type(world.engagement).objects.filter(pk=world.engagement.pk).update(hours=2)
    actions.log_hours(**log_hours(world))
    return {"engagement_id": world.engagement.pk}


@scenario(actions.report_stuck, Work.CORRECTION_OPENED, on=stages.active)
def stuck(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(world), "what": "No access"}


@scenario(actions.open_correction, Work.CORRECTION_OPENED, on=stages.active)
def ask(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(world, "hugo"), "what": "Another source"}


@scenario(actions.propose_correction, Work.CORRECTION_PROPOSED, on=stages.active)
def propose(world: SimpleNamespace) -> dict[str, Any]:
    correction = actions.report_stuck(**stuck(world))
    todo = [{"text": "Ask for access", "owner_side": "intern", "due_on": clock.today()}]
    return {
        "correction_id": correction.pk, "seen": None, "what": "No access", "actions": todo, "actor": world.cast.hugo
    }  # fmt: skip


@scenario(actions.agree_correction, Work.CORRECTION_AGREED, on=stages.active)
def agree(world: SimpleNamespace) -> dict[str, Any]:
    correction = actions.propose_correction(**propose(world))
    return {"correction_id": correction.pk, "seen": None, "actor": world.cast.sam}


@scenario(actions.close_correction, Work.CORRECTION_CLOSED, on=stages.active)
def close(world: SimpleNamespace) -> dict[str, Any]:
    agreed = agree(world)
    actions.agree_correction(**agreed)
    return {"correction_id": agreed["correction_id"], "actor": world.cast.hugo}


@scenario(actions.note_closing, Work.CLOSING_NOTED, on=stages.closing)
def note(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(world), "hours_worked": 21, "tools_used": "Sheets", "learning_answer": "I can pivot."}


@scenario(actions.mark_paid, Work.PAID, on=stages.closing)
def paid(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(world, "hana"), "paid_on": clock.today()}


@scenario(actions.mark_received, Work.PAY_RECEIVED, on=stages.closing)
def received(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(world), "received_on": clock.today()}


@scenario(actions.complete_engagement, Work.COMPLETED, on=stages.closing)
def complete(world: SimpleNamespace) -> dict[str, Any]:
    return {"engagement_id": world.engagement.pk}


def _evaluation(world: SimpleNamespace, name: str, *, submit: bool = True) -> dict[str, Any]:
    side = "intern" if name == "sam" else "host"
    return {
        **_by(world, name), "submit": submit, "marks": dict.fromkeys(evaluations.asked_of(side), 3),
        "went_well": "Much", "do_differently": "Little", "would_again": True, "quote": "A good fortnight",
    }  # fmt: skip


@scenario(evaluations.assess_self, Evaluations.STARTED, on=stages.active)
def look_at_oneself(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(world, "sam"), "levels": {"communication": 2, "growth": 3}}


@scenario(evaluations.note_fit, Evaluations.STARTED, on=stages.active)
def say_what_suited(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(world, "sam"), "fit": {"role": 4}}


@scenario(evaluations.save_evaluation, Evaluations.STARTED, on=stages.closing)
def draft_evaluation(world: SimpleNamespace) -> dict[str, Any]:
    return _evaluation(world, "sam", submit=False)


@scenario(
    evaluations.save_evaluation, Evaluations.STARTED, Evaluations.SUBMITTED, Work.COMPLETED, Evaluations.REVEALED,
    Evaluations.REVEALED, on=stages.closing,
)  # fmt: skip
def last_evaluation(world: SimpleNamespace) -> dict[str, Any]:
    evaluations.save_evaluation(**_evaluation(world, "sam"))
    return _evaluation(world, "hugo")


@scenario(
    evaluations.reveal_evaluations,
    Work.COMPLETED,
    Evaluations.REVEALED,
    on=stages.closing,
    after=timedelta(days=40),
)
def reveal(world: SimpleNamespace) -> dict[str, Any]:
    evaluations.save_evaluation(**_evaluation(world, "sam"))
    return {"engagement_id": world.engagement.pk}


@scenario(evaluations.reply_to_evaluation, Evaluations.REPLIED, on=stages.completed)
def reply(world: SimpleNamespace) -> dict[str, Any]:
    _of_sam, of_hugo = world.evaluations
    return {"evaluation_id": of_hugo.pk, "reply": "Thank you", "actor": world.cast.sam}


@scenario(appeals.appeal_evaluation, Evaluations.APPEALED, on=stages.completed)
def call_it_wrong(world: SimpleNamespace) -> dict[str, Any]:
    _of_sam, of_hugo = world.evaluations
    return {"evaluation_id": of_hugo.pk, "part": "quote", "words": "It was a week.", "actor": world.cast.sam}


@scenario(appeals.decide_evaluation_appeal, Evaluations.APPEAL_DECIDED, on=stages.completed)
def strike_it_out(world: SimpleNamespace) -> dict[str, Any]:
    appealed = appeals.appeal_evaluation(**call_it_wrong(world))
    return {"evaluation_id": appealed.pk, "upheld": True, "reason": "The dates say so.", "actor": world.cast.stella}


@scenario(pathways.offer_pathway, Pathways.OFFERED, on=stages.closing)
def next_step(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(world, "hugo"), "kind": "interview", "note": ""}


@scenario(pathways.answer_pathway, Pathways.ACCEPTED, on=stages.closing)
def accept_next(world: SimpleNamespace) -> dict[str, Any]:
    return {"offer_id": pathways.offer_pathway(**next_step(world)).pk, "accept": True, "actor": world.cast.sam}


@scenario(pathways.answer_pathway, Pathways.DECLINED, on=stages.closing)
def decline_next(world: SimpleNamespace) -> dict[str, Any]:
    return {**accept_next(world), "accept": False}


@scenario(follow_ups.ask_later, Pathways.ASKED_LATER, on=stages.completed, after=timedelta(days=95))
def ask_what_came(world: SimpleNamespace) -> dict[str, Any]:
    return {"engagement_id": world.engagement.pk}


@scenario(follow_ups.tell_later, Pathways.TOLD_LATER, on=stages.completed)
def tell_what_came(world: SimpleNamespace) -> dict[str, Any]:
    asked = make.make_follow_up(world.engagement)
    return {"follow_up_id": asked.pk, "with_host": "again", "doing": "studies", "actor": world.cast.sam}


@scenario(follow_ups.let_go, Pathways.NEVER_TOLD, on=stages.completed, after=timedelta(days=31))
def never_tell_what_came(world: SimpleNamespace) -> dict[str, Any]:
    return {"follow_up_id": make.make_follow_up(world.engagement).pk}


@scenario(pathways.expire_pathway, Pathways.EXPIRED, on=stages.closing, after=timedelta(days=31))
def expire_next(world: SimpleNamespace) -> dict[str, Any]:
    return {"offer_id": accept_next(world)["offer_id"]}

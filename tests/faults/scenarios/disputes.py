"""Disputes: opened, answered, decided, accepted, appealed, carried out; settled, taken back, lapsed; what they hold."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.work.disputes import actions
from firstfoot.work.disputes.events import Disputes
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.engagements import actions as work
from firstfoot.work.engagements.events import Engagements as Work
from firstfoot.work.payments import actions as payments
from firstfoot.work.payments.events import Payments
from tests.factories import disputes as make
from tests.factories import engagements
from tests.factories.organizations import another_steward
from tests.factories.payments import stipend
from tests.faults import stages
from tests.faults.scenarios import scenario

LATER = timedelta(days=60)


def _returned(world: SimpleNamespace) -> Any:
    engagements.submit(world.engagement)
    engagements.send_back(world.engagement)
    return engagements.deliverable(world.engagement)


def _opened(world: SimpleNamespace) -> Dispute:
    _returned(world)
    return make.open_about(world.engagement)


def _answered(world: SimpleNamespace) -> Dispute:
    return make.answer(_opened(world))


def _decided(world: SimpleNamespace) -> Dispute:
    return make.decide(_answered(world), world.cast.stella)


def _by(dispute: Dispute, actor: Any) -> dict[str, Any]:
    return {"dispute_id": dispute.pk, "actor": actor}


@scenario(actions.open_dispute, Work.HELD, Disputes.OPENED, on=stages.active)
def open_one(world: SimpleNamespace) -> dict[str, Any]:
    _returned(world)
    said = {"cause": "not_accepted", "result": 1, "statement": "All points are met."}
    return {"engagement_id": world.engagement.pk, "actor": world.cast.sam, **said}


@scenario(actions.answer_dispute, Disputes.ANSWERED, on=stages.active)
def answer_one(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(_opened(world), world.cast.hugo), "statement": "Two sources are missing."}


@scenario(actions.pass_dispute_on, Disputes.PASSED_ON, on=stages.active, after=LATER)
def pass_one_on(world: SimpleNamespace) -> dict[str, Any]:
    return {"dispute_id": _opened(world).pk}


def _deciding(world: SimpleNamespace, decision: str = "accepted") -> dict[str, Any]:
    return {"decision": decision, "amount_minor": None, "reason": "Each point is met.", "actor": world.cast.stella}


@scenario(actions.decide_dispute, Disputes.DECIDED, on=stages.active)
def decide_one(world: SimpleNamespace) -> dict[str, Any]:
    return {"dispute_id": _answered(world).pk, **_deciding(world)}


@scenario(actions.accept_decision, Disputes.DECISION_ACCEPTED, on=stages.active)
def accept_alone(world: SimpleNamespace) -> dict[str, Any]:
    return _by(_decided(world), world.cast.sam)


@scenario(
    actions.accept_decision, Disputes.DECISION_ACCEPTED, Work.DELIVERABLE_ACCEPTED, Work.HOLD_LIFTED, Disputes.STOOD,
    on=stages.active,
)  # fmt: skip
def accept_as_the_second(world: SimpleNamespace) -> dict[str, Any]:
    dispute = _decided(world)
    actions.accept_decision(**_by(dispute, world.cast.sam))
    return _by(dispute, world.cast.hugo)


@scenario(
    actions.stand_decision, Work.DELIVERABLE_ACCEPTED, Work.HOLD_LIFTED, Disputes.STOOD, on=stages.active, after=LATER
)
def let_it_stand(world: SimpleNamespace) -> dict[str, Any]:
    return {"dispute_id": _decided(world).pk}


@scenario(actions.appeal_decision, Disputes.APPEALED, on=stages.active)
def appeal_against_one(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(_decided(world), world.cast.hugo), "text": "Look at the second point."}


@scenario(
    actions.decide_anew, Work.DELIVERABLE_ACCEPTED, Work.HOLD_LIFTED, Disputes.DECIDED_ANEW, on=stages.active
)  # fmt: skip
def decide_one_anew(world: SimpleNamespace) -> dict[str, Any]:
    dispute = make.appeal(_decided(world))
    return {"dispute_id": dispute.pk, **_deciding(world), "actor": another_steward()}


@scenario(actions.propose_settlement, Disputes.SETTLEMENT_PROPOSED, on=stages.active)
def say_it_is_settled(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(_opened(world), world.cast.sam), "note": "We talked."}


@scenario(actions.agree_settlement, Work.HOLD_LIFTED, Disputes.SETTLED, on=stages.active)
def agree_that_it_is(world: SimpleNamespace) -> dict[str, Any]:
    dispute = _opened(world)
    actions.propose_settlement(**_by(dispute, world.cast.sam), note="")
    return _by(dispute, world.cast.hugo)


@scenario(actions.withdraw_dispute, Work.HOLD_LIFTED, Disputes.WITHDRAWN, on=stages.active)
def take_one_back(world: SimpleNamespace) -> dict[str, Any]:
    return _by(_opened(world), world.cast.sam)


@scenario(actions.lapse_dispute, Work.HOLD_LIFTED, Disputes.LAPSED, on=stages.active, after=LATER)
def lapse_one(world: SimpleNamespace) -> dict[str, Any]:
    return {"dispute_id": _answered(world).pk}


@scenario(actions.erase_disputes, Work.HOLD_LIFTED, Disputes.LAPSED, on=stages.active)
def erase_of_disputant(world: SimpleNamespace) -> dict[str, Any]:
    _answered(world)
    return {"person": world.cast.sam}


@scenario(work.uphold_result, Work.DELIVERABLE_ACCEPTED, on=stages.active)
def uphold(world: SimpleNamespace) -> dict[str, Any]:
    return {"deliverable_id": _returned(world).pk, "actor": world.cast.stella}


@scenario(work.send_back_on_record, Work.DELIVERABLE_RETURNED, on=stages.active)
def send_back_for_the_host(world: SimpleNamespace) -> dict[str, Any]:
    engagements.submit(world.engagement)
    thing = engagements.deliverable(world.engagement)
    return {"deliverable_id": thing.pk, "reason": "The second point is missing.", "actor": world.cast.stella}


@scenario(work.end_on_record, Work.ENDED_EARLY, Work.CHECK_IN_SKIPPED, Work.CHECK_IN_SKIPPED, on=stages.active)
def end_for_both(world: SimpleNamespace) -> dict[str, Any]:
    return {"engagement_id": world.engagement.pk, "part_pay_minor": 10000, "actor": world.cast.stella}


@scenario(payments.write_off_on_record, Payments.WRITTEN_OFF, on=stages.closing)
def write_off_for_both(world: SimpleNamespace) -> dict[str, Any]:
    stipend(world.engagement)
    return {"engagement_id": world.engagement.pk, "pay_minor": 20000, "actor": world.cast.stella}


@scenario(
    payments.settle_part_pay, Work.PART_PAY_DECIDED, Work.PART_PAY_SET, Payments.LOWERED, Payments.DUE, on=stages.active
)
def set_pay_of_an_end(world: SimpleNamespace) -> dict[str, Any]:
    stipend(world.engagement)
    ended = {"reason": "no_time", "note": "", "handed_over": "", "part_pay_minor": 20000}
    work.end_early(engagement_id=world.engagement.pk, actor=world.cast.sam, **ended)
    said = {"amount_minor": 15000, "reason": "Half of it is done."}
    return {"engagement_id": world.engagement.pk, "actor": world.cast.stella, **said}

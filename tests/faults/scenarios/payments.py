"""Money facts: promised, set aside, due, paid, arrived or not, given up, taken back; where a tax form lies."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.kernel import clock
from firstfoot.work.engagements import actions as work
from firstfoot.work.engagements.events import Engagements as Work
from firstfoot.work.payments import actions
from firstfoot.work.payments.events import Payments
from tests.factories import engagements as make
from tests.factories import payments
from tests.faults import stages
from tests.faults.scenarios import scenario

A_MONTH = timedelta(days=30)


def followed(world: SimpleNamespace) -> dict[str, Any]:
    """The engagement, its stipend at what the agreement says."""
    payments.stipend(world.engagement)
    return {"engagement_id": world.engagement.pk}


def _by(world: SimpleNamespace, name: str = "hana") -> dict[str, Any]:
    return {**followed(world), "actor": getattr(world.cast, name)}


@scenario(actions.follow_agreement, Payments.PLEDGED, Payments.DUE, on=stages.closing)
def follow(world: SimpleNamespace) -> dict[str, Any]:
    return {"engagement_id": world.engagement.pk}


@scenario(actions.follow_agreement, Payments.LOWERED, on=stages.onboarding)
def follow_early_end(world: SimpleNamespace) -> dict[str, Any]:
    given = followed(world)
    work.end_early(**_by(world, "sam"), reason="no_time", note="", handed_over="", part_pay_minor=None)
    return given


@scenario(actions.answer_part_pay, Work.PART_PAY_ANSWERED, on=stages.active)
def another_amount(world: SimpleNamespace) -> dict[str, Any]:
    followed(world)
    make.end(world.engagement, part_minor=20000)
    followed(world)
    return {**_by(world), "amount_minor": 10000, "note": "Half is open.", "seen": None}


@scenario(
    actions.answer_part_pay, Work.PART_PAY_AGREED, Work.PART_PAY_SET, Payments.LOWERED, Payments.DUE, on=stages.active
)
def same_amount(world: SimpleNamespace) -> dict[str, Any]:
    return {**another_amount(world), "amount_minor": 20000}


@scenario(
    actions.decide_part_pay, Work.PART_PAY_DECIDED, Work.PART_PAY_SET, Payments.LOWERED, Payments.DUE,
    on=stages.active, after=A_MONTH,
)  # fmt: skip
def amount_on_record(world: SimpleNamespace) -> dict[str, Any]:
    with clock.at(clock.now() - A_MONTH):
        make.end(world.engagement, part_minor=20000)
    return {**_by(world, "stella"), "amount_minor": 10000, "reason": "The log shows it.", "seen": None}


@scenario(actions.fund_stipend, Payments.FUNDED, on=stages.active)
def fund(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(world), "amount_minor": 10000, "on": clock.today(), "reference": "PO 12", "key": "k"}


@scenario(actions.make_part_due, Payments.DUE, on=stages.active)
def part_due(world: SimpleNamespace) -> dict[str, Any]:
    make.submit(world.engagement)
    make.accept(world.engagement)
    return {**_by(world), "result": 1, "amount_minor": 10000, "key": "k"}


@scenario(actions.release_pay, Payments.RELEASED, Work.PAID, on=stages.closing)
def pay(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(world), "amount_minor": None, "on": clock.today(), "reference": "", "key": "k"}


@scenario(actions.release_pay, Payments.PART_PAID, on=stages.closing)
def pay_in_part(world: SimpleNamespace) -> dict[str, Any]:
    return {**pay(world), "amount_minor": 10000}


@scenario(actions.confirm_received, Payments.RECEIVED, Work.PAY_RECEIVED, on=stages.closing)
def confirm(world: SimpleNamespace) -> dict[str, Any]:
    payments.release(world.cast, world.engagement)
    return {**_by(world, "sam"), "amount_minor": None, "on": clock.today(), "key": "k"}


@scenario(actions.report_not_received, Payments.NOT_RECEIVED, Work.PAY_REOPENED, on=stages.closing)
def not_received(world: SimpleNamespace) -> dict[str, Any]:
    payments.release(world.cast, world.engagement)
    return {**_by(world, "sam"), "key": "k"}


@scenario(work.reopen_pay, Work.PAY_REOPENED, on=stages.closing)
def reopen(world: SimpleNamespace) -> dict[str, Any]:
    payments.release(world.cast, world.engagement)
    return {**_by(world), "sent": True}


@scenario(actions.take_entry_back, Payments.REVERSED, Work.PAY_REOPENED, on=stages.closing)
def take_back(world: SimpleNamespace) -> dict[str, Any]:
    number = payments.release(world.cast, world.engagement).entries_count
    return {**_by(world), "number": number}


@scenario(actions.ask_write_off, Payments.WRITE_OFF_ASKED, on=stages.closing)
def ask(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(world), "amount_minor": 5000, "reason": "agreed_less", "note": "We cut it."}


@scenario(actions.answer_write_off, Payments.WRITE_OFF_REFUSED, on=stages.closing)
def refuse(world: SimpleNamespace) -> dict[str, Any]:
    stipend = actions.ask_write_off(**ask(world))
    return {**_by(world, "sam"), "agree": False, "seen": stipend.version}


@scenario(actions.answer_write_off, Payments.WRITTEN_OFF, on=stages.closing, after=A_MONTH)
def agree_on_record(world: SimpleNamespace) -> dict[str, Any]:
    actions.ask_write_off(**ask(world))
    return {**_by(world, "stella"), "agree": True, "seen": None}


@scenario(actions.note_tax_form, Payments.TAX_FORM_NOTED, on=stages.closing)
def tax_form(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by(world), "filed_on": clock.today(), "place": "Personnel folder"}


@scenario(actions.erase_payments, on=stages.closing)
def erase(world: SimpleNamespace) -> dict[str, Any]:
    payments.release(world.cast, world.engagement)
    return {"person": world.cast.sam}

"""The part of the pay after an early end: it goes to and fro until both say the same; then it is due, no more."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.actions import require_not_held
from firstfoot.work.engagements.actions.parting import (
    agree,
    answer_end,
    is_given_whole,
    keep_word,
    said_of,
    say,
    set_by_third_party,
    set_part_pay,
)
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement, PartPay
from firstfoot.work.engagements.policies import may_answer_part_pay, may_decide_part_pay
from firstfoot.work.engagements.states import PART_PAY
from firstfoot.work.payments.actions.paying import opened
from firstfoot.work.payments.actions.promising import followed
from firstfoot.work.payments.models import Stipend
from firstfoot.work.payments.queries import earned_minor


@transaction.atomic
def answer_part_pay(
    *, engagement_id: int, amount_minor: int, note: str, seen: int | None = None, actor: Person
) -> PartPay:
    """Say the same amount, which is due then, or another one, which the other side answers in its turn.

    Raises NotPermitted unless the actor is a party, IllegalTransition once it is settled, Conflict: "no_part_pay",
    "held" in a dispute, "changed" since version `seen`, "not_your_turn", "part_pay_too_much" above the agreed pay,
    "part_pay_too_little" below what is due or paid already.
    """
    engagement, stipend, part_pay = _opened(engagement_id, seen)
    require(may_answer_part_pay(actor, engagement))
    require_not_held(engagement)
    PART_PAY.target("answer", part_pay.state)
    side = engagement.side_of(actor.pk)
    if side != part_pay.turn:
        raise Conflict("not_your_turn")
    _require_fit(part_pay, stipend, amount_minor)
    is_same = amount_minor == part_pay.offered_minor
    say(part_pay, side, amount_minor)
    keep_word(part_pay, side, amount_minor, note, actor)
    if is_same or is_given_whole(part_pay, side, amount_minor):
        agree(part_pay, amount_minor, actor)
        return _owe(part_pay, engagement, amount_minor, actor)
    part_pay.turn, part_pay.answer_by_at = side.other, answer_end(engagement, side.other)
    record(
        Engagements.PART_PAY_ANSWERED, part_pay, actor,
        save=["by_host_minor", "by_intern_minor", "turn", "answer_by_at"], **said_of(part_pay, amount_minor), side=side,
    )  # fmt: skip
    return part_pay


@transaction.atomic
def decide_part_pay(
    *, engagement_id: int, amount_minor: int, reason: str, seen: int | None = None, actor: Person
) -> PartPay:
    """The third party sets it, on the record and with a reason, once a side left the other without an answer.

    Raises NotPermitted unless the actor is the third party, IllegalTransition once it is settled, Conflict:
    "no_part_pay", "held", "changed" since version `seen`, "side_has_time", "reason_missing", "not_between" outside the
    two amounts, "part_pay_too_little" below what is due or paid already.
    """
    engagement, stipend, part_pay = _opened(engagement_id, seen)
    require(may_decide_part_pay(actor, engagement))
    require_not_held(engagement)
    PART_PAY.target("decide", part_pay.state)
    if clock.now() <= part_pay.answer_by_at:
        raise Conflict("side_has_time")
    if not reason.strip():
        raise Conflict("reason_missing")
    low, high = bounds_of(part_pay, stipend)
    if not low <= amount_minor <= high:
        raise Conflict("not_between")
    keep_word(part_pay, "", amount_minor, reason, actor)
    set_by_third_party(part_pay, amount_minor, actor)
    return _owe(part_pay, engagement, amount_minor, actor)


@transaction.atomic
def settle_part_pay(*, engagement_id: int, amount_minor: int, reason: str, actor: Person) -> PartPay:
    """The third party sets it in a dispute, between what is earned and the agreed pay.

    Whether the actor may decide was asked when they did. Raises Conflict("no_part_pay"), IllegalTransition once it
    is settled.
    """
    engagement, stipend, part_pay = _opened(engagement_id, None)
    amount = min(max(amount_minor, earned_minor(stipend)), part_pay.most_minor)
    keep_word(part_pay, "", amount, reason, actor)
    set_by_third_party(part_pay, amount, actor)
    return _owe(part_pay, engagement, amount, actor)


def bounds_of(part_pay: PartPay, stipend: Stipend | None) -> tuple[int, int]:
    """The lowest and the highest amount that the third party may set: between the two, never below what is earned."""
    low, high = part_pay.between
    earned = earned_minor(stipend)
    return max(low, earned), max(high, earned)


def _opened(engagement_id: int, seen: int | None) -> tuple[Engagement, Stipend, PartPay]:
    engagement, stipend = opened(engagement_id)
    part_pay = PartPay.objects.select_for_update().filter(engagement=engagement).first()
    if part_pay is None:
        raise Conflict("no_part_pay")
    if seen is not None and part_pay.version != seen:
        raise Conflict("changed", version=part_pay.version)
    return engagement, stipend, part_pay


def _require_fit(part_pay: PartPay, stipend: Stipend, amount: int) -> None:
    if amount > part_pay.most_minor:
        raise Conflict("part_pay_too_much")
    if amount < earned_minor(stipend):
        raise Conflict("part_pay_too_little")


def _owe(part_pay: PartPay, engagement: Engagement, amount: int, actor: Person) -> PartPay:
    set_part_pay(engagement, amount, actor)
    followed(engagement)
    return part_pay

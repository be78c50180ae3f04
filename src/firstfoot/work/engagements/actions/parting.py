"""The first word on the part of the pay, said with the early end itself, and how any word on it is kept."""

from __future__ import annotations

from datetime import datetime

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import workdays_of
from firstfoot.foundation.journal.actions import record, record_new
from firstfoot.kernel import clock
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement, PartPay, PartPayWord
from firstfoot.work.engagements.queries import part_facts
from firstfoot.work.engagements.states import PART_PAY, Side

ANSWER_DAYS = 5  # business days of the side that answers


def part_pay_at_end(engagement: Engagement, proposed_minor: int | None) -> PartPay | None:
    """The conversation about the pay of an engagement that just ended; None where all of it is earned.

    What the host gives whole needs no answer.
    """
    if engagement.finished_at is not None:
        engagement.part_pay_minor = engagement.pay_minor
        return None
    facts, side = part_facts(engagement), Side(engagement.ended_side)
    amount = facts.part_minor if proposed_minor is None else proposed_minor
    part_pay = PartPay(
        engagement=engagement, most_minor=facts.pay_minor, currency=engagement.currency, hours=facts.hours,
        results_accepted=facts.results_accepted, results_all=facts.results_all, minutes=facts.minutes,
        turn=side.other, answer_by_at=answer_end(engagement, side.other),
    )  # fmt: skip
    say(part_pay, side, amount)
    if is_given_whole(part_pay, side, amount):
        engagement.part_pay_minor = amount
    return part_pay


def record_proposal(part_pay: PartPay, engagement: Engagement, actor: Person) -> None:
    """Keep the first word, after the end of the engagement itself was recorded."""
    side = Side(part_pay.turn).other
    amount = part_pay.offered_minor
    record_new(Engagements.PART_PAY_PROPOSED, part_pay, actor, **said_of(part_pay, amount), side=side)
    keep_word(part_pay, side, amount, "", actor)
    if engagement.part_pay_minor is not None:
        agree(part_pay, amount, actor)


def say(part_pay: PartPay, side: Side, amount: int) -> None:
    if side == Side.HOST:
        part_pay.by_host_minor = amount
    else:
        part_pay.by_intern_minor = amount


def is_given_whole(part_pay: PartPay, side: Side, amount: int) -> bool:
    return side == Side.HOST and amount == part_pay.most_minor


def answer_end(engagement: Engagement, side: Side) -> datetime:
    """The end of the days in which a side answers, as its own week has them."""
    return answer_end_of(engagement, side, clock.now())


def answer_end_of(engagement: Engagement, side: Side, start: datetime) -> datetime:
    """The same for what was said then, with the times away that are known today."""
    host = side == Side.HOST
    workdays = workdays_of_organization(engagement.organization) if host else workdays_of(engagement.intern)
    return workdays.after(start, ANSWER_DAYS)


def keep_word(part_pay: PartPay, side: str, amount: int, note: str, actor: Person) -> None:
    PartPayWord.objects.create(
        part_pay=part_pay, number=part_pay.words.count() + 1, side=side, amount_minor=amount, note=note.strip(),
        said_by=actor, said_at=clock.now(),
    )  # fmt: skip


def agree(part_pay: PartPay, amount: int, actor: Person) -> None:
    """Both said the same."""
    part_pay.state = PART_PAY.target("agree", part_pay.state)
    saved = _settled(part_pay, amount)
    record(Engagements.PART_PAY_AGREED, part_pay, actor, save=saved, **said_of(part_pay, amount))


def set_by_third_party(part_pay: PartPay, amount: int, actor: Person) -> None:
    part_pay.state = PART_PAY.target("decide", part_pay.state)
    saved = _settled(part_pay, amount)
    record(Engagements.PART_PAY_DECIDED, part_pay, actor, save=saved, **said_of(part_pay, amount))


def _settled(part_pay: PartPay, amount: int) -> list[str]:
    part_pay.settled_minor, part_pay.settled_at = amount, clock.now()
    return ["state", "by_host_minor", "by_intern_minor", "settled_minor", "settled_at"]


def set_part_pay(engagement: Engagement, amount: int, actor: Person) -> None:
    """What is owed after the early end, for a locked engagement."""
    engagement.part_pay_minor = amount
    record(Engagements.PART_PAY_SET, engagement, actor, save=["part_pay_minor"], amount=amount)


def said_of(part_pay: PartPay, amount: int) -> dict[str, object]:
    return {"amount": amount, "currency": part_pay.currency}

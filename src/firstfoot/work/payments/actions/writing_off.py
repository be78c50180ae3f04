"""Giving up an amount that is due: the host asks with a reason, the intern or the third party answers."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.actions import require_not_held
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.payments.actions.booking import Said, book, unasked
from firstfoot.work.payments.actions.paying import opened
from firstfoot.work.payments.actions.promising import keep_days
from firstfoot.work.payments.events import Payments
from firstfoot.work.payments.models import Stipend
from firstfoot.work.payments.policies import may_answer_write_off, may_record_pay
from firstfoot.work.payments.queries import write_offs_left
from firstfoot.work.payments.states import OPEN, Account, EntryKind, WriteOffReason


@transaction.atomic
def ask_write_off(*, engagement_id: int, amount_minor: int, reason: str, note: str, actor: Person) -> Stipend:
    """The host asks to write an amount off; nothing changes until the intern or the third party agrees.

    Raises NotPermitted unless the actor records pay for the host, Conflict: "not_signed", "held", "asked_already",
    "more_than_due", "amount_missing".
    """
    engagement, stipend = opened(engagement_id)
    require(may_record_pay(actor, engagement))
    require_not_held(engagement)
    if stipend.asked_minor is not None:
        raise Conflict("asked_already")
    if amount_minor <= 0:
        raise Conflict("amount_missing")
    if amount_minor > stipend.due_minor:
        raise Conflict("more_than_due")
    stipend.asked_minor, stipend.asked_reason = amount_minor, WriteOffReason(reason)
    stipend.asked_note, stipend.asked_by, stipend.asked_at = note.strip(), actor, clock.now()
    record(
        Payments.WRITE_OFF_ASKED, stipend, actor,
        save=["asked_minor", "asked_reason", "asked_note", "asked_by", "asked_at"], amount=amount_minor,
        currency=stipend.currency, reason=reason,
    )  # fmt: skip
    return stipend


@transaction.atomic
def answer_write_off(*, engagement_id: int, agree: bool, seen: int | None, actor: Person) -> Stipend:
    """The intern, or the third party once 14 days went by, agrees that it is written off, or does not.

    Raises NotPermitted unless the actor may answer, Conflict: "held", "changed" when the stipend moved since `seen`,
    "nothing_asked_off" when nothing is asked, "intern_has_time" for a third party that comes too early,
    "more_than_there" when less is due by now.
    """
    engagement = locked(Engagement, engagement_id)
    require(may_answer_write_off(actor, engagement))
    require_not_held(engagement)
    stipend = Stipend.objects.select_for_update().get(engagement=engagement)
    if seen is not None and stipend.version != seen:
        raise Conflict("changed", version=stipend.version)
    if stipend.asked_minor is None:
        raise Conflict("nothing_asked_off")
    if actor.pk != engagement.intern_id and not write_offs_left(actor, clock.now()).filter(pk=stipend.pk).exists():
        raise Conflict("intern_has_time")
    amount, reason = stipend.asked_minor, stipend.asked_reason
    saved = unasked(stipend)
    if not agree:
        record(Payments.WRITE_OFF_REFUSED, stipend, actor, save=saved, amount=amount, currency=stipend.currency)
        return stipend
    said = Said(clock.today(engagement.organization.zone), actor, reason=reason)
    book(stipend, EntryKind.WRITTEN_OFF, amount, said, save=saved)
    keep_days(stipend, engagement, actor=actor)
    return stipend


@transaction.atomic
def write_off_on_record(*, engagement_id: int, pay_minor: int, actor: Person) -> Stipend:
    """The third party decided in a dispute that no more than `pay_minor` is owed: the rest of what is due is given up.

    Never more than is due: what went out stays paid. Whether the actor may decide was asked when they did.
    Raises Conflict("not_signed").
    """
    engagement, stipend = opened(engagement_id)
    owed = stipend.minor(*OPEN, Account.RECEIVED)
    amount = min(max(owed - pay_minor, 0), stipend.due_minor)
    if amount:
        said = Said(clock.today(engagement.organization.zone), actor, reason=WriteOffReason.DECIDED)
        book(stipend, EntryKind.WRITTEN_OFF, amount, said)
        keep_days(stipend, engagement, actor=None)
    return stipend

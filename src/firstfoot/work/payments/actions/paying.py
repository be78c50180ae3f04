"""What the host and the intern record by hand: set aside, due in part, paid, arrived, not arrived, taken back."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.actions import require_not_held
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import DeliverableState
from firstfoot.work.payments.actions.booking import Said, book, book_back, is_said, last_day_of
from firstfoot.work.payments.actions.promising import followed, keep_days
from firstfoot.work.payments.models import Stipend
from firstfoot.work.payments.policies import may_confirm_pay, may_record_pay, may_take_back
from firstfoot.work.payments.states import EntryKind

K = EntryKind


@transaction.atomic
def fund_stipend(
    *, engagement_id: int, amount_minor: int, on: date, reference: str, key: str, actor: Person
) -> Stipend:
    """The host states that an amount is set aside, and under which reference.

    Raises NotPermitted unless the actor records pay for the host, Conflict: "not_signed" before both
    signed, "held" in a dispute, "day_ahead", "reference_missing", "more_than_there" when less is promised and not
    set aside yet.
    """
    engagement, stipend = opened(engagement_id)
    require(may_record_pay(actor, engagement))
    require_not_held(engagement)
    _require_past(engagement, on)
    if not reference.strip():
        raise Conflict("reference_missing")
    if not is_said(stipend, key):
        book(stipend, K.FUNDED, amount_minor, Said(on, actor, reference, key=key))
    return stipend


@transaction.atomic
def make_part_due(*, engagement_id: int, result: int, amount_minor: int, key: str, actor: Person) -> Stipend:
    """The host lets a part be due already, for one accepted result.

    Raises NotPermitted unless the actor records pay for the host, Conflict: "not_signed", "held",
    "not_accepted" unless that result is, "more_than_there" when less is left to become due.
    """
    engagement, stipend = opened(engagement_id)
    require(may_record_pay(actor, engagement))
    require_not_held(engagement)
    deliverable = engagement.deliverables.filter(number=result, state=DeliverableState.ACCEPTED).first()
    if deliverable is None or deliverable.accepted_at is None:
        raise Conflict("not_accepted")
    if not is_said(stipend, key):
        day = clock.today(engagement.organization.zone)
        said = Said(day, actor, key=key, deliverable=deliverable)
        book(stipend, K.DUE, amount_minor, said, due_on=last_day_of(engagement, day))
    return stipend


@transaction.atomic
def release_pay(
    *, engagement_id: int, amount_minor: int | None, on: date, reference: str, key: str, actor: Person
) -> Stipend:
    """The host states that it paid: all that is due, or a part of it.

    Raises NotPermitted unless the actor records pay for the host, Conflict: "not_signed", "held", "day_ahead",
    "nothing_due", "more_than_due".
    """
    engagement, stipend = opened(engagement_id)
    require(may_record_pay(actor, engagement))
    require_not_held(engagement)
    _require_past(engagement, on)
    if is_said(stipend, key):
        return stipend
    if not stipend.due_minor:
        raise Conflict("nothing_due")
    amount = stipend.due_minor if amount_minor is None else amount_minor
    if amount > stipend.due_minor:
        raise Conflict("more_than_due")
    kind = K.RELEASED if amount == stipend.due_minor else K.PART_PAID
    book(stipend, kind, amount, Said(on, actor, reference, key=key))
    keep_days(stipend, engagement, actor=actor)
    return stipend


@transaction.atomic
def confirm_received(*, engagement_id: int, amount_minor: int | None, on: date, key: str, actor: Person) -> Stipend:
    """The intern states that pay arrived: all that is on its way (or due, when the host said nothing), or a part.

    Raises NotPermitted unless the actor is the intern, Conflict: "not_signed", "day_ahead", "nothing_on_its_way",
    "more_than_there".
    """
    engagement, stipend = opened(engagement_id)
    require(may_confirm_pay(actor, engagement))
    _require_past(engagement, on)
    if is_said(stipend, key):
        return stipend
    waiting = stipend.sent_minor or stipend.due_minor
    if not waiting:
        raise Conflict("nothing_on_its_way")
    book(stipend, K.RECEIVED, waiting if amount_minor is None else amount_minor, Said(on, actor, key=key))
    keep_days(stipend, engagement, actor=actor)
    return stipend


@transaction.atomic
def report_not_received(*, engagement_id: int, key: str, actor: Person) -> Stipend:
    """The intern states that what is on its way did not arrive: it is due again, from the same last day on.

    Raises NotPermitted unless the actor is the intern, Conflict: "not_signed", "nothing_on_its_way".
    """
    engagement, stipend = opened(engagement_id)
    require(may_confirm_pay(actor, engagement))
    if is_said(stipend, key):
        return stipend
    if not stipend.sent_minor:
        raise Conflict("nothing_on_its_way")
    day = clock.today(engagement.intern.zone)
    book(stipend, K.NOT_RECEIVED, stipend.sent_minor, Said(day, actor, key=key), due_on=_due_again(stipend, engagement))
    keep_days(stipend, engagement, actor=actor)
    return stipend


@transaction.atomic
def take_entry_back(*, engagement_id: int, number: int, actor: Person) -> Stipend:
    """Answer one's own side's wrong entry with its contrary; both stay to be read.

    Raises NotPermitted unless the actor's side recorded it and it is of a kind that may be taken back, Conflict:
    "held" in a dispute, "taken_back" when it was already, "moved_on" when the amount stands elsewhere by now.
    """
    engagement, stipend = opened(engagement_id)
    entry = stipend.entries.get(number=number)
    require(may_take_back(actor, engagement, entry))
    if entry.kind != K.RECEIVED:
        require_not_held(engagement)
    if stipend.entries.filter(reverses=entry).exists():
        raise Conflict("taken_back")
    day = clock.today(engagement.organization.zone)
    book_back(stipend, entry, Said(day, actor), due_on=_due_again(stipend, engagement))
    keep_days(stipend, engagement, actor=actor)
    return stipend


def opened(engagement_id: int) -> tuple[Engagement, Stipend]:
    """The engagement and its stipend, locked, at what the agreement says. Conflict("not_signed") before that."""
    engagement = locked(Engagement, engagement_id)
    if engagement.signed_at is None:
        raise Conflict("not_signed")
    return engagement, followed(engagement)


def _require_past(engagement: Engagement, day: date) -> None:
    if day > max(clock.today(engagement.organization.zone), clock.today(engagement.intern.zone)):
        raise Conflict("day_ahead")


def _due_again(stipend: Stipend, engagement: Engagement) -> date:
    """The last day to pay what is due once more: that of the last time it fell due."""
    day = stipend.entries.filter(kind=K.DUE).order_by("on").values_list("on", flat=True).last()
    return last_day_of(engagement, day or clock.today(engagement.organization.zone))

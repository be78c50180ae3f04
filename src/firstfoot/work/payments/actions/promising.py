"""Following the agreement: what it pays is promised, and due once the work is done."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked
from firstfoot.kernel import clock
from firstfoot.work.engagements.actions import mark_paid, mark_received, reopen_pay
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import part_pay_of
from firstfoot.work.engagements.states import EngagementState, PartPayState, Side
from firstfoot.work.payments.actions.booking import Said, book, last_day_of
from firstfoot.work.payments.models import Stipend
from firstfoot.work.payments.queries import earned_minor, is_part_open, owed_minor
from firstfoot.work.payments.states import HELD, NOT_EARNED, UNPAID, Account, EntryKind, WriteOffReason

K = EntryKind
AFTER_WORK = (EngagementState.CLOSING, EngagementState.COMPLETED, EngagementState.ENDED_EARLY)


@transaction.atomic
def follow_agreement(*, engagement_id: int) -> Stipend | None:
    """Bring the stipend to what the agreement says by now; nothing to do the second time, None before the signing.

    Its first signing opens it, an amendment or an early end changes what is promised (never below what
    is on its way already), the last acceptance makes it due.
    """
    engagement = locked(Engagement, engagement_id)
    return followed(engagement) if engagement.signed_at else None


def followed(engagement: Engagement) -> Stipend:
    """The stipend of a signed engagement, both locked, brought to what the agreement says."""
    stipend = Stipend.objects.select_for_update().filter(engagement=engagement).first()
    is_new = stipend is None
    if stipend is None:
        stipend = Stipend.objects.create(
            engagement=engagement, organization_id=engagement.organization_id, payee_id=engagement.intern_id,
            currency=engagement.currency,
        )  # fmt: skip
    stipend.engagement = engagement
    _promise(stipend, engagement)
    _earn(stipend, engagement)
    if is_new:
        _carry_over(stipend, engagement)
    keep_days(stipend, engagement, actor=None)
    return stipend


def keep_days(stipend: Stipend, engagement: Engagement, *, actor: Person | None) -> None:
    """Let the engagement say on which days its whole pay was sent and arrived; or no longer say so."""
    if engagement.state not in AFTER_WORK or engagement.started_at is None:
        return
    is_paid = not stipend.minor(*UNPAID) and stipend.minor(Account.SENT, Account.RECEIVED) > 0
    is_received = is_paid and not stipend.sent_minor
    side = engagement.side_of(actor.pk) if actor else None
    if (not is_paid and engagement.paid_on) or (not is_received and engagement.received_on):
        reopen_pay(engagement_id=engagement.pk, sent=not is_paid, actor=actor)
    if is_paid and engagement.paid_on != (day := _last(stipend, K.RELEASED, K.PART_PAID)) and day:
        mark_paid(engagement_id=engagement.pk, paid_on=day, actor=actor if side == Side.HOST else None)
    if is_received and engagement.received_on != (day := _last(stipend, K.RECEIVED)) and day:
        mark_received(engagement_id=engagement.pk, received_on=day, actor=actor if side == Side.INTERN else None)
    engagement.refresh_from_db()


def _last(stipend: Stipend, *kinds: EntryKind) -> date | None:
    standing = stipend.entries.filter(kind__in=kinds, reversal=None)
    return standing.order_by("on").values_list("on", flat=True).last()


def _promise(stipend: Stipend, engagement: Engagement) -> None:
    """Raise or lower what is promised to what is owed; what went out stays promised."""
    change = max(owed_minor(engagement), _kept(stipend, engagement)) - stipend.minor(*HELD)
    zone = engagement.organization.zone
    at = engagement.signed_at if not stipend.entries_count and engagement.signed_at else clock.now()
    said = Said(at.astimezone(zone).date(), reason=_why(engagement) if change < 0 else "")
    if change > 0:
        book(stipend, K.PLEDGED, change, said)
    elif change < 0:
        book(stipend, K.LOWERED, -change, said)


def _kept(stipend: Stipend, engagement: Engagement) -> int:
    """What no lower amount takes back: what went out, and once it ended early also what was due."""
    gone = stipend.minor(Account.SENT, Account.RECEIVED, Account.WRITTEN_OFF)
    return earned_minor(stipend) if engagement.state == EngagementState.ENDED_EARLY else gone


def _why(engagement: Engagement) -> str:
    part_pay = part_pay_of(engagement) if engagement.state == EngagementState.ENDED_EARLY else None
    return WriteOffReason.AGREED_LESS if part_pay and part_pay.state == PartPayState.AGREED else ""


def _earn(stipend: Stipend, engagement: Engagement) -> None:
    """Once the work is done, or it is settled what an early end leaves, all that is still promised is due."""
    done = engagement.finished_at or engagement.ended_at
    left = stipend.minor(*NOT_EARNED)
    if done is None or engagement.started_at is None or not left or is_part_open(engagement):
        return
    if engagement.finished_at is None and (part_pay := part_pay_of(engagement)) and part_pay.settled_at:
        done = part_pay.settled_at
    day = done.astimezone(engagement.organization.zone).date()
    book(stipend, K.DUE, left, Said(day), due_on=last_day_of(engagement, day))


def _carry_over(stipend: Stipend, engagement: Engagement) -> None:
    """What both sides said before there were stipends."""
    if engagement.paid_on and stipend.due_minor:
        book(stipend, K.RELEASED, stipend.due_minor, Said(engagement.paid_on, carried=True))
    if engagement.received_on and (there := stipend.minor(Account.SENT, Account.DUE)):
        book(stipend, K.RECEIVED, there, Said(engagement.received_on, carried=True))

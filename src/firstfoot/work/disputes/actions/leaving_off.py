"""Ends without a decision: taken back, settled by the two themselves, or nobody was there to decide."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.disputes.actions.deciding import is_waited_for
from firstfoot.work.disputes.actions.moving import close, locked_dispute
from firstfoot.work.disputes.events import Disputes
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.policies import may_dispute, may_withdraw
from firstfoot.work.disputes.states import DISPUTE


@transaction.atomic
def withdraw_dispute(*, dispute_id: int, actor: Person) -> Dispute:
    """The side that opened it takes it back; everything goes on as before.

    Raises NotPermitted unless the actor speaks for that side, IllegalTransition once it is decided.
    """
    dispute = locked_dispute(dispute_id)
    require(may_withdraw(actor, dispute))
    saved = close(dispute, DISPUTE.target("withdraw", dispute.state), actor)
    record(Disputes.WITHDRAWN, dispute, actor, save=saved, side=str(dispute.side))
    return dispute


@transaction.atomic
def propose_settlement(*, dispute_id: int, note: str, actor: Person) -> Dispute:
    """One side says that the two settled it themselves; it is over when the other says so too.

    Raises NotPermitted unless the actor speaks for a side, IllegalTransition once it is over,
    Conflict("already_proposed") by the same side.
    """
    dispute = locked_dispute(dispute_id)
    require(may_dispute(actor, dispute.engagement))
    DISPUTE.target("settle", dispute.state)
    side = dispute.engagement.side_of(actor.pk)
    if dispute.settle_side == side:
        raise Conflict("already_proposed")
    if dispute.settle_side:
        return _settle(dispute, actor)
    dispute.settle_side, dispute.settle_note = side, note.strip()
    record(Disputes.SETTLEMENT_PROPOSED, dispute, actor, save=["settle_side", "settle_note"], side=str(side))
    return dispute


@transaction.atomic
def agree_settlement(*, dispute_id: int, seen: int | None = None, actor: Person) -> Dispute:
    """The other side says so too: it is over, and everything goes on.

    Raises NotPermitted unless the actor speaks for a side, IllegalTransition once it is over, Conflict:
    "nothing_proposed", or "own_proposal" of the same side.
    """
    dispute = locked_dispute(dispute_id, seen)
    require(may_dispute(actor, dispute.engagement))
    DISPUTE.target("settle", dispute.state)
    if not dispute.settle_side:
        raise Conflict("nothing_proposed")
    if dispute.settle_side == dispute.engagement.side_of(actor.pk):
        raise Conflict("own_proposal")
    return _settle(dispute, actor)


def _settle(dispute: Dispute, actor: Person) -> Dispute:
    record(Disputes.SETTLED, dispute, actor, save=close(dispute, DISPUTE.target("settle", dispute.state), actor))
    return dispute


@transaction.atomic
def lapse_dispute(*, dispute_id: int) -> Dispute:
    """The clock: nobody is there to decide, or was for far too long; nobody's pay is held for that.

    Raises IllegalTransition unless it waits for a decision, Conflict("too_early") while somebody is waited for.
    """
    dispute = locked_dispute(dispute_id)
    DISPUTE.target("decide", dispute.state)
    if dispute.due_at > clock.now() or is_waited_for(dispute):
        raise Conflict("too_early")
    return lapse_locked(dispute)


def lapse_locked(dispute: Dispute) -> Dispute:
    """End a live dispute without a decision."""
    record(Disputes.LAPSED, dispute, None, save=close(dispute, DISPUTE.target("lapse", dispute.state), None))
    return dispute

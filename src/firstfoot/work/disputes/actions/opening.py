"""Opening a dispute: the first statement, and the hold."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.disputes.actions.moving import required
from firstfoot.work.disputes.clocks import clock_end
from firstfoot.work.disputes.events import Disputes
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.policies import may_open, third_parties
from firstfoot.work.disputes.queries import (
    MOST_BY_SIDE,
    causes_open_to,
    earlier_disputes,
    results_in_question,
)
from firstfoot.work.disputes.states import ABOUT_RESULT, Cause, DisputeState
from firstfoot.work.engagements.actions import hold_engagement, require_not_held
from firstfoot.work.engagements.models import Deliverable, Engagement
from firstfoot.work.engagements.states import Side
from firstfoot.work.payments.queries import stipend_of


@transaction.atomic
def open_dispute(
    *, engagement_id: int, cause: str, result: int | None = None, statement: str, actor: Person
) -> Dispute:
    """Say what the two cannot settle; what would settle it is held until the dispute is over.

    `result` is the number of the result in question. Raises NotPermitted unless the actor speaks for a side whose
    cause it is, Conflict: "held" while another lives, "statement_missing", "not_at_hand" when there is no such
    matter now, "result_missing", "decided_already", "enough_disputes" by this side, "nobody_decides" when every
    steward stands on a side.
    """
    engagement = locked(Engagement, engagement_id)
    about = Cause(cause)
    require(may_open(actor, engagement, about))
    require_not_held(engagement)
    text = required(statement, "statement_missing")
    side = engagement.side_of(actor.pk)
    if about not in causes_open_to(engagement, side, stipend_of(engagement)):
        raise Conflict("not_at_hand")
    deliverable = _result(engagement, about, result)
    _require_new(engagement, side, about, deliverable)
    if not third_parties(engagement):
        raise Conflict("nobody_decides")
    now = clock.now()
    dispute = Dispute(
        state=DisputeState.OPEN, engagement=engagement, deliverable=deliverable, cause=about, side=side,
        statement=text, opened_by=actor, opened_at=now, since_at=now, due_at=now,
    )  # fmt: skip
    dispute.due_at = clock_end(dispute)
    hold_engagement(engagement_id=engagement.pk, actor=actor)
    number = deliverable.number if deliverable else None
    record_new(Disputes.OPENED, dispute, actor, cause=str(about), side=str(side), number=number)
    return dispute


def _result(engagement: Engagement, cause: Cause, number: int | None) -> Deliverable | None:
    if cause not in ABOUT_RESULT:
        return None
    found = [one for one in results_in_question(engagement, cause) if one.number == number]
    if not found:
        raise Conflict("result_missing")
    return found[0]


def _require_new(engagement: Engagement, side: Side, cause: Cause, deliverable: Deliverable | None) -> None:
    """A side asks a question once, and not without end; pay that does not arrive is always one."""
    if cause == Cause.NOT_PAID:
        return
    before = earlier_disputes(engagement, side)
    if before.filter(cause=cause, deliverable=deliverable, state=DisputeState.CLOSED).exists():
        raise Conflict("decided_already")
    if before.count() >= MOST_BY_SIDE:
        raise Conflict("enough_disputes")

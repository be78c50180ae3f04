"""What a decision does to the work and to what is recorded as owed; no money is moved by it."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.states import Decision
from firstfoot.work.engagements.actions import end_on_record, send_back_on_record, uphold_result
from firstfoot.work.engagements.states import LIVE as AT_WORK
from firstfoot.work.engagements.states import DeliverableState, EngagementState
from firstfoot.work.payments.actions import settle_part_pay, write_off_on_record
from firstfoot.work.payments.queries import is_part_open

_AFTER_WORK = (EngagementState.CLOSING, EngagementState.COMPLETED, EngagementState.ENDED_EARLY)


def carry_out(dispute: Dispute, decided_by: Person) -> bool:
    """Do what was decided, in the name of whoever decided; false when nothing is left to do any more."""
    decision = Decision(dispute.stands)
    if decision == Decision.ACCEPTED and dispute.deliverable_id is not None:
        return uphold_result(deliverable_id=dispute.deliverable_id, actor=decided_by)
    if decision == Decision.RETURNED and dispute.deliverable is not None:
        reason = dispute.final_reason or dispute.reason
        done = send_back_on_record(deliverable_id=dispute.deliverable.pk, reason=reason, actor=decided_by)
        return done or dispute.deliverable.state == DeliverableState.RETURNED
    if decision == Decision.PART_PAY:
        return _write_off(dispute, decided_by)
    if decision == Decision.ENDED:
        return _end(dispute, decided_by)
    return True


def _write_off(dispute: Dispute, decided_by: Person) -> bool:
    if dispute.engagement.state not in _AFTER_WORK:
        return False
    owed = dispute.owed_minor or 0
    if is_part_open(dispute.engagement):
        reason = dispute.final_reason or dispute.reason
        settle_part_pay(engagement_id=dispute.engagement_id, amount_minor=owed, reason=reason, actor=decided_by)
        return True
    write_off_on_record(engagement_id=dispute.engagement_id, pay_minor=owed, actor=decided_by)
    return True


def _end(dispute: Dispute, decided_by: Person) -> bool:
    """Where the intern ended it meanwhile, the pay that was decided still counts, up to the part they stated.

    Both may have signed less pay since it was decided; no more than that is owed.
    """
    if dispute.engagement.state not in AT_WORK:
        return _write_off(dispute, decided_by)
    owed = min(dispute.owed_minor or 0, dispute.engagement.pay_minor)
    end_on_record(engagement_id=dispute.engagement_id, part_pay_minor=owed, actor=decided_by)
    return True

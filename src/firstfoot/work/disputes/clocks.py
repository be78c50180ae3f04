"""How long each state of a dispute waits, and for whom."""

from __future__ import annotations

from datetime import datetime

from firstfoot.foundation.accounts.queries import workdays_of
from firstfoot.kernel.workdays import Workdays
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.states import DisputeState
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import Side

BUSINESS_DAYS = 5  # of the side that answers, of the third party, of whichever side needs longer to accept or appeal
LONGEST_LATE = 20  # business days after the third party's own time, then it goes on without one


def clock_end(dispute: Dispute) -> datetime:
    """When the present state's time is over, reckoned from its start with the times away that are known today."""
    engagement, since = dispute.engagement, dispute.since_at
    if dispute.state == DisputeState.OPEN:
        return _workdays(engagement, dispute.other_side).after(since, BUSINESS_DAYS)
    if dispute.state == DisputeState.DECIDED:
        return max(_workdays(engagement, side).after(since, BUSINESS_DAYS) for side in Side)
    return Workdays().after(since, BUSINESS_DAYS)


def latest_end(dispute: Dispute) -> datetime:
    """When nobody waits for a late third party any longer."""
    return Workdays().after(dispute.due_at, LONGEST_LATE)


def _workdays(engagement: Engagement, side: Side) -> Workdays:
    if side == Side.INTERN:
        return workdays_of(engagement.intern)
    return workdays_of_organization(engagement.organization)

"""Locking a dispute after what it holds, moving it on, and letting go of what it held."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.market.projects.models import Project
from firstfoot.work.disputes.clocks import clock_end
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.states import DisputeState
from firstfoot.work.engagements.actions import lift_hold
from firstfoot.work.engagements.models import Engagement


def locked_dispute(dispute_id: int, seen: int | None = None) -> Dispute:
    """The dispute, locked after its project and its engagement: in the order of whoever ends the work.

    Raises Conflict("changed") when it changed since version `seen`.
    """
    row = Dispute.objects.values("engagement", "engagement__project").get(pk=dispute_id)
    locked(Project, row["engagement__project"])
    engagement = locked(Engagement, row["engagement"])
    dispute = locked(Dispute, dispute_id, seen=seen)
    dispute.engagement = engagement
    return dispute


def move(dispute: Dispute, state: str) -> list[str]:
    """Move it to a state, whose clock begins; the columns to save."""
    dispute.state = DisputeState(state)
    dispute.since_at = clock.now()
    dispute.due_at = clock_end(dispute)
    return ["state", "since_at", "due_at"]


def close(dispute: Dispute, state: str, actor: Person | None) -> list[str]:
    """Move it to an end and let the work go on; the columns to save."""
    dispute.state = DisputeState(state)
    dispute.closed_at = clock.now()
    lift_hold(engagement_id=dispute.engagement_id, actor=actor)
    return ["state", "closed_at"]


def required(text: str, code: str) -> str:
    """The text without the space around it, else Conflict with this code."""
    if not text.strip():
        raise Conflict(code)
    return text.strip()

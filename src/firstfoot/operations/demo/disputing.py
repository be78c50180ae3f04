"""One dispute of the demo: more is asked than was signed, both have said how they see it, a steward is to decide."""

from __future__ import annotations

from datetime import timedelta

from firstfoot.operations.demo.calendar import Calendar
from firstfoot.work.disputes.actions import answer_dispute, open_dispute
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.states import DisputeState
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import DeliverableState, EngagementState

CLAIM = (
    "The agreement says what is part of the work and what is not. Since last week a second round for another team "
    "is asked for, for the same pay. I would gladly do it as a change that both of us sign."
)
ANSWER = (
    "We meant it as one piece from the start and said so in the first call. A few hours more is what we had in mind, "
    "not days. The first round is good work."
)
_WITH_THE_HOST = (DeliverableState.SUBMITTED, DeliverableState.RETURNED)


def dispute_one(calendar: Calendar) -> None:
    """Opened four days ago, answered the day before yesterday."""
    calendar.on(calendar.today - timedelta(days=4), _open, hour=15)
    calendar.on(calendar.today - timedelta(days=2), _answer, hour=16)


def _open() -> None:
    """The work that began last, where no result waits for anybody."""
    going = Engagement.objects.filter(state=EngagementState.ACTIVE, held_at=None)
    quiet = going.exclude(deliverables__state__in=_WITH_THE_HOST).select_related("intern")
    found = quiet.order_by("-started_at", "-pk").first()
    if found is not None:
        open_dispute(engagement_id=found.pk, cause="scope", statement=CLAIM, actor=found.intern)


def _answer() -> None:
    for dispute in Dispute.objects.filter(state=DisputeState.OPEN).select_related("engagement__supervisor"):
        answer_dispute(dispute_id=dispute.pk, statement=ANSWER, actor=dispute.engagement.supervisor)

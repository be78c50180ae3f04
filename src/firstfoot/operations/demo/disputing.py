"""One dispute of the demo: more is asked than was signed, both have said how they see it, a steward is to decide."""

from __future__ import annotations

from firstfoot.work.disputes.actions import answer_dispute, open_dispute
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


def dispute_one() -> None:
    """In the work that began last, where no result waits for anybody; nothing is done there any more."""
    going = Engagement.objects.filter(state=EngagementState.ACTIVE, held_at=None)
    quiet = going.exclude(deliverables__state__in=_WITH_THE_HOST).select_related("intern", "supervisor")
    found = quiet.order_by("-started_at", "-pk").first()
    if found is not None:
        opened = open_dispute(engagement_id=found.pk, cause="scope", statement=CLAIM, actor=found.intern)
        answer_dispute(dispute_id=opened.pk, statement=ANSWER, actor=found.supervisor)

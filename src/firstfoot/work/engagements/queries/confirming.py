"""What is confirmed of accepted work: how many results, and how many of the agreed criteria."""

from __future__ import annotations

from typing import Any

from firstfoot.foundation.accounts.states import PersonState
from firstfoot.work.engagements.models import Criterion, CriterionMark, Deliverable, Engagement
from firstfoot.work.engagements.states import DeliverableState, EngagementState

_CONFIRMED = (EngagementState.CLOSING, EngagementState.COMPLETED, EngagementState.ENDED_EARLY)


def confirmed_work(public_id: str) -> Any | None:
    """The engagement with its counts (`results_confirmed`, `criteria_agreed`, `criteria_met`).

    None unless work of it was accepted and it is over, and once its intern was erased.
    """
    people = ("organization", "project", "intern")
    found: Any = Engagement.objects.filter(public_id=public_id, state__in=_CONFIRMED).select_related(*people).first()
    if found is None or found.intern.state == PersonState.ERASED:
        return None
    accepted = Deliverable.objects.filter(engagement=found, state=DeliverableState.ACCEPTED)
    agreed = Criterion.objects.filter(deliverable__in=accepted, is_current=True)
    unmet = CriterionMark.objects.filter(criterion__in=agreed, review__is_accepted=True, is_met=False)
    found.results_confirmed, found.criteria_agreed = accepted.count(), agreed.count()
    found.criteria_met = found.criteria_agreed - unmet.values("criterion").distinct().count()
    return found if found.results_confirmed else None

"""Reading evaluations: one's own side's always, the other's from the reveal on."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.work.engagements.models import Deliverable, Engagement
from firstfoot.work.engagements.queries import engagements_visible_to
from firstfoot.work.engagements.states import DeliverableState, EngagementState, Side
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.states import EvaluationState


def evaluations_visible_to(reader: Person) -> QuerySet[Evaluation]:
    """Those of the reader's engagements: revealed, or of the reader's own side."""
    mine = engagements_visible_to(reader).values("pk")
    own = Q(side=Side.INTERN, engagement__intern=reader) | (Q(side=Side.HOST) & ~Q(engagement__intern=reader))
    shown = Q(state=EvaluationState.REVEALED) | own
    return Evaluation.objects.filter(shown, engagement__in=mine).select_related("author")


def evaluation_of(engagement: Engagement, side: Side | None) -> Evaluation | None:
    """One side's assessment, for that side."""
    return Evaluation.objects.filter(engagement=engagement, side=side).select_related("author").first()


def revealed_of(engagement: Engagement) -> list[Evaluation]:
    """What both may read: nothing before the reveal."""
    shown = Evaluation.objects.filter(engagement=engagement, state=EvaluationState.REVEALED)
    return list(shown.select_related("author").order_by("side"))


def is_open(engagement: Engagement) -> bool:
    """Whether its assessments may still be written: closing, or ended early with accepted work, not yet revealed."""
    ended = engagement.state == EngagementState.ENDED_EARLY and engagement.evaluate_by_at is not None
    if not (ended or engagement.state == EngagementState.CLOSING):
        return False
    return not Evaluation.objects.filter(engagement=engagement, state=EvaluationState.REVEALED).exists()


def engagements_to_reveal(now: datetime) -> QuerySet[Engagement]:
    """Those whose time for assessments is up, and whose assessments were not revealed."""
    waiting = Evaluation.objects.filter(state=EvaluationState.SUBMITTED).values("engagement")
    closing = Q(state=EngagementState.CLOSING, evaluate_by_at__lt=now, held_at=None)
    ended = Q(state=EngagementState.ENDED_EARLY, evaluate_by_at__lt=now, pk__in=waiting)
    return Engagement.objects.filter(closing | ended)


def has_accepted_work(engagement: Engagement) -> bool:
    return Deliverable.objects.filter(engagement=engagement, state=DeliverableState.ACCEPTED).exists()

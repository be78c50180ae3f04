"""What the clocks look for: check-ins to close, engagements to start."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet

from firstfoot.work.engagements.models import CheckIn, Engagement, OnboardingStep
from firstfoot.work.engagements.states import CheckInState, EngagementState


def check_ins_to_close(now: datetime) -> QuerySet[CheckIn]:
    """Those whose window ended without both answers."""
    return CheckIn.objects.filter(
        state=CheckInState.SCHEDULED, closes_at__lt=now, engagement__state=EngagementState.ACTIVE
    ).order_by("engagement_id", "number")


def engagements_to_start(today: date) -> QuerySet[Engagement]:
    """Those whose first day has come, with every required step done."""
    still_open = OnboardingStep.objects.filter(required=True, done_at=None).values("engagement")
    ready = Engagement.objects.filter(state=EngagementState.ONBOARDING, start_on__lte=today)
    return ready.exclude(pk__in=still_open)

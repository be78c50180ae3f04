"""Pathway offer: what the host says comes next. Follow-up: what came of it, months later."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.proof.pathways.states import Doing, FollowUpState, PathwayKind, PathwayState, WithHost
from firstfoot.work.engagements.models import Engagement


class PathwayOffer(Chained):
    """One answer to "what comes next" for one engagement."""

    state = models.CharField(max_length=24, choices=PathwayState, default=PathwayState.OFFERED)
    engagement = models.OneToOneField(Engagement, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16, choices=PathwayKind)
    note = models.TextField(blank=True)
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="pathway_due", condition=Q(state="offered"))]

    def __str__(self) -> str:
        return self.kind


class FollowUp(Chained):
    """The intern is asked, some months after the completion, what came of it; hosts read figures alone."""

    state = models.CharField(max_length=24, choices=FollowUpState, default=FollowUpState.ASKED)
    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="+")
    months = models.PositiveSmallIntegerField()  # 3, 6 or 12
    asked_at = models.DateTimeField()
    lapses_at = models.DateTimeField()
    with_host = models.CharField(max_length=16, choices=WithHost, blank=True)
    doing = models.CharField(max_length=16, choices=Doing, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["engagement", "months"], name="follow_up_once_a_time"),
            models.CheckConstraint(
                name="follow_up_answered_has_time", condition=~Q(state="answered") | Q(answered_at__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["lapses_at"], name="follow_up_open", condition=Q(state="asked"))]

"""Pathway offer: what the host says comes next."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.proof.pathways.states import PathwayKind, PathwayState
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

"""The first talk: times that one side offers, and the one that the other chose."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.work.engagements.models.engagement import Engagement
from firstfoot.work.engagements.states import LIVE, KickoffState, Side


class Kickoff(Chained):
    """The kick-off of an engagement; moved times are the same talk, with a later version."""

    state = models.CharField(max_length=24, choices=KickoffState, default=KickoffState.OFFERED)
    engagement = models.OneToOneField(Engagement, models.CASCADE, related_name="kickoff")
    offered_side = models.CharField(max_length=8, choices=Side)
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    starts: models.JSONField[Any, Any] = models.JSONField(default=list)  # instants as ISO 8601, the earliest first
    minutes = models.PositiveSmallIntegerField()
    how = models.CharField(max_length=300)  # video link, phone, place
    note = models.CharField(max_length=500, blank=True)  # why none of the times before fits
    agenda = models.TextField(blank=True)
    offered_at = models.DateTimeField()
    chosen_at = models.DateTimeField(null=True, blank=True)  # the start that was chosen

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="kickoff_chosen_has_start",
                condition=Q(state="chosen", chosen_at__isnull=False) | Q(state="offered", chosen_at=None),
            )
        ]
        indexes = [models.Index(fields=["chosen_at"], name="kickoff_near", condition=Q(state="chosen"))]

    def __str__(self) -> str:
        return self.public_id

    @property
    def slots(self) -> list[datetime]:
        return [datetime.fromisoformat(start) for start in self.starts]

    @property
    def ends_at(self) -> datetime | None:
        return self.chosen_at + timedelta(minutes=self.minutes) if self.chosen_at else None

    @property
    def is_live(self) -> bool:
        """Whether it still counts: not where the work is over."""
        return self.engagement.state in LIVE

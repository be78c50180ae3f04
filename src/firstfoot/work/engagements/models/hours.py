"""The log of hours, where one is kept."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from firstfoot.kernel.ids import public_id
from firstfoot.work.engagements.models.engagement import Engagement

MOST_A_DAY = 24 * 60


class HoursEntry(models.Model):
    """What the intern worked on one day, and on what."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="hours_entries")
    day = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=120, blank=True)
    logged_at = models.DateTimeField()
    idempotency_key = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.CheckConstraint(
                name="hours_entry_within_a_day", condition=Q(minutes__gt=0) & Q(minutes__lte=MOST_A_DAY)
            )
        ]
        indexes = [models.Index(fields=["engagement", "day"], name="hours_entry_by_day")]

    def __str__(self) -> str:
        return self.public_id

"""What the next person needs to know of the results."""

from __future__ import annotations

from django.db import models

from firstfoot.work.engagements.models.engagement import Engagement


class Handover(models.Model):
    """How the results are used and kept up, where their sources are, what is open: in the intern's words."""

    engagement = models.OneToOneField(Engagement, models.CASCADE, related_name="handover")
    use = models.TextField(blank=True)
    sources = models.TextField(blank=True)
    open_ends = models.TextField(blank=True)
    saves = models.PositiveSmallIntegerField(default=0)  # none yet: the host asked for it
    saved_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.saves)

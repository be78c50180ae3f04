"""What is said when the work comes into other hands."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from firstfoot.work.engagements.models.engagement import Engagement


class GuideNote(models.Model):
    """A word for whoever guides from now on, and one for the intern; without signatures."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="guide_notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.TextField(blank=True)  # the host's people read it
    intern_note = models.TextField(blank=True)
    handed_at = models.DateTimeField()

    class Meta:
        ordering = ["-handed_at", "-pk"]

    def __str__(self) -> str:
        return str(self.pk)

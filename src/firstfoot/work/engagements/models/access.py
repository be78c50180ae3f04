"""What the intern is given to work with, and what is taken back at the end."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from firstfoot.work.engagements.models.engagement import Engagement
from firstfoot.work.engagements.states import AccessKind


class AccessItem(models.Model):
    """One account, tool or key; its name and who gives it, never what opens it."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="access_items")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=AccessKind)
    giver = models.CharField(max_length=80, blank=True)  # whom of the host to ask; the supervisor when empty
    given_at = models.DateTimeField(null=True, blank=True)
    got_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["engagement", "number"], name="access_item_number"),
            models.CheckConstraint(
                name="access_item_taken_back_was_given", condition=Q(taken_back_at=None) | Q(given_at__isnull=False)
            ),
        ]
        indexes = [
            models.Index(
                fields=["engagement"], name="access_item_out", condition=Q(given_at__isnull=False, taken_back_at=None)
            )
        ]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def is_out(self) -> bool:
        """Whether the intern has it."""
        return self.given_at is not None and self.taken_back_at is None

"""Portfolio item and its versions."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.proof.portfolio.states import ItemState, Visibility
from firstfoot.work.engagements.models import Engagement


class PortfolioItem(Chained):
    """The case study of one engagement, as its intern writes it; what others see is a version of it, or a card."""

    state = models.CharField(max_length=24, choices=ItemState, default=ItemState.DRAFTED)
    engagement = models.OneToOneField(Engagement, models.CASCADE, related_name="+")
    visibility = models.CharField(max_length=8, choices=Visibility, default=Visibility.PRIVATE)
    text: models.JSONField[Any, Any] = models.JSONField(default=dict)  # as the intern has it now
    card: models.JSONField[Any, Any] = models.JSONField(default=dict)  # codes and figures of the record
    answer_by_at = models.DateTimeField(null=True, blank=True)  # the host's time, while it is asked
    begun_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="item_asked_has_time",
                condition=Q(state="asked", answer_by_at__isnull=False)
                | (~Q(state="asked") & Q(answer_by_at__isnull=True)),
            )
        ]
        indexes = [models.Index(fields=["answer_by_at"], name="item_due", condition=Q(state="asked"))]

    def __str__(self) -> str:
        return self.public_id


class ItemVersion(models.Model):
    """One text that was finished or sent to the host; never changed, so what was allowed is what is shown."""

    item = models.ForeignKey(PortfolioItem, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    right = models.CharField(max_length=12)  # a code of PORTFOLIO_RIGHTS, as it stood then
    content: models.JSONField[Any, Any] = models.JSONField()
    content_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    cleared_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_note = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="item_version_number"),
            models.CheckConstraint(
                name="item_version_cleared_by_right",
                condition=Q(cleared_at=None) | Q(right="full") | Q(answered_by__isnull=False),
            ),
            models.CheckConstraint(name="item_version_shows_something", condition=~Q(right="none")),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"

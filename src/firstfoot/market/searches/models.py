"""A search that somebody keeps."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.kernel.ids import public_id, secret_token
from firstfoot.market.searches.states import Every


class SavedSearch(models.Model):
    """What one person narrowed the list of projects by, under a name, and how often they are told what is new."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    filters: models.JSONField[Any, Any] = models.JSONField(default=dict)  # the fields of Filters that say something
    every = models.CharField(max_length=8, choices=Every, default=Every.DAY)
    due_on = models.DateField(null=True, blank=True)  # the next day to look, where the person is
    looked_at = models.DateTimeField()  # what was published after this is new
    token = models.CharField(max_length=64, unique=True, default=secret_token, editable=False)  # stops the mails
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="search_due_unless_never",
                condition=Q(every="never", due_on__isnull=True) | (~Q(every="never") & Q(due_on__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["person", "saved_at"], name="search_of_person"),
            models.Index(fields=["due_on"], name="search_due", condition=Q(due_on__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.public_id

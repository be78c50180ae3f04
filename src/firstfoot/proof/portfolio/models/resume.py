"""What a resume holds besides the record: the part that its person writes."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from firstfoot.foundation.journal.models import Chained


class Resume(Chained):
    """Words, education and work before; the lines about work done here are made from the record each time."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    label = models.CharField(max_length=120, blank=True)
    summary = models.TextField(blank=True)
    city = models.CharField(max_length=80, blank=True)
    shows_email = models.BooleanField(default=False)
    shows_phone = models.BooleanField(default=False)
    education: models.JSONField[Any, Any] = models.JSONField(default=list)
    work: models.JSONField[Any, Any] = models.JSONField(default=list)
    left_out: models.JSONField[Any, Any] = models.JSONField(default=list)  # public ids of items that are not on it
    begun_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id

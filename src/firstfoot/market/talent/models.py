"""The talent profile."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from firstfoot.foundation.journal.models import Chained


class TalentProfile(Chained):
    """A student or early-career person as they present themselves."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    headline = models.CharField(max_length=120, blank=True)
    about = models.TextField(blank=True)
    city = models.CharField(max_length=80, blank=True)
    studies = models.CharField(max_length=160, blank=True)  # school or path; hidden while review is blind
    skills: models.JSONField[Any, Any] = models.JSONField(default=list)
    links: models.JSONField[Any, Any] = models.JSONField(default=list)
    hours_a_week = models.PositiveSmallIntegerField(null=True, blank=True)
    wants = models.CharField(max_length=200, blank=True)  # what they hope to learn
    helps = models.TextField(blank=True, default="", db_default="")  # to work well; for hosts whose offer they accepted
    updated_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id

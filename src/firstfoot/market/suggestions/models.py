"""What a person wants of their list, the lists that were shown, and how often each project was."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q, Value

from firstfoot.foundation.journal.models import Chained
from firstfoot.market.matching.crowding import TOP_PRICE
from firstfoot.market.matching.listing import Order, weights_of
from firstfoot.market.matching.weights import VERSION, Weights
from firstfoot.market.projects.models import Project


class Wish(Chained):
    """What somebody wants of their list: kinds of work, places, the order, and what counts for how much."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    categories: models.JSONField[Any, Any] = models.JSONField(default=list)  # codes of CATEGORIES
    places = models.CharField(max_length=200, blank=True)  # cities they can get to, with commas
    is_remote_only = models.BooleanField(default=False)
    languages: models.JSONField[Any, Any] = models.JSONField(default=list)  # codes of LANGUAGES; none where not said
    # Countries as ISO 3166-1 codes, or "EU"; none where not said. No host ever reads it.
    may_work_in: models.JSONField[Any, Any] = models.JSONField(default=list, db_default=Value([], models.JSONField()))
    order = models.CharField(max_length=8, choices=[(order.value, order.value) for order in Order], default="match")
    weights: models.JSONField[Any, Any] = models.JSONField(default=str)  # a version of the public ones, or their own
    updated_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id

    @property
    def own_weights(self) -> Weights:
        return weights_of(self.weights or VERSION)


class SuggestedList(models.Model):
    """One list as it was shown, in codes and numbers alone, so that each place in it can be computed again."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    made_at = models.DateTimeField()
    kept: models.JSONField[Any, Any] = models.JSONField()  # matching.listing.kept
    skills: models.JSONField[Any, Any] = models.JSONField(default=dict)  # opening: codes met, codes not stated
    left_out: models.JSONField[Any, Any] = models.JSONField(default=dict)  # exclusion: how many projects
    considered = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["person", "-made_at"], name="suggested_of_person"),
            models.Index(fields=["made_at"], name="suggested_to_forget"),
        ]

    def __str__(self) -> str:
        return f"list of {self.on}"


class Exposure(models.Model):
    """In how many lists a project stood, and what that costs it tomorrow."""

    project = models.OneToOneField(Project, models.CASCADE, related_name="+", primary_key=True)
    price = models.PositiveSmallIntegerField(default=0)  # 0..TOP_PRICE
    shown = models.PositiveIntegerField(default=0)
    shown_lately = models.PositiveIntegerField(default=0)  # since the last night

    class Meta:
        constraints = [models.CheckConstraint(name="exposure_price", condition=Q(price__lte=TOP_PRICE))]
        indexes = [
            models.Index(fields=["project"], name="exposure_moving", condition=Q(price__gt=0) | Q(shown_lately__gt=0)),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SkillUse(models.Model):
    """How many open projects ask for a skill, as counted last night; the row without a code counts them all."""

    code = models.CharField(max_length=64, primary_key=True)
    projects = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.code

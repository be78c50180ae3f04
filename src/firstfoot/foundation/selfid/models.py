"""One person's answers, under a name that no other table knows."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from firstfoot.foundation.selfid.states import Race, Sex


class SelfIdentification(models.Model):
    """What one person said. The key is a keyed hash of them (keys.py): no other row leads here, and none from here."""

    key = models.CharField(max_length=64, primary_key=True)
    sex = models.CharField(max_length=12, choices=Sex, blank=True)
    race = models.CharField(max_length=12, choices=Race, blank=True)
    answered_on = models.DateField()  # a day, since a moment would tell who

    class Meta:
        constraints = [
            models.CheckConstraint(name="selfid_says_something", condition=~Q(sex="", race="")),
            models.CheckConstraint(
                name="selfid_known_codes", condition=Q(sex__in=["", *Sex.values], race__in=["", *Race.values])
            ),
        ]

    def __str__(self) -> str:
        return "answers of somebody"

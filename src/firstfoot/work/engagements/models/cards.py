"""Which cards on supervising somebody has put away."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class CardPutAway(models.Model):
    """One person needs no more of one card, whichever project it would stand beside."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    code = models.CharField(max_length=24)
    put_away_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "code"], name="card_put_away_once")]

    def __str__(self) -> str:
        return self.code

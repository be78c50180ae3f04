"""One row of the table of floors."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel.money import Money
from firstfoot.market.fairpay.states import PayFloorState


class PayFloor(Chained):
    """The least pay an hour in one country from a day on, until the next row begins; never changed, only withdrawn."""

    state = models.CharField(max_length=24, choices=PayFloorState, default=PayFloorState.STANDING)
    country = models.CharField(max_length=2)  # ISO 3166-1
    currency = models.CharField(max_length=3)
    hourly_minor = models.PositiveIntegerField()  # in minor units of `currency`
    from_on = models.DateField()
    source = models.CharField(max_length=200)  # where the figure stands: a law, a decision, an address
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["country", "currency", "from_on"], condition=Q(state="standing"), name="pay_floor_once_a_day"
            ),
            models.CheckConstraint(name="pay_floor_above_zero", condition=Q(hourly_minor__gt=0)),
        ]
        indexes = [models.Index(fields=["country", "-from_on", "-id"], name="pay_floor_by_country")]

    def __str__(self) -> str:
        return self.public_id

    @property
    def hourly(self) -> Money:
        return Money(self.hourly_minor, self.currency)

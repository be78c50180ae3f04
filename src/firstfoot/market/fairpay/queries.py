"""Reading the floors of pay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from firstfoot.market.fairpay.models import PayFloor
from firstfoot.market.fairpay.states import PayFloorState


def pay_floors() -> QuerySet[PayFloor]:
    """Every row that stands, country by country, the newest first; anyone may know them."""
    return PayFloor.objects.filter(state=PayFloorState.STANDING).order_by("country", "-from_on", "-id")


def floors_in(country: str, on: date) -> Mapping[str, int]:
    """The least pay an hour by currency, in minor units, for a host of that country on that day.

    The newest row of a country that has begun counts for its currency; every other currency has the
    installation's own floor (PAY_FLOOR_MINOR), and one that is not named there has none.
    """
    floors = dict(settings.PAY_FLOOR_MINOR)
    if country:
        begun = pay_floors().filter(country=country, from_on__lte=on).order_by("from_on", "id")
        floors |= dict(begun.values_list("currency", "hourly_minor"))
    return floors


def paid_currencies() -> frozenset[str]:
    """The currencies that have a floor anywhere."""
    named = pay_floors().order_by().values_list("currency", flat=True).distinct()
    return frozenset({*settings.PAY_FLOOR_MINOR, *named})

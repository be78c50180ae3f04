"""Keeping the table of floors: a row is added or withdrawn, never changed."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.fairpay.events import FairPay
from firstfoot.market.fairpay.models import PayFloor
from firstfoot.market.fairpay.policies import may_set_floors
from firstfoot.market.fairpay.states import PAY_FLOOR


@transaction.atomic
def set_pay_floor(
    *, country: str, currency: str, hourly_minor: int, from_on: date, source: str, actor: Person
) -> PayFloor:
    """Add the floor of a country from a day on. What is posted stays as it is; what is posted from then on meets it.

    Raises NotPermitted unless the actor is a steward, Conflict("floor_stands") when that country has one
    in that currency from that very day.
    """
    require(may_set_floors(actor))
    floor = PayFloor(
        country=country, currency=currency, hourly_minor=hourly_minor, from_on=from_on, source=source.strip(),
        set_at=clock.now(),
    )  # fmt: skip
    try:
        with transaction.atomic():
            record_new(
                FairPay.FLOOR_SET, floor, actor, country=country, currency=currency, hourly=hourly_minor,
                from_on=from_on.isoformat(),
            )  # fmt: skip
    except IntegrityError as error:
        raise Conflict("floor_stands") from error
    return floor


@transaction.atomic
def withdraw_pay_floor(*, floor_id: int, actor: Person) -> PayFloor:
    """Take a row back that should not stand; the row before it counts again.

    Raises NotPermitted unless the actor is a steward, IllegalTransition when it was withdrawn before.
    """
    floor = locked(PayFloor, floor_id)
    require(may_set_floors(actor))
    floor.state = PAY_FLOOR.target("withdraw", floor.state)
    record(FairPay.FLOOR_WITHDRAWN, floor, actor, save=["state"])
    return floor

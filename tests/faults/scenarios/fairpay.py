"""Floors of pay."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from firstfoot.kernel import clock
from firstfoot.market.fairpay import actions
from firstfoot.market.fairpay.events import FairPay
from tests.faults import stages
from tests.faults.scenarios import scenario


@scenario(actions.set_pay_floor, FairPay.FLOOR_SET, on=stages.people)
def set_floor(world: SimpleNamespace) -> dict[str, Any]:
    return {
        "country": "PT", "currency": "EUR", "hourly_minor": 1200, "from_on": clock.today(), "source": "The law",
        "actor": world.cast.stella,
    }  # fmt: skip


@scenario(actions.withdraw_pay_floor, FairPay.FLOOR_WITHDRAWN, on=stages.people)
def withdraw_floor(world: SimpleNamespace) -> dict[str, Any]:
    floor = actions.set_pay_floor(**set_floor(world))
    return {"floor_id": floor.pk, "actor": world.cast.stella}

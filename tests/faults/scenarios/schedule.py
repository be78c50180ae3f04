"""What the worker does by the calendar."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.foundation.journal.digest import write_daily_digest
from firstfoot.kernel import clock
from firstfoot.reactions.ledger import count_ledger
from firstfoot.reactions.months import count_months
from firstfoot.reactions.schedule import daily_mail
from tests.faults import stages
from tests.faults.scenarios import scenario


@scenario(daily_mail, on=stages.offered)
def morning(world: SimpleNamespace) -> dict[str, Any]:
    return {"person": world.cast.sam, "today": clock.today()}


@scenario(write_daily_digest, on=stages.people, after=timedelta(hours=1))
def digest(world: SimpleNamespace) -> dict[str, Any]:
    return {"day": clock.today()}


@scenario(count_ledger, on=stages.completed)
def ledger(world: SimpleNamespace) -> dict[str, Any]:
    return {"today": clock.today()}


@scenario(count_months, on=stages.completed)
def months(world: SimpleNamespace) -> dict[str, Any]:
    return {"today": clock.today()}

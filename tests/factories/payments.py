"""Stipends and what was recorded of them, made through the real actions."""

from __future__ import annotations

import itertools
from typing import Any

from firstfoot.kernel import clock
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.payments.actions import confirm_received, follow_agreement, release_pay
from firstfoot.work.payments.models import Stipend
from firstfoot.work.payments.queries import stipend_of
from tests.cast import Cast

_keys = itertools.count(1)


def stipend(engagement: Engagement) -> Stipend:
    """The stipend as it stands, at what the agreement says."""
    follow_agreement(engagement_id=engagement.pk)
    found = stipend_of(engagement)
    assert found is not None
    return found


def balances(engagement: Engagement) -> dict[str, int]:
    """What stands on each account that is not empty, in whole units."""
    row = stipend(engagement)
    names = ("pledged", "funded", "due", "sent", "received", "written_off")
    return {name: getattr(row, f"{name}_minor") // 100 for name in names if getattr(row, f"{name}_minor")}


def release(cast: Cast, engagement: Engagement, minor: int | None = None, **changes: Any) -> Stipend:
    """Hana says that it was paid today: all that is due, unless an amount is named."""
    details = {"on": clock.today(), "reference": "SEPA 0815", "key": f"paid-{next(_keys)}", "actor": cast.hana}
    return release_pay(engagement_id=engagement.pk, amount_minor=minor, **details | changes)


def receive(engagement: Engagement, minor: int | None = None, **changes: Any) -> Stipend:
    """The intern says that it arrived today."""
    details = {"on": clock.today(), "key": f"here-{next(_keys)}", "actor": engagement.intern}
    return confirm_received(engagement_id=engagement.pk, amount_minor=minor, **details | changes)

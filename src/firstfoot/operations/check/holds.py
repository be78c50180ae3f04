"""Rule 11: work is held while a dispute about it lives, and no longer."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from firstfoot.operations.check.fault import ROWS_AT_A_TIME, Fault
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.states import LIVE
from firstfoot.work.engagements.models import Engagement


def hold_faults() -> Iterator[Fault]:
    live = Dispute.objects.filter(engagement=OuterRef("pk"), state__in=LIVE)
    held = Engagement.objects.filter(~Exists(live), held_at__isnull=False)
    for engagement in held.order_by("pk").iterator(ROWS_AT_A_TIME):
        yield Fault(
            11, engagement.thing, "held_without_dispute",
            "No dispute about it lives, and its results and pay are held. Compare its facts with its disputes'.",
        )  # fmt: skip
    free = Dispute.objects.filter(state__in=LIVE, engagement__held_at=None)
    for dispute in free.order_by("pk").iterator(ROWS_AT_A_TIME):
        yield Fault(
            11, dispute.thing, "dispute_without_hold",
            "It lives, and its engagement is not held. Compare its facts with those of its engagement.",
        )  # fmt: skip

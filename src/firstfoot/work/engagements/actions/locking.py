"""Locking a part of an engagement in the one order: the engagement first, then the part."""

from __future__ import annotations

from typing import Protocol, cast

from firstfoot.foundation.journal.actions import locked
from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel.errors import Conflict
from firstfoot.work.engagements.models import Engagement


class Part(Protocol):
    """A thing of one engagement."""

    engagement: Engagement
    engagement_id: int


def locked_part[T: Chained](model: type[T], pk: int, *, seen: int | None = None) -> tuple[T, Engagement]:
    """The part and its engagement, both locked until the transaction ends.

    Raises Conflict("changed") when the part changed since version `seen`.
    """
    engagement_id = model._default_manager.values_list("engagement_id", flat=True).get(pk=pk)
    engagement = locked(Engagement, engagement_id)
    part = locked(model, pk, seen=seen)
    cast(Part, part).engagement = engagement
    return part, engagement


def require_not_held(engagement: Engagement) -> None:
    """Go on unless a dispute holds it, else Conflict("held")."""
    if engagement.is_held:
        raise Conflict("held")


def require_state(engagement: Engagement, *states: str) -> None:
    """Go on when the engagement is in one of the states, else Conflict("not_now")."""
    if engagement.state not in states:
        raise Conflict("not_now", state=str(engagement.state))

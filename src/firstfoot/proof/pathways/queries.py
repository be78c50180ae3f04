"""Reading pathway offers."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.proof.pathways.models import PathwayOffer
from firstfoot.proof.pathways.states import ASKS, PathwayState
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import engagements_visible_to


def pathways_visible_to(reader: Person) -> QuerySet[PathwayOffer]:
    """Those of the engagements the reader may see."""
    mine = engagements_visible_to(reader).values("pk")
    return PathwayOffer.objects.filter(engagement__in=mine).select_related("offered_by", "engagement")


def pathway_of(engagement: Engagement) -> PathwayOffer | None:
    return PathwayOffer.objects.filter(engagement=engagement).select_related("offered_by").first()


def asks(offer: PathwayOffer) -> bool:
    """Whether it can be answered at all."""
    return offer.kind in ASKS


def is_waiting(offer: PathwayOffer) -> bool:
    """Whether the intern is asked for an answer."""
    return offer.state == PathwayState.OFFERED and asks(offer)


def pathways_to_expire(now: datetime) -> QuerySet[PathwayOffer]:
    """Those that asked for an answer and got none in time."""
    return PathwayOffer.objects.filter(state=PathwayState.OFFERED, kind__in=ASKS, expires_at__lt=now)

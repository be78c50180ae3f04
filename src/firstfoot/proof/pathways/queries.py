"""Reading pathway offers."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.proof.pathways.models import PathwayOffer
from firstfoot.proof.pathways.states import PathwayKind, PathwayState
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import engagements_visible_to

# "Nothing now" and "keep in touch" are told; only these two wait for a yes or a no.
ASKS = (PathwayKind.AGAIN, PathwayKind.INTERVIEW)


def pathways_visible_to(reader: Person) -> QuerySet[PathwayOffer]:
    """Those of the engagements the reader may see."""
    mine = engagements_visible_to(reader).values("pk")
    return PathwayOffer.objects.filter(engagement__in=mine).select_related("offered_by", "engagement")


def pathway_of(engagement: Engagement) -> PathwayOffer | None:
    return PathwayOffer.objects.filter(engagement=engagement).select_related("offered_by").first()


def is_waiting(offer: PathwayOffer) -> bool:
    """Whether the intern is asked for an answer."""
    return offer.state == PathwayState.OFFERED and offer.kind in ASKS


def pathways_to_expire(now: datetime) -> QuerySet[PathwayOffer]:
    """Those whose time is up without an answer."""
    return PathwayOffer.objects.filter(state=PathwayState.OFFERED, expires_at__lt=now)

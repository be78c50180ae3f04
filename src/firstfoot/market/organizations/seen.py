"""What a document that stewards saw is worth today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from firstfoot.kernel import clock
from firstfoot.market.organizations.models import Organization, Sighting
from firstfoot.market.organizations.queries import sightings_said_of
from firstfoot.market.organizations.states import SEEN_WITHIN, Outdated, SightingState

MOST = 20


class Worth(StrEnum):
    """How far a sighting goes, the furthest first."""

    COUNTS = "counts"
    WAITS = "waits"
    NAME = "name"  # from before the name changed
    YEAR = "year"  # from a year ago
    NOTHING = "nothing"  # denied or taken back


def worth_of(sighting: Sighting, today: date) -> Worth:
    """What a steward may make of it."""
    if sighting.state == SightingState.OUTDATED:
        return Worth.NAME if sighting.outdated_by == Outdated.NAME else Worth.YEAR
    if sighting.state == SightingState.NOTED:
        return Worth.WAITS
    if sighting.state != SightingState.CONFIRMED:
        return Worth.NOTHING
    return Worth.COUNTS if sighting.seen_on >= today - SEEN_WITHIN else Worth.YEAR


@dataclass(frozen=True, slots=True)
class Said:
    """All that anybody but a steward may hear of it: how far it goes, and the day of the second steward's word."""

    worth: Worth
    at: datetime | None


def document_said_of(organization: Organization) -> Said | None:
    """The sighting that says most, the newest of several; None when none says anything."""
    today = clock.today()
    said = [Said(worth_of(each, today), each.answered_at) for each in sightings_said_of(organization)[:MOST]]
    order = list(Worth)
    return min(said, key=lambda each: order.index(each.worth), default=None)

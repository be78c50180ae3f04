"""Drawing whom a project's list shows on one day: bounded, by lot, and the same for everybody who looks."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.aliases import forget_aliases, give_aliases
from firstfoot.market.applications.queries import why_not_invited_to
from firstfoot.market.matching.seeking import Seeker
from firstfoot.market.matching.sourcing import Band
from firstfoot.market.projects.models import Project
from firstfoot.market.sourcing.limits import A_BAND, KEPT, LOOKED_AT
from firstfoot.market.sourcing.models import DRAWS, DrawnList, ListedSkill
from firstfoot.market.sourcing.policies import may_read_list
from firstfoot.market.sourcing.queries import (
    fitting,
    kept_of,
    list_of,
    people_for,
    period_now,
)
from firstfoot.market.suggestions.openings import opening_of

ROWS = 8 * LOOKED_AT  # somebody stands in several rows, one a skill


@transaction.atomic
def draw_list(*, project_id: int, actor: Person) -> DrawnList:
    """Draw the list of this day, or give the one there is. It is its own record, so no fact is written.

    Raises NotPermitted, Conflict("sourcing_off"), Conflict when the project takes no applications.
    """
    project = locked(Project, project_id)
    require(may_read_list(actor, project))
    period = period_now()
    if period is None:
        raise Conflict("sourcing_off")
    if code := why_not_invited_to(project):
        raise Conflict(code)
    today = clock.today()
    if (standing := list_of(project, today)) is not None:
        return standing
    opening = opening_of(project)
    keys = _candidates([need.skill for need in opening.needs], secrets.randbelow(DRAWS))
    found = people_for(project, period).filter(pk__in=keys)
    bands: dict[Band, list[int]] = {band: [] for band in Band}
    seekers: dict[int, Seeker] = {}
    for key, seeker, band in fitting(found, opening, today):
        bands[band].append(key)
        seekers[key] = seeker
    chosen = _chosen(bands)
    people = Person.objects.in_bulk([key for _band, key in chosen])
    aliases = give_aliases(project, [people[key] for _band, key in chosen])
    return DrawnList.objects.create(
        project=project, on=today, looked_at=sum(map(len, bands.values())), drawn_at=clock.now(),
        shown=[kept_of(aliases[key].public_id, band, seekers[key], opening) for band, key in chosen],
    )  # fmt: skip


def forget_drawn_lists(*, now: datetime) -> int:
    """Drop the lists that are a month old, and names behind which nothing happened; how many lists those were."""
    forget_aliases()
    return DrawnList.objects.filter(drawn_at__lt=now - KEPT).delete()[0]


def _candidates(codes: list[str], begin: int) -> list[int]:
    """At most so many who are found by one of the skills: the next ones from where the lot fell, once around."""
    found = ListedSkill.objects.filter(code__in=codes).order_by("draw").values_list("listing__person", flat=True)
    keys = dict.fromkeys(found.filter(draw__gte=begin)[:ROWS])
    if len(keys) < LOOKED_AT:
        keys |= dict.fromkeys(found.filter(draw__lt=begin)[:ROWS])
    return list(keys)[:LOOKED_AT]


def _chosen(bands: dict[Band, list[int]]) -> list[tuple[Band, int]]:
    """Some of each band, by a lot that nobody can draw again: an order made of what a host knows would name people."""
    lot = secrets.SystemRandom()
    return [(band, key) for band, keys in bands.items() for key in lot.sample(keys, min(A_BAND, len(keys)))]

"""Counting how the bands of the list fall: by night while it is on, when a steward asks before; and who is told of it.

Every four weeks at most: two counts a few days apart would tell what one person said of themselves.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.insights.sourcing import count_first_bands
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.sourcing.policies import may_turn
from firstfoot.market.sourcing.queries import people_listed, people_who_may_be_asked, period_now
from firstfoot.reactions.models import SourcingCount
from firstfoot.reactions.months import month_of

ALL, LISTED = "all", "listed"
APART = timedelta(days=28)


def counts_made() -> dict[str, SourcingCount]:
    """The newest count of each kind."""
    found = (SourcingCount.objects.filter(of=of).order_by("-month").first() for of in (ALL, LISTED))
    return {count.of: count for count in found if count is not None}


def next_count_on() -> date | None:
    """The first day of the next count: four weeks after the last one, of whomever it was; None for at once.

    Whatever it showed: who compares two counts a few days apart learns what the one who came between said.
    """
    last = SourcingCount.objects.order_by("-counted_at").values_list("counted_at", flat=True).first()
    if last is None:
        return None
    day = last.date() + APART
    if month_of(day) == month_of(last.date()):  # one row a month is kept
        day = month_of(day + timedelta(days=4))
    return day if day > clock.today() else None


def kind_now() -> str:
    """Whom a count made now is of: those listed while the list is on, else everybody with a profile."""
    return ALL if period_now() is None else LISTED


@transaction.atomic
def count_sourcing(*, actor: Person | None = None) -> SourcingCount:
    """Count now; the clock does it without an actor. Raises NotPermitted, Conflict("counted_lately")."""
    if actor is not None:
        require(may_turn(actor))
    period, of = period_now(), kind_now()
    if next_count_on() is not None:
        raise Conflict("counted_lately")
    people = people_who_may_be_asked() if period is None else people_listed(period)
    found = count_first_bands(people)
    values = {
        "people": found.people, "projects": found.projects, "figures": found.figures, "counted_at": clock.now(),
    }  # fmt: skip
    try:
        with transaction.atomic():
            return SourcingCount.objects.create(of=of, month=month_of(clock.today()), **values)
    except IntegrityError as error:
        raise Conflict("counted_lately") from error


def count_by_night(_today: date) -> int:
    """While the list is on and four weeks went by; how many people were counted, 0 for fewer than ten."""
    if period_now() is None or next_count_on() is not None:
        return 0
    return count_sourcing().people

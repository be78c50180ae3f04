"""Counting how the bands of the list fall: by night while it is on, when a steward asks before; and who is told of it.

Once a month at most, like the audit: two counts a few days apart would tell what one person said of themselves.
"""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.insights.sourcing import count_first_bands, says_something
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.sourcing.policies import may_turn
from firstfoot.market.sourcing.queries import people_listed, people_who_may_be_asked, period_now
from firstfoot.reactions.models import SourcingCount
from firstfoot.reactions.months import month_of

ALL, LISTED = "all", "listed"


def counts_made() -> dict[str, SourcingCount]:
    """The newest count of each kind."""
    found = (SourcingCount.objects.filter(of=of).order_by("-month").first() for of in (ALL, LISTED))
    return {count.of: count for count in found if count is not None}


def may_be_counted(of: str) -> bool:
    """Whether this month has no count yet that says something."""
    standing = SourcingCount.objects.filter(of=of, month=month_of(clock.today())).first()
    return standing is None or not says_something(standing.figures)


def kind_now() -> str:
    """Whom a count made now is of: those listed while the list is on, else everybody with a profile."""
    return ALL if period_now() is None else LISTED


@transaction.atomic
def count_sourcing(*, actor: Person | None = None) -> SourcingCount:
    """Count now; the clock does it without an actor. Raises NotPermitted, Conflict("counted_this_month")."""
    if actor is not None:
        require(may_turn(actor))
    period, of = period_now(), kind_now()
    if not may_be_counted(of):
        raise Conflict("counted_this_month")
    people = people_who_may_be_asked() if period is None else people_listed(period)
    found = count_first_bands(people)
    values = {
        "people": found.people, "projects": found.projects, "figures": found.figures, "counted_at": clock.now(),
    }  # fmt: skip
    try:
        with transaction.atomic():
            SourcingCount.objects.filter(of=of, month=month_of(clock.today())).delete()
            return SourcingCount.objects.create(of=of, month=month_of(clock.today()), **values)
    except IntegrityError as error:
        raise Conflict("counted_this_month") from error


def count_by_night(_today: date) -> int:
    """While the list is on and this month has no figure yet; how many people were counted."""
    if period_now() is None or not may_be_counted(LISTED):
        return 0
    return count_sourcing().people

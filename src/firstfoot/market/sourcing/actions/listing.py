"""Agreeing to be found by hosts, and taking it back."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from typing import Any

from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.sourcing.events import Sourcing
from firstfoot.market.sourcing.models import DRAWS, ListedSkill, Listing
from firstfoot.market.sourcing.policies import may_be_listed
from firstfoot.market.sourcing.queries import codes_found_by, period_now
from firstfoot.market.sourcing.states import LISTING, ListingState
from firstfoot.market.talent.models import SkillClaim
from firstfoot.market.talent.queries import claims_of


@transaction.atomic
def join_list(*, actor: Person) -> Listing:
    """Stand in the list from now on; who does already stays so.

    Raises NotPermitted, Conflict("sourcing_off") while no steward turned the list on.
    """
    require(may_be_listed(actor))
    period = period_now()
    if period is None:
        raise Conflict("sourcing_off")
    pk = Listing.objects.filter(person=actor).values_list("pk", flat=True).first()
    said: dict[str, Any] = {"period": period, "said_at": clock.now()}
    if pk is None:
        listing = Listing(person=actor, **said)
        try:
            with transaction.atomic():
                record_new(Sourcing.LISTED, listing, actor, number=period)
        except IntegrityError as error:
            raise Conflict("changed") from error
    else:
        listing = locked(Listing, pk)
        if listing.state == ListingState.LISTED and listing.period == period:
            return listing
        if listing.state == ListingState.LEFT:
            listing.state = LISTING.target("list", listing.state)
        listing.period, listing.said_at = said["period"], said["said_at"]
        record(Sourcing.LISTED, listing, actor, save=["state", *said], number=period)
    _find_by_skills(listing)
    return listing


@transaction.atomic
def leave_list(*, actor: Person) -> None:
    """Stand in no list any more, from the next request on; where nothing was said, nothing changes."""
    pk = Listing.objects.filter(person=actor).values_list("pk", flat=True).first()
    if pk is not None:
        _leave(locked(Listing, pk), actor)


@transaction.atomic
def follow_skills(*, person_id: int) -> None:
    """What the person can do changed: be found by that. It records nothing, since it says nothing new."""
    pk = Listing.objects.filter(person=person_id, state=ListingState.LISTED).values_list("pk", flat=True).first()
    if pk is not None:
        _find_by_skills(locked(Listing, pk))


@transaction.atomic
def follow_words(*, folded: Collection[str]) -> None:
    """These words are read as other skills now: whoever claims one is found by what it is read as."""
    people = SkillClaim.objects.filter(folded__in=folded).values("person")
    listed = Listing.objects.filter(person__in=people, state=ListingState.LISTED).order_by("pk")
    for pk in listed.values_list("pk", flat=True):
        _find_by_skills(locked(Listing, pk))


@transaction.atomic
def erase_sourcing(*, person: Person) -> None:
    """Found by nobody any more."""
    for pk in Listing.objects.filter(person=person).values_list("pk", flat=True):
        _leave(locked(Listing, pk), person)


def listing_things(person: Person) -> set[str]:
    """Their names in the journal."""
    return {row.thing for row in Listing.objects.filter(person=person)}


def _leave(listing: Listing, actor: Person) -> None:
    ListedSkill.objects.filter(listing=listing).delete()
    if listing.state == ListingState.LISTED:
        listing.state = LISTING.target("leave", listing.state)
        record(Sourcing.LEFT, listing, actor, save=["state"])


def _find_by_skills(listing: Listing) -> None:
    """Once more, with the listing locked; a new draw moves whoever comes again, so that no place is one's own."""
    ListedSkill.objects.filter(listing=listing).delete()
    if listing.state == ListingState.LISTED and listing.period == period_now():
        draw = secrets.randbelow(DRAWS)
        codes = sorted(codes_found_by(claims_of(listing.person)))
        ListedSkill.objects.bulk_create([ListedSkill(listing=listing, code=code[:60], draw=draw) for code in codes])

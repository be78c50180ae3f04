"""What matching may know of a person, out of their profile, their skills, their times away and their wish."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models import OuterRef, QuerySet, Subquery

from firstfoot.foundation.accounts.models import Away, Person
from firstfoot.foundation.accounts.queries import aways_of
from firstfoot.kernel import clock
from firstfoot.market.matching.needs import Opening
from firstfoot.market.matching.seeking import Claim, Evidence, Level, Seeker, Span, Standing
from firstfoot.market.organizations.queries import organizations_of
from firstfoot.market.projects.search import folded
from firstfoot.market.skills import codes_of
from firstfoot.market.suggestions.models import Wish
from firstfoot.market.talent.models import SkillClaim, TalentProfile
from firstfoot.market.talent.queries import claims_of
from firstfoot.market.talent.states import KnownBy
from firstfoot.market.talent.states import Level as Said

EVIDENCE = {KnownBy.SAID: Evidence.SAID, KnownBy.PROGRAM: Evidence.SHOWN, KnownBy.SHOWN: Evidence.CONFIRMED}
# Whoever may work in one of these by its passport may work in all of them
# (Treaty on the Functioning of the European Union, art. 45).
EUROPEAN_UNION = frozenset(
    {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
     "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"}
)  # fmt: skip
LEVELS = {Said.LEARNING: Level.BASIC, Said.CAN_DO: Level.WORKING, Said.ALONE: Level.STRONG}


def seeker_of(person: Person, profile: TalentProfile | None, wish: Wish) -> Seeker:
    """The person as the features see them; two queries."""
    aways = (Span(away.first_on, away.last_on) for away in aways_of(person))
    return Seeker(
        claims=tuple(_claims(claims_of(person))),
        interests=frozenset([*wish.categories, *(codes_of(profile.wants) if profile else ())]),
        hours_a_week=profile.hours_a_week if profile else None,
        aways=tuple(aways),
        languages=frozenset(wish.languages),
        offset=minutes_east(person.time_zone),
    )


@dataclass(frozen=True, slots=True)
class Looking:
    """Somebody among many, as far as the filter and the bands ask."""

    person_id: int
    public_id: str
    seeker: Seeker


def seekers_of(people: QuerySet[Person]) -> list[Looking]:
    """Many people as the filter and the bands see them, without what they want; three queries."""
    profile = TalentProfile.objects.filter(person=OuterRef("pk"))
    wish = Wish.objects.filter(person=OuterRef("pk"))
    rows = list(
        people.order_by("pk").annotate(
            hours=Subquery(profile.values("hours_a_week")), spoken=Subquery(wish.values("languages")),
        ).values_list("pk", "public_id", "time_zone", "hours", "spoken")
    )  # fmt: skip
    keys = [row[0] for row in rows]
    claims: dict[int, list[SkillClaim]] = defaultdict(list)
    for claim in SkillClaim.objects.filter(person__in=keys, removed_at=None):
        claims[claim.person_id].append(claim)
    aways: dict[int, list[Span]] = defaultdict(list)
    for away in Away.objects.filter(person__in=keys, last_on__gte=clock.today()):
        aways[away.person_id].append(Span(away.first_on, away.last_on))
    return [
        Looking(
            key, code,
            Seeker(
                claims=tuple(_claims(claims[key])), hours_a_week=hours, aways=tuple(aways[key]),
                languages=frozenset(spoken or ()), offset=minutes_east(zone),
            ),
        )
        for key, code, zone, hours, spoken in rows
    ]  # fmt: skip


def own_of(person: Person) -> dict[int, str]:
    """The organizations the person belongs to: their codes by their keys; one query."""
    return dict(organizations_of(person).values_list("pk", "public_id"))


def standing_of(wish: Wish, own: Mapping[int, str], openings: Iterable[Opening], applied: frozenset[str]) -> Standing:
    """What the filter alone asks.

    Places are compared as they are written: one fits when it holds a city that the person named.
    """
    return Standing(
        may_work_in=permitted_in(wish.may_work_in),
        can_come_to=_reachable(
            wish.places, {opening.terms.place for opening in openings}, is_remote_only=wish.is_remote_only
        ),
        own=frozenset(own.values()),
        applied=applied,
    )


def cities_in(said: str) -> list[str]:
    """The places that somebody named, as they are looked for."""
    return [city for city in (folded(part) for part in said.split(",")) if city]


def minutes_east(zone: str) -> int | None:
    """How far the zone is east of UTC now, in minutes; None where none is said, or none that is known."""
    try:
        offset = clock.now().astimezone(ZoneInfo(zone)).utcoffset() if zone else None
    except ZoneInfoNotFoundError:
        return None
    return None if offset is None else offset // timedelta(minutes=1)


def _claims(claims: Iterable[SkillClaim]) -> Iterable[Claim]:
    """One a skill, the best of those that are read as it."""
    best: dict[str, Claim] = {}
    for said in claims:
        level = LEVELS[Said(said.level)] if said.level else Level.WORKING
        for code in said.codes:
            claim = Claim(code, level, EVIDENCE[KnownBy(said.known_by)])
            if code not in best or _weight(best[code]) < _weight(claim):
                best[code] = claim
    return best.values()


def _weight(claim: Claim) -> tuple[int, int]:
    return int(claim.level), [*Evidence].index(claim.evidence)


def permitted_in(said: Iterable[str]) -> frozenset[str] | None:
    """The countries where the person may work; None where they did not say."""
    named = frozenset(said)
    return (named | EUROPEAN_UNION if "EU" in named else named) or None


def _reachable(said: str, places: set[str], *, is_remote_only: bool) -> frozenset[str] | None:
    """Those of the places that the person can get to; None where they did not say."""
    if is_remote_only:
        return frozenset()
    named = cities_in(said)
    if not named:
        return None
    return frozenset(place for place in places if any(city in place for city in named))

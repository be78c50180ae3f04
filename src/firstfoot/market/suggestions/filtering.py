"""The filter of `matching.filtering` in the database's words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Case, F, Q, QuerySet, Value, When

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.applications.queries import is_sent_by
from firstfoot.market.matching.filtering import Exclusion
from firstfoot.market.matching.needs import REMOTE
from firstfoot.market.matching.seeking import Seeker
from firstfoot.market.projects.models import Project
from firstfoot.market.suggestions.models import Wish
from firstfoot.market.suggestions.seekers import cities_in, permitted_in

_TIMING = ("weeks", "start_on", "start_until_on")


def barring(person: Person, wish: Wish, seeker: Seeker, own: Collection[int], today: date) -> Mapping[Exclusion, Q]:
    """What keeps a person from a project, as `exclusions`; all but their time away and the crowd."""
    is_late = Q(start_until_on__lt=today) | Q(start_until_on__lt=F("start_on"))
    found = {
        Exclusion.SEATS: Q(seats__lte=F("seats_taken")),
        Exclusion.DATES: Q(apply_by_on__lt=today) | is_late,
    }
    if (hours := seeker.hours_a_week) is not None:
        found[Exclusion.HOURS] = Q(weeks__gt=0, hours__gt=F("weeks") * hours) | Q(weeks=0, hours__gt=hours)
    if seeker.languages:
        found[Exclusion.LANGUAGE] = ~Q(language="") & ~Q(language__in=seeker.languages)
    if (permitted := permitted_in(wish.may_work_in)) is not None:
        there = Q(workplace=REMOTE) | Q(organization__country="") | Q(organization__country__in=permitted)
        found[Exclusion.AUTHORIZATION] = ~there
    if wish.is_remote_only or cities_in(wish.places):
        reachable = Q(workplace=REMOTE) | Q(place_text="")
        for city in () if wish.is_remote_only else cities_in(wish.places):
            reachable |= Q(place_text__contains=city)
        found[Exclusion.PLACE] = ~reachable
    found[Exclusion.APPLIED] = Q(is_sent_by(person))
    if own:
        found[Exclusion.OWN_ORGANIZATION] = Q(organization__in=list(own))
    return found


def passing(projects: QuerySet[Project], barred: Mapping[Exclusion, Q]) -> QuerySet[Project]:
    """Those that nothing of it bars; a comparison with a day that is not said bars nobody."""
    return projects.annotate(bar=_first(barred)).filter(bar="")


def _first(barred: Mapping[Exclusion, Q]) -> Case:
    return Case(*(When(why, then=Value(code.value)) for code, why in barred.items()), default=Value(""))

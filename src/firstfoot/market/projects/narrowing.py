"""What the list of open projects can be narrowed by, and the orders it comes in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Self

from django.db.models import F, Q, QuerySet

from firstfoot.kernel import clock
from firstfoot.kernel.money import digits_of
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.overlap import zones_sharing
from firstfoot.market.projects.search import best_first, fitting, folded, holding, words_of

# Code -> from, to.
HOURS = {"10": (1, 10), "20": (11, 20), "40": (21, 40), "more": (41, 100_000)}  # in all
WEEKS = {"2": (1, 2), "4": (3, 4), "8": (5, 8), "more": (9, 100_000)}
SEATS = {"1": (1, 1), "2": (2, 4), "5": (5, 100_000)}
BANDS = {"hours": HOURS, "weeks": WEEKS, "seats": SEATS}
# Code -> days from today within which one can begin.
STARTS = {"2weeks": 14, "month": 31}
LATER = "later"  # not within the longest of them
# Each has its index; the columns are never empty, so that a page can begin after any row.
SORTS: dict[str, tuple[str, ...]] = {
    "new": ("-published_at", "-id"),
    "soon": ("closes_on", "-id"),
    "short": ("hours", "-id"),
}
# What no card shows; where many are found, they would be carried through the sort.
LONG = ("draft", "search_text", "title_words", "skill_words", "place_text", "return_reason")
# Newest first of one skill, by the index over skills; it has its own copy of the moment of publishing.
BY_SKILL = ("-listed_at", "-asked_by")
BEST = "best"
BEST_FIRST = ("-fit", "-published_at", "-id")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader narrows the list by; an empty value narrows nothing."""

    words: str = ""
    category: str = ""
    skill: str = ""  # a code of market/skills
    hours: str = ""
    weeks: str = ""
    pay: int = 0  # at least, in whole units of the project's own currency
    currency: str = ""
    place: str = ""
    workplace: str = ""
    start: str = ""
    language: str = ""
    seats: str = ""
    overlap: int = 0  # at least so many working hours in common with `zone`
    zone: str = ""

    def without(self, name: str) -> Self:
        """All but one; pay is lifted alone, its currency stays."""
        return replace(self, **{name: getattr(type(self)(), name)})


@dataclass(frozen=True, slots=True)
class Ordered:
    """The narrowed list, its order, and among what the place of a row that left it is looked up."""

    rows: QuerySet[Project]
    order: tuple[str, ...]
    anchors: QuerySet[Project]


def narrowed(projects: QuerySet[Project], filters: Filters, order: str = "new") -> Ordered:
    """Those that fit every filter, in one of the SORTS, or the best match first where there are words."""
    projects = projects.defer(*LONG)
    if order == BEST and words_of(filters.words):
        rows = best_first(_without_words(projects, filters), filters.words)
        return Ordered(rows, BEST_FIRST, fitting(filters.words))
    if filters.skill and order == "new" and not filters.words:
        anchors = Project.objects.filter(skills_asked__code=filters.skill)
        return Ordered(
            _asking(projects, filters), BY_SKILL, anchors.annotate(listed_at=F("published_at"), asked_by=F("pk"))
        )
    return Ordered(filtered(projects, filters), SORTS.get(order, SORTS["new"]), Project.objects.all())


def newest(projects: QuerySet[Project], filters: Filters) -> QuerySet[Project]:
    """Those that fit every filter, newest first, in the order of an index."""
    if filters.skill and not filters.words:
        return _asking(projects, filters).order_by(*BY_SKILL)
    return filtered(projects, filters).order_by(*SORTS["new"])


def _asking(projects: QuerySet[Project], filters: Filters) -> QuerySet[Project]:
    """With the columns of the index of what is asked for, so that nothing is sorted, be it all posted at once."""
    asked = {"listed_at": F("skills_asked__listed_at"), "asked_by": F("skills_asked__project_id")}
    return filtered(projects, filters).annotate(**asked)


def filtered(projects: QuerySet[Project], filters: Filters) -> QuerySet[Project]:
    """Those that fit every filter."""
    return holding(_without_words(projects, filters), filters.words)


def _without_words(projects: QuerySet[Project], filters: Filters) -> QuerySet[Project]:
    for name, fits in _FITS.items():
        if value := getattr(filters, name):
            projects = projects.filter(fits(name, value))
    if filters.overlap and filters.zone:
        near = zones_sharing(filters.overlap, filters.zone, clock.today())
        projects = projects.filter(time_zone__in=near)
    return projects


def _exactly(name: str, value: Any) -> Q:
    return Q(**{name: value})


def _in_band(name: str, code: str) -> Q:
    band = BANDS[name].get(code)
    return Q(**{f"{name}__range": band}) if band else Q()


def _asks_for(_name: str, code: str) -> Q:
    return Q(skills_asked__code=code, skills_asked__listed_at__isnull=False)


def _somewhere(_name: str, place: str) -> Q:
    fits = Q()
    for word in folded(place).replace(",", " ").split():
        fits &= Q(place_text__contains=word)
    return fits


def _begins(_name: str, code: str) -> Q:
    """One can begin within those days; later: not before the longest of them is over."""
    today = clock.today()
    if code == LATER:
        return Q(start_on__gt=today + timedelta(days=max(STARTS.values())))
    if code not in STARTS:
        return Q()
    return begins_between(today, today + timedelta(days=STARTS[code]))


def begins_between(first: date, last: date) -> Q:
    """Whether a day on which one can begin lies between the two; a brief may name just one day."""
    return Q(start_on__lte=last) & (Q(start_until_on__gte=first) | Q(start_until_on=None, start_on__gte=first))


def _paid_at_least(_name: str, units: int) -> Q:
    """Pay in minor units of each project's own currency; currencies with two digits are the rule."""
    odd = {code: digits_of(code) for code in _ODD_CURRENCIES}
    fits = Q(pay_minor__gte=units * 100) & ~Q(currency__in=odd)
    for code, digits in odd.items():
        fits |= Q(currency=code, pay_minor__gte=units * 10**digits)
    return fits


_FITS: dict[str, Callable[[str, Any], Q]] = {
    "category": _exactly,
    "skill": _asks_for,
    "hours": _in_band,
    "weeks": _in_band,
    "pay": _paid_at_least,
    "currency": _exactly,
    "place": _somewhere,
    "workplace": _exactly,
    "start": _begins,
    "language": _exactly,
    "seats": _in_band,
}
_ODD_CURRENCIES = ("JPY", "KRW", "CLP", "ISK", "VND", "BHD", "KWD", "JOD", "TND")

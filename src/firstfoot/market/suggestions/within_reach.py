"""Of very many open projects those that one person's list can hold: found by bounds in the database, then read whole.

What is read is enough for the list to be exactly that of all of them. First the most promising are scored; what the
worst in the list scores is the bar. Then everything follows that could come to the bar by its bound (`reaching`).
Projects that ask for nothing the person knows of are found by how their hosts answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from heapq import nlargest, nsmallest
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.matching.crowding import EVERY, is_crowded, is_owed
from firstfoot.market.matching.features import answers
from firstfoot.market.matching.filtering import exclusions
from firstfoot.market.matching.listing import LENGTH, Order
from firstfoot.market.matching.needs import Crowd, Opening, Record, Timing
from firstfoot.market.matching.rates import USUAL_ANSWERS
from firstfoot.market.matching.reaching import Reach, Sums
from firstfoot.market.matching.scoring import drawn, match
from firstfoot.market.matching.seeking import Standing
from firstfoot.market.organizations.models import Organization
from firstfoot.market.projects.models import Project
from firstfoot.market.suggestions.openings import among, crowds_of, openings_of
from firstfoot.market.suggestions.seekers import minutes_east
from firstfoot.market.suggestions.sums import COLUMNS, rows_with_sums

GLIMPSED, SCORED = 400, 60  # at first so many of the most promising are looked at, and so many of those scored
HOSTS = 300  # of those that answer best
ASSURED = LENGTH // EVERY


@dataclass(slots=True)
class Glimpse:
    """What is known of a project before it is read: the most that either side can be."""

    key: int
    hosts: int
    interns: int
    crowd: Crowd | None = None


@dataclass
class Look:
    """One person's look at what fits; `openings` are what was read, and enough."""

    fits: QuerySet[Project]
    person: Person
    reach: Reach
    standing: Callable[[Iterable[Opening], frozenset[str]], Standing]
    today: date
    openings: dict[int, Opening] = field(default_factory=dict)
    applied: set[str] = field(default_factory=set)
    glimpses: dict[int, Glimpse] = field(default_factory=dict)
    scores: dict[int, int] = field(default_factory=dict)  # of those read that the filter lets pass
    _offsets: dict[str, int | None] = field(default_factory=dict)

    def at(self, order: Order, seed: str) -> None:
        """Read what the list needs in this order."""
        match order:
            case Order.DATE:
                self._newest()
            case Order.RANDOM:
                self._drawn(seed)
            case Order.MATCH:
                self._best()

    def _best(self) -> None:
        for promising in (self._asked_for, self._of_a_wanted_kind, self._of_those_who_answer):
            self._glimpse(promising(), GLIMPSED)
            self._score_first()
            if len(self.scores) >= LENGTH:
                break
        self._complete(LENGTH, lambda _crowd: True)
        listed = nlargest(LENGTH, self.scores, key=self.scores.__getitem__)
        if sum(is_owed(self.openings[key].crowd) for key in listed) < ASSURED:
            self._complete(ASSURED, is_owed)

    # Where they come from

    def _asked_for(self) -> Iterable[Glimpse]:
        """Those that ask for something the person knows of."""
        if not self.reach.worths:
            return
        for *row, weight, gain, alike, shared, squares, rest in rows_with_sums(self.fits, self.reach.worths):
            yield self._seen(row, self.reach.hosts(Sums(weight, gain, alike, shared, squares, rest)))

    def _of_a_wanted_kind(self) -> Iterable[Glimpse]:
        wanted = self.fits.filter(category__in=self.reach.seeker.interests).order_by("-published_at", "-id")
        return self._strays(wanted[:GLIMPSED]) if self.reach.seeker.interests else ()

    def _of_those_who_answer(self) -> Iterable[Glimpse]:
        rate = (
            1000
            * (F("answered_count") + USUAL_ANSWERS[0])
            / (F("answered_count") + F("silent_count") + USUAL_ANSWERS[1])
        )
        best = Organization.objects.order_by(rate.desc(), "pk").values("pk")[:HOSTS]
        return self._strays(self.fits.filter(organization__in=best)[: 2 * GLIMPSED])

    def _beyond(self, bar: int) -> Iterable[Glimpse]:
        """All others that could come to the bar: nothing they ask for is known of, so the intern's side must do it."""
        wanted, other = (self.reach.least_answers(self.reach.stray_hosts, bar, is_wanted=w) for w in (True, False))
        interests = self.reach.seeker.interests
        kinds = Q(_answering(wanted), category__in=interests) if interests else Q(_answering(wanted))
        within = kinds if other > 1000 else kinds | Q(_answering(other))
        return self._strays(self.fits.filter(within)) if min(wanted, other) <= 1000 else ()

    def _strays(self, projects: QuerySet[Project]) -> Iterable[Glimpse]:
        """As if they asked for nothing the person knows of; those that do are known already."""
        return (self._seen(row, self.reach.stray_hosts) for row in projects.values_list(*COLUMNS))

    def _seen(self, row: Iterable[Any], hosts: int) -> Glimpse:
        key, category, hours, weeks, zone, answered, silent = row
        if zone not in self._offsets:
            self._offsets[zone] = minutes_east(zone)
        a_week = Timing(hours, weeks).hours_a_week
        interns = self.reach.interns(category, a_week, self._offsets[zone], answers(Record(answered, silent)))
        return Glimpse(key, hosts, interns)

    # How far they are looked at

    def _glimpse(self, found: Iterable[Glimpse], most: int) -> None:
        for glimpse in found:
            self.glimpses.setdefault(glimpse.key, glimpse)
        self._count(nlargest(most, self.glimpses.values(), key=self._at_most))

    def _count(self, glimpses: Iterable[Glimpse]) -> None:
        """Learn of those who wait for each of them."""
        uncounted = {glimpse.key: glimpse for glimpse in glimpses if glimpse.crowd is None}
        for key, crowd in crowds_of(uncounted):
            uncounted[key].crowd = crowd

    def _at_most(self, glimpse: Glimpse) -> int:
        if glimpse.crowd is not None and is_crowded(glimpse.crowd):
            return -1
        return self.reach.score(glimpse.hosts, glimpse.interns, glimpse.crowd)

    def _score_first(self) -> None:
        known = [glimpse for glimpse in self.glimpses.values() if glimpse.crowd is not None]
        self._read(glimpse.key for glimpse in nlargest(SCORED, known, key=self._at_most))

    def _complete(self, length: int, belongs: Callable[[Crowd], bool]) -> None:
        """Read every project that could be one of the first so many of those that belong."""
        self._read_near(length, belongs)
        for glimpse in self._beyond(self._bar(length, belongs)):
            self.glimpses.setdefault(glimpse.key, glimpse)
        self._read_near(length, belongs)

    def _bar(self, length: int, belongs: Callable[[Crowd], bool]) -> int:
        reached = [score for key, score in self.scores.items() if belongs(self.openings[key].crowd)]
        return min(nlargest(length, reached)) if len(reached) >= length else 0

    def _read_near(self, length: int, belongs: Callable[[Crowd], bool]) -> None:
        """The most promising first, more and more at once: what they score raises the bar for the rest."""
        most = SCORED
        while near := self._near(self._bar(length, belongs), belongs, most):
            self._read(near)
            most *= 4

    def _near(self, bar: int, belongs: Callable[[Crowd], bool], most: int) -> list[int]:
        bounds = {key: self._at_most(glimpse) for key, glimpse in self.glimpses.items() if key not in self.openings}
        left = [self.glimpses[key] for key in nlargest(4 * most, bounds, key=bounds.__getitem__) if bounds[key] >= bar]
        self._count(left)
        near = [glimpse for glimpse in left if glimpse.crowd is not None and belongs(glimpse.crowd)]
        found = [glimpse.key for glimpse in nlargest(most, near, key=self._at_most) if self._at_most(glimpse) >= bar]
        return found or (self._near(bar, belongs, 4 * most) if len(left) == 4 * most else [])

    def _read(self, keys: Iterable[int]) -> None:
        new = [key for key in keys if key not in self.openings]
        found, applied = openings_of(Project.objects.filter(pk__in=among(new)), self.person)
        self.openings |= found
        self.applied |= applied
        standing = self.standing(found.values(), applied)
        for key, opening in found.items():
            if not exclusions(self.reach.seeker, standing, opening, self.today):
                self.scores[key] = match(
                    self.reach.reader, opening, self.reach.lexicon, self.reach.weights, self.today
                ).score

    # The other orders

    def _newest(self) -> None:
        newest, most = self.fits.order_by("-published_at", "-id"), SCORED
        while True:
            rows = list(newest.values_list("pk", flat=True)[:most])
            self._read(rows)
            if len(rows) < most:
                return
            if len(self.scores) >= LENGTH:
                break
            most *= 8
        days = sorted((self.openings[key].posted_on for key in self.scores), reverse=True)
        since = datetime.combine(days[LENGTH - 1], time.min, UTC)  # those of one day stand by their code
        self._read(newest.filter(published_at__gte=since).values_list("pk", flat=True))

    def _drawn(self, seed: str) -> None:
        rows = list(self.fits.order_by().values_list("public_id", "pk"))
        most = SCORED
        while True:
            first = nsmallest(most, rows, key=lambda row: (drawn(row[0], self.today, seed), row[0]))
            self._read(key for _code, key in first)
            if len(self.scores) >= LENGTH or most >= len(rows):
                return
            most *= 8


def _answering(least: int) -> Exists:
    """Whether the host of a project answers at least so often; `answers` said in the database's words."""
    yes, of = USUAL_ANSWERS
    rate = 1000 * (F("answered_count") + yes), least * (F("answered_count") + F("silent_count") + of)
    good = Organization.objects.alias(has=rate[0] - rate[1]).filter(has__gte=0)
    return Exists(good.filter(pk=OuterRef("organization")))

"""One person's search through a shelf: bounds for all projects first, then scores for those that could be listed.

`best(shelf, seeker, standing, weights, today=..., seed=...)` gives codes and scores in exactly the order of
`scoring.ranked`. The caller loads those few from its rows and calls `scoring.match` for their features and reasons.

Every feature is bounded from above for all projects at once, a byte each (`lanes`). A harmonic mean is at most the
geometric one, so the bound of a score is a sum of logarithms. Whatever cannot reach the list by that bound is passed
over; the rest is scored by the functions that score one project.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from heapq import heappush, heapreplace
from math import isqrt

from firstfoot.market.matching import lanes
from firstfoot.market.matching.credits import UNKNOWN, likeness, squared
from firstfoot.market.matching.features import UNSAID_HOURS, UNSAID_INTERESTS, Reader, is_wanted, slack, zone_nearness
from firstfoot.market.matching.filtering import by_sides, by_terms, by_timing
from firstfoot.market.matching.needs import Terms, Timing
from firstfoot.market.matching.scoring import MOST, factor, harmonic, hosts_side, interns_side, place
from firstfoot.market.matching.seeking import Seeker, Standing
from firstfoot.market.matching.shelf import Shelf
from firstfoot.market.matching.weights import Weights

_SIDE, _CHANCE, _PRICE = 60, 95, 35  # steps that each part of a bound may count
_ALL = 2 * _SIDE + _CHANCE + _PRICE
_FULL = 250  # what a side that could not be better comes to, before it is made a logarithm
_FIRST = 3  # times the length of the list is scored at first, to know what the rest must reach
_ABOVE = 1000 - UNKNOWN
_BATCH = 64


def best(
    shelf: Shelf, seeker: Seeker, standing: Standing, weights: Weights, *, today: date, seed: str, length: int = 20
) -> list[tuple[str, int]]:
    """At most `length` codes with their scores, as `ranked` would begin."""
    return Search(shelf, seeker, standing, weights, today).best(length, seed)


class Search:
    """Everything that is read of one person once, and the best so far."""

    def __init__(self, shelf: Shelf, seeker: Seeker, standing: Standing, weights: Weights, today: date) -> None:
        self.shelf, self.standing, self.weights, self.today = shelf, standing, weights, today
        self.reader = reader = Reader.of(seeker, shelf.lexicon)
        self._credits = {shelf.skills[s]: worth for s, worth in reader.credits.items() if s in shelf.skills}
        self._vector = {shelf.skills[s]: weight for s, weight in reader.vector.items() if s in shelf.skills}
        self._norm, self._sum = squared(reader.vector), sum(reader.vector.values())
        self._wanted = self._all_wanted()
        self._fitting: dict[tuple[int, int], int | None] = {}
        self._heap: list[int] = []  # the scores of the best so far, the least first
        self._found: list[tuple[int, int]] = []

    def best(self, length: int, seed: str) -> list[tuple[str, int]]:
        """The first of the ranking, as codes with their scores."""
        if length < 1 or not len(self.shelf):
            return []
        bounds = self._bounds()
        tried = dict.fromkeys([*self.shelf.always, *self._promising(bounds, _FIRST * length)])
        self._try(tried, length)
        rest = [n for n in lanes.places_from(self._least(length), bounds) if n not in tried]
        rest.sort(key=bounds.__getitem__, reverse=True)
        for start in range(0, len(rest), _BATCH):
            if bounds[rest[start]] < self._least(length):
                break
            self._try(rest[start : start + _BATCH], length)
        bar = self._heap[0] if len(self._heap) == length else 0
        rows = [(self.shelf.codes[n], score) for score, n in self._found if score >= bar]
        return sorted(rows, key=lambda row: place(row[1], row[0], self.today, seed))[:length]

    def _least(self, length: int) -> int:
        """The bound that a project needs to reach the list."""
        return lanes.least_steps(self._heap[0], MOST, _ALL) if len(self._heap) == length else 0

    # Bounds, for all projects at once

    def _bounds(self) -> bytes:
        """The logarithm of what each score could be at most, in steps under _ALL; 0 where hours do not suffice."""
        sides = (self._hosts_bound(), self._interns_bound())
        logs = lanes.table(lambda byte: lanes.steps(min(byte, _FULL), _FULL, 2 * _SIDE) / 2)
        weights = self.weights
        chance = lanes.table(
            lambda byte: lanes.steps(1000 - weights.chance * (1000 - byte / 0.255) / 1000 + 1, 1000, _CHANCE)
        )
        price = lanes.table(lambda byte: lanes.steps(1000 - weights.price * byte / 255 + 1, 1000, _PRICE))
        shelf = self.shelf
        return lanes.added(
            *(side.translate(logs) for side in sides),
            shelf.chance_lane.translate(chance), shelf.price_lane.translate(price),
        )  # fmt: skip

    def _hosts_bound(self) -> bytes:
        weights = self.weights
        unit = _FULL / (1000 * (weights.cover + weights.closeness))
        worths = {s: 1000 * (worth - UNKNOWN) // _ABOVE + 1 for s, worth in self._credits.items() if worth > UNKNOWN}
        cover = lanes.table(lambda byte: unit * weights.cover * min(1000, UNKNOWN + _ABOVE * byte / lanes.WHOLE))
        covered = self.shelf.covered.summed(worths).translate(cover)
        close = lanes.table(lambda byte: unit * weights.closeness * self._most_close(byte))
        return lanes.added(covered, self.shelf.common.summed(dict.fromkeys(self._vector, 1000)).translate(close))

    def _most_close(self, byte: int) -> int:
        """The closeness at most, where so much of what is asked is in common."""
        if not self._norm:
            return UNKNOWN
        share = min(1, byte / lanes.WHOLE)
        rest = self._sum / self.shelf.largest + 1 - share
        return isqrt(1_000_000 * min(1000, int(1000 * share / rest) + 1) // 1000) + 1

    def _interns_bound(self) -> bytes:
        shelf, weights = self.shelf, self.weights
        unit = _FULL / (1000 * (weights.interests + weights.slack + weights.answers))
        wants = lanes.table(lambda n: unit * weights.interests * self._most_wanted(n))
        third = unit * weights.slack / 3
        hours = lanes.table(lambda n: third * (_hours_slack(self.reader.seeker.hours_a_week, n) + 1000))
        near = lanes.table(lambda n: third * self._nearness(n))
        answer = lanes.table(lambda n: unit * weights.answers * min(1000, n / 0.255))
        return lanes.added(
            shelf.kind_lane.translate(wants), shelf.hours_lane.translate(hours),
            shelf.offset_lane.translate(near), shelf.answer_lane.translate(answer),
        )  # fmt: skip

    def _most_wanted(self, kind: int) -> int:
        interests, kinds = self.reader.interests, self.shelf.kinds
        if not interests:
            return UNSAID_INTERESTS
        return 1000 if self._wanted or kind >= len(kinds) or kinds[kind] in interests else 0

    def _nearness(self, n: int) -> int:
        offsets = self.shelf.offsets
        return zone_nearness(self.reader.seeker.offset, offsets[n]) if n < len(offsets) else 1000

    def _all_wanted(self) -> set[int]:
        interests, shelf = self.reader.interests, self.shelf
        if interests.isdisjoint(shelf.skills):  # it knows the wider ones, too
            return set()
        return {n for skill, n in shelf.skills.items() if is_wanted(skill, interests, shelf.lexicon)}

    def _promising(self, bounds: bytes, count: int) -> list[int]:
        """About so many places with the highest bounds."""
        have, least = 0, max(bounds) + 1
        while have < count and least > 0:
            least -= 1
            have += bounds.count(least)
        found = []
        for n in lanes.places_from(least, bounds):
            found.append(n)
            if len(found) >= 3 * count:
                break
        return found

    # Scores, one by one

    def _try(self, places: Iterable[int], length: int) -> None:
        for n in places:
            score = self._score(n, self._heap[0] if len(self._heap) == length else 0)
            if score is None:
                continue
            if len(self._heap) < length:
                heappush(self._heap, score)
            elif score > self._heap[0]:
                heapreplace(self._heap, score)
            self._found.append((score, n))

    def _score(self, n: int, bar: int) -> int | None:
        """As `scoring.score`; None where it is below the bar, or where the filter keeps the person from it."""
        shelf, weights = self.shelf, self.weights
        left = factor(shelf.chances[n], shelf.prices[n], weights)
        hosts = hosts_side(self._cover(n), self._closeness(n), weights)
        wants, rate = self._interest(n), shelf.answers[n]
        if left * harmonic(hosts, interns_side(wants, 1000, rate, weights)) // MOST < bar:
            return None
        fits = self._fits(shelf.timings[n], shelf.terms[n])
        if fits is None or by_sides(self.standing, shelf.organizations[n], shelf.codes[n]):
            return None
        score = left * harmonic(hosts, interns_side(wants, fits, rate, weights)) // MOST
        return score if score >= bar else None

    def _fits(self, timing: Timing, terms: Terms) -> int | None:
        """The slack; None where dates, hours or terms keep the person from it."""
        key = id(timing), id(terms)
        if key not in self._fitting:
            seeker = self.reader.seeker
            barred = by_terms(seeker, self.standing, terms) or by_timing(seeker, timing, self.today)
            self._fitting[key] = None if barred else slack(seeker, timing, terms.offset, self.today)
        return self._fitting[key]

    def _cover(self, n: int) -> int:
        total = worth = 0
        for skill, weight in self.shelf.needs_of(n):
            total += weight
            worth += weight * self._credits.get(skill, UNKNOWN)
        return worth // total if total else UNKNOWN

    def _closeness(self, n: int) -> int:
        shelf = self.shelf
        if not self._norm or not shelf.sums[n]:
            return UNKNOWN
        dot = common = 0
        for skill, weight in shelf.vector_of(n):
            if own := self._vector.get(skill):
                dot += own * weight
                common += min(own, weight)
        return likeness(dot, common, (self._norm, shelf.norms[n]), self._sum + shelf.sums[n])

    def _interest(self, n: int) -> int:
        interests = self.reader.interests
        if not interests:
            return UNSAID_INTERESTS
        if self.shelf.categories[n] in interests:
            return 1000
        skills = [skill for skill, _ in self.shelf.needs_of(n)]
        return 1000 * sum(skill in self._wanted for skill in skills) // len(skills) if skills else 0


def _hours_slack(own: int | None, needed: int) -> int:
    """What the hours add to the slack, at most; nothing where they do not suffice."""
    if own is None:
        return UNSAID_HOURS
    return 500 + 500 * (own - needed) // max(own, 1) if needed <= own else -1000

"""All open projects, laid out so that the best of them for one person are found without scoring the rest.

Build one a night, or whenever counts have moved: `Shelf(openings, lexicon)`; `searching.best(shelf, ...)` looks in it.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from math import log2, sqrt

from firstfoot.market.matching import lanes
from firstfoot.market.matching.crowding import is_crowded, picked_chance
from firstfoot.market.matching.features import answers, needs_vector
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Opening
from firstfoot.market.matching.scoring import MOST, factor, harmonic, interns_side
from firstfoot.market.matching.weights import Weights

BOARD = 4_096  # projects on one board
SPREAD = 20  # steps of a logarithm to the base 2, in which closeness is bounded
_USUAL, _TIERS = Weights(), 50


class Shelf:
    """Projects with a free seat that are not crowded, on boards: those first that stand well for whoever reads.

    What chance, price and the host's answers leave of a score is the same for everybody. Sorted by that, whole boards
    can be passed over once the list is full. A shelf keeps no Opening, only what is compared; what many have in
    common is kept once.
    """

    def __init__(self, openings: Iterable[Opening], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.skills: dict[str, int] = {}
        held = [each for each in openings if each.crowd.seats_free > 0 and not is_crowded(each.crowd)]
        held.sort(key=_standing, reverse=True)
        self.kinds = _numbered(each.category for each in held)
        self.terms = _numbered(each.terms for each in held)
        self._shared: dict[object, object] = {}
        self.boards = [Board(self, held[start : start + BOARD]) for start in range(0, len(held), BOARD)]
        del self._shared

    def number(self, skill: str) -> int:
        return self.skills.setdefault(skill, len(self.skills))

    def shared[T](self, value: T) -> T:
        """The value, those that are equal being one and the same object."""
        return self._shared.setdefault((type(value), value), value)  # type: ignore[return-value]


class Board:
    """Some of the projects: their needs by skill, and a lane for each bound of a score."""

    def __init__(self, shelf: Shelf, held: list[Opening]) -> None:
        self.codes = [each.code for each in held]
        self.organizations = [shelf.shared(each.organization) for each in held]
        self.timings = [shelf.shared(each.timing) for each in held]
        self.terms = [shelf.shared(each.terms) for each in held]
        self.categories = [shelf.shared(each.category) for each in held]
        self.chances = array("H", (picked_chance(each.crowd.seats_free, each.crowd.waiting) for each in held))
        self.prices = array("H", (each.crowd.price for each in held))
        self.answers = array("H", (answers(each.record) for each in held))
        self.best = max(self.chances), min(self.prices), max(self.answers)
        self.least_hours = min(timing.hours_a_week for timing in self.timings)
        self.always: list[int] = []  # places of those that no lane bounds
        self._lay_needs(shelf, held)
        self._lay_lanes(shelf)

    def __len__(self) -> int:
        return len(self.codes)

    def _lay_needs(self, shelf: Shelf, held: list[Opening]) -> None:
        idf = shelf.lexicon.idf
        self.need_ids, self.need_weights, self.need_ends = array("H"), array("I"), array("I", [0])
        self.ids, self.weights, self.ends = array("H"), array("I"), array("I", [0])
        self.norms, self.sums = array("Q"), array("I")
        self.covered, self.common = lanes.Shares(len(held)), lanes.Shares(len(held))
        for n, opening in enumerate(held):
            needs = [(shelf.number(d.skill), d.importance * idf(d.skill)) for d in opening.needs]
            asked = [(shelf.number(s), weight) for s, weight in needs_vector(opening.needs, shelf.lexicon).items()]
            self.need_ids.extend(skill for skill, _ in needs)
            self.need_weights.extend(weight for _, weight in needs)
            self.need_ends.append(len(self.need_ids))
            self.ids.extend(skill for skill, _ in asked)
            self.weights.extend(weight for _, weight in asked)
            self.ends.append(len(self.ids))
            self.norms.append(sum(weight * weight for _, weight in asked))
            self.sums.append(sum(weight for _, weight in asked))
            if not needs or len(asked) > lanes.MOST_SHARES or len({skill for skill, _ in needs}) < len(needs):
                self.always.append(n)
                continue
            self.covered.add(n, needs, sum(weight for _, weight in needs))
            self.common.add(n, asked, self.sums[-1])
        self.largest = max(self.sums, default=0) or 1
        self.covered.settle()
        self.common.settle()
        self.spread_lane = bytes(map(spread, self.sums, self.norms))

    def _lay_lanes(self, shelf: Shelf) -> None:
        self.chance_lane = bytes(-(-chance * 255 // 1000) for chance in self.chances)
        self.price_lane = bytes(price * 255 // 1000 for price in self.prices)
        self.answer_lane = bytes(-(-rate * 255 // 1000) for rate in self.answers)
        self.hours_lane = bytes(min(255, timing.hours_a_week) for timing in self.timings)
        self.terms_lane = bytes(min(255, shelf.terms[terms]) for terms in self.terms)
        self.kind_lane = bytes(min(255, shelf.kinds[kind]) for kind in self.categories)

    def needs_of(self, n: int) -> Iterable[tuple[int, int]]:
        """The skills one project asks for by their numbers, with their weights."""
        start, end = self.need_ends[n], self.need_ends[n + 1]
        return zip(self.need_ids[start:end], self.need_weights[start:end], strict=True)

    def vector_of(self, n: int) -> Iterable[tuple[int, int]]:
        """What one project asks for as a vector, by the numbers of the skills."""
        start, end = self.ends[n], self.ends[n + 1]
        return zip(self.ids[start:end], self.weights[start:end], strict=True)


def _standing(opening: Opening) -> tuple[int, int]:
    """What the project can come to for anybody, in a few steps; then its hours, so that boards are alike."""
    crowd = opening.crowd
    left = factor(picked_chance(crowd.seats_free, crowd.waiting), crowd.price, _USUAL)
    most = left * harmonic(MOST, interns_side(1000, 1000, answers(opening.record), _USUAL)) // MOST
    return most * _TIERS // MOST, -opening.timing.hours_a_week


def spread(total: int, squared: int) -> int:
    """By how much the sum of what is asked is more than its length, in steps of a logarithm."""
    return lanes.up(SPREAD * log2(total / sqrt(squared))) if squared else 0


def _numbered[T](values: Iterable[T]) -> dict[T, int]:
    """Each value's number, those of most projects first; 255 in a lane is for any beyond that many."""
    return {value: n for n, (value, _) in enumerate(Counter(values).most_common())}

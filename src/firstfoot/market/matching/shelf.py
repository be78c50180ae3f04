"""All open projects, laid out so that the best of them for one person are found without scoring the rest.

Build one a night, or whenever counts have moved: `Shelf(openings, lexicon)`; `searching.best(shelf, ...)` looks in it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from firstfoot.market.matching import lanes
from firstfoot.market.matching.crowding import is_crowded, picked_chance
from firstfoot.market.matching.features import answers, needs_vector
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Opening


class Shelf:
    """Projects with a free seat that are not crowded, their needs by skill, and a lane for each bound of a score.

    It keeps no Opening, only what is compared; what many have in common is kept once.
    """

    def __init__(self, openings: Iterable[Opening], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        held = [each for each in openings if each.crowd.seats_free > 0 and not is_crowded(each.crowd)]
        self.codes = [each.code for each in held]
        self.organizations = _shared(each.organization for each in held)
        self.timings = _shared(each.timing for each in held)
        self.terms = _shared(each.terms for each in held)
        self.categories = _shared(each.category for each in held)
        self.chances = array("H", (picked_chance(each.crowd.seats_free, each.crowd.waiting) for each in held))
        self.prices = array("H", (each.crowd.price for each in held))
        self.answers = array("H", (answers(each.record) for each in held))
        self.skills: dict[str, int] = {}
        self.always: list[int] = []  # places of those that no lane bounds
        self._lay_needs(held)
        self._lay_lanes()

    def __len__(self) -> int:
        return len(self.codes)

    def _lay_needs(self, held: list[Opening]) -> None:
        self.need_ids, self.need_weights, self.need_ends = array("H"), array("I"), array("I", [0])
        self.ids, self.weights, self.ends = array("H"), array("I"), array("I", [0])
        self.norms, self.sums = array("Q"), array("I")
        self.covered, self.common = lanes.Shares(len(held)), lanes.Shares(len(held))
        for n, opening in enumerate(held):
            needs = [(self._number(d.skill), d.importance * self.lexicon.idf(d.skill)) for d in opening.needs]
            asked = [(self._number(s), weight) for s, weight in needs_vector(opening.needs, self.lexicon).items()]
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

    def _lay_lanes(self) -> None:
        self.chance_lane = bytes(-(-chance * 255 // 1000) for chance in self.chances)
        self.price_lane = bytes(price * 255 // 1000 for price in self.prices)
        self.answer_lane = bytes(-(-rate * 255 // 1000) for rate in self.answers)
        self.hours_lane = bytes(min(255, timing.hours_a_week) for timing in self.timings)
        self.offsets, self.offset_lane = _numbered([terms.offset for terms in self.terms])
        self.kinds, self.kind_lane = _numbered(self.categories)

    def _number(self, skill: str) -> int:
        return self.skills.setdefault(skill, len(self.skills))

    def needs_of(self, n: int) -> Iterable[tuple[int, int]]:
        """The skills one project asks for by their numbers, with their weights."""
        start, end = self.need_ends[n], self.need_ends[n + 1]
        return zip(self.need_ids[start:end], self.need_weights[start:end], strict=True)

    def vector_of(self, n: int) -> Iterable[tuple[int, int]]:
        """What one project asks for as a vector, by the numbers of the skills."""
        start, end = self.ends[n], self.ends[n + 1]
        return zip(self.ids[start:end], self.weights[start:end], strict=True)


def _shared[T](values: Iterable[T]) -> list[T]:
    """The values, each of those that are equal being one and the same object."""
    first: dict[T, T] = {}
    return [first.setdefault(value, value) for value in values]


def _numbered[T](values: list[T]) -> tuple[list[T], bytes]:
    """Each value's number as a byte, and the values by it; 255 is for any beyond that many."""
    numbers: dict[T, int] = {}
    lane = bytes(min(255, numbers.setdefault(value, len(numbers))) for value in values)
    return list(numbers)[:255], lane

"""How much a project could score at most, told from a few sums: of many, only those within reach are read whole.

`Reach(seeker, lexicon, weights)` gives what a database shall add up for each skill (`worths`), and bounds from the
sums. Whatever it says errs upwards only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isqrt, sqrt

from firstfoot.market.matching.credits import UNKNOWN, squared
from firstfoot.market.matching.crowding import picked_chance
from firstfoot.market.matching.features import UNSAID_HOURS, UNSAID_INTERESTS, Reader, zone_nearness
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Crowd
from firstfoot.market.matching.scoring import MOST, factor, harmonic, hosts_side, interns_side
from firstfoot.market.matching.seeking import Seeker
from firstfoot.market.matching.weights import Weights


@dataclass(frozen=True, slots=True)
class Worth:
    """What one skill that a project asks for adds to its sums, for each point of its importance."""

    weight: int  # to all that is asked
    gain: int  # to what the person can do of it, beyond what is unknown
    alike: int  # to the product of both vectors, divided by the length of the person's
    shared: int  # to what both vectors share


@dataclass(frozen=True, slots=True)
class Sums:
    """Over those skills of one project that have a worth."""

    weight: int = 0
    gain: int = 0
    alike: int = 0
    shared: int = 0
    squares: int = 0  # of what each of them weighs
    rest: int = 0  # the importance of all the others


class Reach:
    """One person's bounds, for one set of weights."""

    def __init__(self, seeker: Seeker, lexicon: Lexicon, weights: Weights, skills: frozenset[str]) -> None:
        """`skills` are the codes that a project may ask for: an interest among them may be wanted of any project."""
        self.lexicon, self.weights, self.seeker = lexicon, weights, seeker
        self.reader = reader = Reader.of(seeker, lexicon)
        self._norm, self._sum = squared(reader.vector), sum(reader.vector.values())
        self._length = isqrt(self._norm) or 1
        self._least_idf = min(map(lexicon.idf, lexicon.uses), default=lexicon.idf(""))
        self._may_want_any = not reader.interests.isdisjoint(skills)
        known = {code for code, worth in reader.credits.items() if worth > UNKNOWN} | reader.vector.keys()
        self.worths = {code: self._worth(code) for code in known}
        strays = [code for code in self._below(reader.vector) if code not in known]
        self._stray_alike = max((self._worth(code).alike for code in strays), default=0)
        self._stray_shared = max((self._worth(code).shared for code in strays), default=0)
        self.stray_hosts = hosts_side(UNKNOWN, self._stray_closeness(strays), weights)
        self.most_hosts = hosts_side(max([UNKNOWN, *reader.credits.values()]), 1000 if self._norm else UNKNOWN, weights)

    def hosts(self, sums: Sums) -> int:
        """The most that the host's side can be of a project with these sums."""
        asked = sums.weight + sums.rest * self._least_idf
        cover = min(1000, UNKNOWN + -(-sums.gain // asked)) if asked else UNKNOWN
        return hosts_side(cover, self._closeness(sums, asked), self.weights)

    def interns(self, category: str, hours_a_week: int, offset: int | None, answers: int) -> int:
        """The most that the intern's side can be: as if the work could begin on any day."""
        own = self.seeker.hours_a_week
        hours = UNSAID_HOURS if own is None else 500 + 500 * max(own - hours_a_week, 0) // max(own, 1)
        slack = (hours + 1000 + zone_nearness(self.seeker.offset, offset)) // 3
        return interns_side(self._wants(category), slack, answers, self.weights)

    def score(self, hosts: int, interns: int, crowd: Crowd | None = None) -> int:
        """The most that a score can be, from the most of either side; as if nobody waited where no crowd is given."""
        chance, price = (1000, 0) if crowd is None else (picked_chance(crowd.seats_free, crowd.waiting), crowd.price)
        return factor(chance, price, self.weights) * harmonic(hosts, interns) // MOST

    def least_answers(self, hosts: int, bar: int, *, is_wanted: bool = True) -> int:
        """What a host's answers must at least be where its side comes to so much, for a score of `bar`; up to 1001.

        For what is of a wanted kind, or else for what is not.
        """
        interests = self.reader.interests
        wants = (1000 if is_wanted or self._may_want_any else 0) if interests else UNSAID_INTERESTS
        slack = ((UNSAID_HOURS if self.seeker.hours_a_week is None else 1000) + 2000) // 3
        low, high = -1, 1001
        while high - low > 1:
            middle = (low + high) // 2
            is_enough = self.score(hosts, interns_side(wants, slack, middle, self.weights)) >= bar
            low, high = (low, middle) if is_enough else (middle, high)
        return high

    def _wants(self, category: str) -> int:
        interests = self.reader.interests
        if not interests:
            return UNSAID_INTERESTS
        return 1000 if self._may_want_any or category in interests else 0

    def _worth(self, code: str) -> Worth:
        idf, own = self.lexicon.idf(code), self.reader.vector
        terms = [(own[term], weight) for term, weight in self._terms(code) if term in own]
        return Worth(
            weight=idf,
            gain=idf * max(0, self.reader.credits.get(code, UNKNOWN) - UNKNOWN),
            alike=-(-sum(mine * weight for mine, weight in terms) // self._length),
            shared=sum(weight for _, weight in terms),
        )

    def _terms(self, code: str) -> Iterator[tuple[str, int]]:
        """A skill and its wider ones with what they weigh in a vector, rounded up."""
        yield code, self.lexicon.idf(code)
        for up, steps in self.lexicon.wider(code):
            yield up, -(-self.lexicon.idf(up) // 2**steps)

    def _below(self, codes: Iterable[str]) -> set[str]:
        """All skills that are narrower than one of these."""
        found: set[str] = set()
        level = set(codes)
        while level:
            level = {down for code in level for down in self.lexicon.narrower.get(code, ())} - found
            found |= level
        return found

    def _closeness(self, sums: Sums, asked: int) -> int:
        if not self._norm:
            return UNKNOWN
        if not asked:
            return UNKNOWN
        length = sqrt(sums.squares + sums.rest * self._least_idf**2)
        shared = min(sums.shared + sums.rest * self._stray_shared, self._sum)
        cosine = (sums.alike + sums.rest * self._stray_alike) / length
        return _rooted(cosine, shared / (self._sum + max(asked, shared) - shared))

    def _stray_closeness(self, strays: list[str]) -> int:
        """Of a project that asks only for skills without a worth: what both share are wider terms of those.

        The lengths by Cauchy and Schwarz. A wider term weighs less than what it belongs to, by the `ratio`s.
        """
        if not self._norm:
            return UNKNOWN
        own, common = self.reader.vector, set[str]()
        ratio = squares = 0.0
        for code in strays:
            terms = [(term, weight / self.lexicon.idf(code)) for term, weight in self._terms(code) if term in own]
            common |= {term for term, _ in terms}
            ratio = max(ratio, sum(weight for _, weight in terms))
            squares = max(squares, sum(weight * weight for _, weight in terms))
        if not common:
            return UNKNOWN  # what names no skill at all is as close as this
        mine = sqrt(sum(own[term] ** 2 for term in common) / self._norm)
        shared = sum(own[term] for term in common)
        return max(UNKNOWN, _rooted(mine * sqrt(squares / (1 + squares)), shared / (self._sum + shared / ratio)))


def _rooted(cosine: float, shared: float) -> int:
    return min(1000, int(1000 * sqrt(min(1.0, cosine) * min(1.0, shared))) + 2)

"""One person's search through a shelf: bounds for many projects at once, then scores for those that could be listed.

`best(shelf, seeker, standing, weights, today=..., seed=...)` gives codes and scores in exactly the order of
`scoring.ranked`. The caller loads those few from its rows and calls `scoring.match` for their features and reasons.

A board whose best chance, price and answers cannot reach the list is passed over whole. On the others every score is
bounded from above for all projects at once, a byte each (`bounding`). Whatever cannot reach the list by its bound is
passed over, too; the rest is scored by the functions that score one project, as far as it takes to know that it stays
below.
"""

from __future__ import annotations

from datetime import date
from heapq import heappush, heapreplace
from itertools import islice

from firstfoot.market.matching import lanes
from firstfoot.market.matching.bounding import Bounds
from firstfoot.market.matching.credits import UNKNOWN, likeness
from firstfoot.market.matching.features import UNSAID_INTERESTS, Reader, slack
from firstfoot.market.matching.filtering import by_sides, by_terms, by_timing
from firstfoot.market.matching.needs import Terms, Timing
from firstfoot.market.matching.scoring import MOST, factor, harmonic, hosts_side, interns_side, place
from firstfoot.market.matching.seeking import Seeker, Standing
from firstfoot.market.matching.shelf import Board, Shelf
from firstfoot.market.matching.weights import Weights

_FIRST = 2  # times the length of the list is scored at first, to know what the rest must reach
_FIRST_BOARDS = 800  # boards that can come to so many thousandths of what the first can are bounded together
_BYTES = bytes(range(256))


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
        self.bounds = Bounds(shelf, reader, standing, weights)
        self._credits = {shelf.skills[s]: worth for s, worth in reader.credits.items() if s in shelf.skills}
        self._vector = {shelf.skills[s]: weight for s, weight in reader.vector.items() if s in shelf.skills}
        self._fitting: dict[tuple[int, int], int | None] = {}
        self._heap: list[int] = []  # the scores of the best so far, the least first
        self._found: list[tuple[int, str]] = []

    def best(self, length: int, seed: str) -> list[tuple[str, int]]:
        """The first of the ranking, as codes with their scores."""
        boards = self.shelf.boards
        if length < 1 or not boards:
            return []
        most = [self.bounds.most(board) for board in boards]
        near = max(most) * _FIRST_BOARDS // 1000
        self._look([board for board, its in zip(boards, most, strict=True) if its >= near], length)
        for board, its in zip(boards, most, strict=True):
            if self._bar(length) <= its < near:
                self._look([board], length)
        bar = self._bar(length)
        rows = [(code, score) for score, code in self._found if score >= bar]
        return sorted(rows, key=lambda row: place(row[1], row[0], self.today, seed))[:length]

    def _look(self, boards: list[Board], length: int) -> None:
        """Score what could reach the list, the most promising first."""
        every = [self.bounds.of(board) for board in boards]
        tried = {(at, n) for at, board in enumerate(boards) for n in board.always}
        if len(self._heap) < length:
            tried |= _promising(every, _FIRST * length)
        for at, n in tried:
            self._try(boards[at], n, length)
        least = self._least(length)
        rest = [(bounds[n], at, n) for at, bounds in enumerate(every) for n in lanes.places_from(least, bounds)]
        rest.sort(reverse=True)
        for bound, at, n in rest:
            if bound < least:
                break
            if (at, n) not in tried and self._try(boards[at], n, length):
                least = self._least(length)

    def _bar(self, length: int) -> int:
        """The score that a project needs to reach the list."""
        return self._heap[0] if len(self._heap) == length else 0

    def _least(self, length: int) -> int:
        """The bound that it needs."""
        return self.bounds.least(self._heap[0]) if len(self._heap) == length else 0

    # Scores, one by one

    def _try(self, board: Board, n: int, length: int) -> bool:
        """Whether the bar is another one now."""
        score = self._score(board, n, self._bar(length))
        if score is None:
            return False
        self._found.append((score, board.codes[n]))
        if len(self._heap) < length:
            heappush(self._heap, score)
        elif score > self._heap[0]:
            heapreplace(self._heap, score)
        else:
            return False
        return True

    def _score(self, board: Board, n: int, bar: int) -> int | None:
        """As `scoring.score`; None where it is below the bar, or where the filter keeps the person from it."""
        weights = self.weights
        left = factor(board.chances[n], board.prices[n], weights)
        wants, rate = self._interest(board, n), board.answers[n]
        most, cover = interns_side(wants, 1000, rate, weights), self._cover(board, n)
        if left * harmonic(hosts_side(cover, 1000, weights), most) // MOST < bar:
            return None
        hosts = hosts_side(cover, self._closeness(board, n), weights)
        if left * harmonic(hosts, most) // MOST < bar:
            return None
        fits = self._fits(board.timings[n], board.terms[n])
        if fits is None or by_sides(self.standing, board.organizations[n], board.codes[n]):
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

    def _cover(self, board: Board, n: int) -> int:
        total = worth = 0
        credits = self._credits
        for skill, weight in board.needs_of(n):
            total += weight
            worth += weight * credits.get(skill, UNKNOWN)
        return worth // total if total else UNKNOWN

    def _closeness(self, board: Board, n: int) -> int:
        if not self.bounds.norm or not board.sums[n]:
            return UNKNOWN
        dot = common = 0
        for skill, weight in board.vector_of(n):
            if own := self._vector.get(skill):
                dot += own * weight
                common += min(own, weight)
        return likeness(dot, common, (self.bounds.norm, board.norms[n]), self.bounds.sum + board.sums[n])

    def _interest(self, board: Board, n: int) -> int:
        interests = self.reader.interests
        if not interests:
            return UNSAID_INTERESTS
        if board.categories[n] in interests:
            return 1000
        skills = [skill for skill, _ in board.needs_of(n)]
        return 1000 * sum(skill in self.bounds.wanted for skill in skills) // len(skills) if skills else 0


def _promising(every: list[bytes], count: int) -> set[tuple[int, int]]:
    """About so many places with the highest bounds, each with the number of its lane."""
    least, above = 0, 256  # at or above the one are as many as asked for, at or above the other are fewer
    while above - least > 1:
        middle = (least + above) // 2
        if sum(len(bounds.translate(None, _BYTES[:middle])) for bounds in every) >= count:
            least = middle
        else:
            above = middle
    found = ((at, n) for at, bounds in enumerate(every) for n in lanes.places_from(least, bounds))
    return set(islice(found, 3 * count))

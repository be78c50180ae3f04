"""What the bytes of a shelf's lanes come to for one person: the most that each part of a score can be, as steps.

The logarithm of a harmonic mean bends down everywhere, so it is nowhere above a plane that touches it. The bound of a
score is therefore a sum of logarithms, closest for sides as unequal as this person's usually are.
"""

from __future__ import annotations

from functools import lru_cache
from math import floor, isqrt, log2

from firstfoot.market.matching import lanes
from firstfoot.market.matching.credits import UNKNOWN, squared
from firstfoot.market.matching.features import UNSAID_HOURS, UNSAID_INTERESTS, Reader, is_wanted, zone_nearness
from firstfoot.market.matching.filtering import by_terms
from firstfoot.market.matching.scoring import MOST, factor, harmonic, hosts_side, interns_side
from firstfoot.market.matching.seeking import Standing
from firstfoot.market.matching.shelf import SPREAD, Board, Shelf
from firstfoot.market.matching.weights import Weights

_HOSTS, _INTERNS, _CHANCE, _PRICE = 90, 45, 85, 30  # steps that each part of a bound may count
_ALL = _HOSTS + _INTERNS + _CHANCE + _PRICE
_LOG = 120  # steps that each of the two parts of closeness may count
_FULL = 250  # what a side that could not be better comes to, before it is made a logarithm
_ABOVE = 1000 - UNKNOWN
_OWN = 16  # what the person has beside a project is told apart so finely
_USUAL_HOSTS = 450_000  # the hosts' side of what stands in a list


class Bounds:
    """Upper bounds for one person, read once."""

    def __init__(self, shelf: Shelf, reader: Reader, standing: Standing, weights: Weights) -> None:
        self.shelf, self.reader, self.standing, self.weights = shelf, reader, standing, weights
        credits = {shelf.skills[s]: worth for s, worth in reader.credits.items() if s in shelf.skills}
        own = {shelf.skills[s]: weight for s, weight in reader.vector.items() if s in shelf.skills}
        self.norm, self.sum = squared(reader.vector), sum(reader.vector.values())
        self._worths = lanes.grouped({s: w - UNKNOWN for s, w in credits.items() if w > UNKNOWN}, _ABOVE)
        self._alike = lanes.grouped(own, isqrt(self.norm) or 1)
        self.wanted = self._all_wanted()
        most_worth = max([UNKNOWN, *credits.values()])
        self._most_hosts = hosts_side(most_worth, 1000 if self.norm else UNKNOWN, weights)
        self._most_interns = self._interns_at_most(1000)
        self._lay_tables()

    def _lay_tables(self) -> None:
        weights, hours = self.weights, self.reader.seeker.hours_a_week
        usual = min(self._most_hosts, _USUAL_HOSTS) if self.norm else self._most_hosts
        pull = round(32 * self._most_interns / (usual + self._most_interns)) / 32  # of the hosts' side on the mean
        hosts, interns = self._most_hosts / MOST, self._most_interns / MOST
        self._whole = 2 ** (1 + pull * log2(pull * hosts) + (1 - pull) * log2((1 - pull) * interns))
        self._hosts_table = _side_table(_HOSTS, round(_FULL * hosts + 0.5), pull)
        self._interns_table = _side_table(_INTERNS, round(_FULL * interns + 0.5), 1 - pull)
        self._hours_table, self._suffices = _hours_table(weights, hours), _suffices_table(hours)
        self._kind_table, (self._near_table, self._comes) = self._wants(), self._near()

    def least(self, bar: int) -> int:
        """The bound that a project needs, to score so much."""
        return max(0, floor(lanes.steps(bar / MOST, self._whole, _ALL) - 1e-6))

    def most(self, board: Board) -> int:
        """What no score on this board is above; below 0 where nobody with so few hours may see any of it."""
        own, (chance, price, rate) = self.reader.seeker.hours_a_week, board.best
        if own is not None and board.least_hours > own:
            return -1
        return factor(chance, price, self.weights) * harmonic(self._most_hosts, self._interns_at_most(rate)) // MOST

    def of(self, board: Board) -> bytes:
        """The logarithm of what each score could be at most, in steps; 0 where hours or terms bar the person."""
        weights = self.weights
        covered = board.covered.summed(self._worths)
        hosts = lanes.added(covered.translate(_cover_table(weights)), self._closeness(board))
        interns = lanes.added(
            board.kind_lane.translate(self._kind_table), board.hours_lane.translate(self._hours_table),
            board.terms_lane.translate(self._near_table), board.answer_lane.translate(_answer_table(weights)),
        )  # fmt: skip
        every = (
            hosts.translate(self._hosts_table), interns.translate(self._interns_table),
            board.chance_lane.translate(_chance_table(weights)), board.price_lane.translate(_price_table(weights)),
        )  # fmt: skip
        return lanes.masked(
            every, (board.terms_lane.translate(self._comes), board.hours_lane.translate(self._suffices))
        )

    def _closeness(self, board: Board) -> bytes:
        unit = _hosts_unit(self.weights) * self.weights.closeness
        if not self.norm:
            return bytes([lanes.up(unit * UNKNOWN)]) * len(board)
        shared = _shared_table(lanes.WHOLE * self.sum // board.largest // _OWN * _OWN)
        common, alike = board.common.summed_twice(self._alike)
        both = lanes.added(common.translate(shared), alike.translate(_cosine_table()), board.spread_lane)
        return both.translate(_close_table(unit))

    def _interns_at_most(self, rate: int) -> int:
        hours = UNSAID_HOURS if self.reader.seeker.hours_a_week is None else 1000
        wants = 1000 if self.reader.interests else UNSAID_INTERESTS
        return interns_side(wants, (hours + 2000) // 3, rate, self.weights)

    def _all_wanted(self) -> set[int]:
        interests, shelf = self.reader.interests, self.shelf
        if interests.isdisjoint(shelf.skills):  # it knows the wider ones, too
            return set()
        return {n for skill, n in shelf.skills.items() if is_wanted(skill, interests, shelf.lexicon)}

    def _wants(self) -> bytes:
        unit, interests = _interns_unit(self.weights) * self.weights.interests, self.reader.interests
        if not interests:
            return bytes([lanes.up(unit * UNSAID_INTERESTS)]) * 256
        most, least = lanes.up(unit * 1000), lanes.up(unit * 1000) if self.wanted else 0
        row = bytes(most if kind in interests else least for kind in self.shelf.kinds)
        return row[:255].ljust(256, bytes([most]))

    def _near(self) -> tuple[bytes, bytes]:
        """What each terms' zone adds, and whether the filter lets them pass."""
        unit, seeker = _interns_unit(self.weights) * self.weights.slack / 3, self.reader.seeker
        terms = list(self.shelf.terms)[:255]
        near = bytes(lanes.up(unit * zone_nearness(seeker.offset, each.offset)) for each in terms)
        comes = bytes(0 if by_terms(seeker, self.standing, each) else 255 for each in terms)
        return near.ljust(256, bytes([lanes.up(unit * 1000)])), comes.ljust(256, b"\xff")


# Most tables are the same for everybody, or for those with the same weights.


def _hosts_unit(weights: Weights) -> float:
    return _FULL / (1000 * (weights.cover + weights.closeness))


def _interns_unit(weights: Weights) -> float:
    return _FULL / (1000 * (weights.interests + weights.slack + weights.answers))


@lru_cache(maxsize=512)
def _side_table(most: int, whole: int, pull: float) -> bytes:
    return lanes.table(lambda byte: lanes.steps(min(byte, whole), whole, most, lanes.OCTAVE * pull))


@lru_cache(maxsize=64)
def _cover_table(weights: Weights) -> bytes:
    unit = _hosts_unit(weights) * weights.cover
    return lanes.table(lambda byte: unit * min(1000, UNKNOWN + _ABOVE * byte / lanes.WHOLE))


@lru_cache(maxsize=512)
def _shared_table(own: int) -> bytes:
    """By the share of what is asked that is in common; `own` is what the person has, beside the most that is asked."""

    def most(byte: int) -> float:
        share = min(lanes.WHOLE, byte)
        return _log(share, own + lanes.WHOLE - share) if own + lanes.WHOLE > 2 * share else _LOG

    return lanes.table(most)


@lru_cache(maxsize=1)
def _cosine_table() -> bytes:
    """By the sum of what both sides weigh each skill in common."""
    return lanes.table(lambda byte: _log(byte, lanes.WHOLE))


def _log(part: float, whole: float) -> float:
    return lanes.steps(min(part + whole / 1000, whole), whole, _LOG, SPREAD)


@lru_cache(maxsize=64)
def _close_table(unit: float) -> bytes:
    return lanes.table(lambda steps: unit * (1000 * 2 ** min(0, (steps / 2 - _LOG) / SPREAD) + 1))


@lru_cache(maxsize=256)
def _hours_table(weights: Weights, own: int | None) -> bytes:
    """With the days on which the work could begin, all of them."""
    third = _interns_unit(weights) * weights.slack / 3
    return lanes.table(lambda needed: third * (_hours_slack(own, needed) + 1000))


@lru_cache(maxsize=128)
def _suffices_table(own: int | None) -> bytes:
    return bytes(255 if own is None or needed <= own else 0 for needed in range(256))


@lru_cache(maxsize=64)
def _answer_table(weights: Weights) -> bytes:
    unit = _interns_unit(weights) * weights.answers
    return lanes.table(lambda byte: unit * min(1000, byte / 0.255))


@lru_cache(maxsize=64)
def _chance_table(weights: Weights) -> bytes:
    return lanes.table(
        lambda byte: lanes.steps(min(1000, 1000 - weights.chance * (1000 - byte / 0.255) / 1000 + 1), 1000, _CHANCE)
    )


@lru_cache(maxsize=64)
def _price_table(weights: Weights) -> bytes:
    return lanes.table(lambda byte: lanes.steps(min(1000, 1000 - weights.price * byte / 255 + 1), 1000, _PRICE))


def _hours_slack(own: int | None, needed: int) -> int:
    """What the hours add to the slack, at most."""
    return UNSAID_HOURS if own is None else 500 + 500 * max(own - needed, 0) // max(own, 1)

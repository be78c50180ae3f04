"""One byte a project, for all projects at once: sums and look-ups over a hundred thousand of them in a moment.

Bytes are added as one long integer, so no sum may pass 255: whoever lays a lane keeps to that.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from math import ceil, floor, log2

WHOLE = 200  # what the shares of one project add up to, before each is rounded up
MOST_SHARES = 45  # with more of them the sum might leave its byte
DENSE = 700  # a term that so many projects have is laid out beforehand
STEPS = 8  # in which the worth of a term is rounded up
OCTAVE = 40  # steps of a logarithm to the base 2

type Row = tuple[array[int], bytearray]


class Shares:
    """For each term, by its number, which projects have it, and what share of the whole it is for each of them."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._rows: dict[int, Row] = defaultdict(lambda: (array("I"), bytearray()))
        self._dense: dict[int, int] = {}

    def add(self, place: int, weighed: Iterable[tuple[int, int]], total: int) -> None:
        """One project's terms with their weights, of that sum; at most MOST_SHARES of them, each once."""
        for term, weight in weighed:
            places, shares = self._rows[term]
            places.append(place)
            shares.append(-(-WHOLE * weight // total))

    def settle(self) -> None:
        """Lay out what many have; afterwards nothing is added."""
        for term in [term for term, (places, _) in self._rows.items() if len(places) >= DENSE]:
            lane = bytearray(self.size)
            for place, share in zip(*self._rows.pop(term), strict=True):
                lane[place] = share
            self._dense[term] = int.from_bytes(lane, "little")

    def summed(self, worths: Mapping[int, int]) -> bytes:
        """The shares of those terms added up, each times its worth (0..1000), rounded up."""
        dense: dict[int, int] = defaultdict(int)
        lane = bytearray(self.size)
        for term, worth in worths.items():
            step = -(-STEPS * worth // 1000)
            if term in self._dense:
                dense[step] += self._dense[term]
            elif term in self._rows:
                stepped = _stepped(step)
                for place, share in zip(*self._rows[term], strict=True):
                    lane[place] += stepped[share]
        return added(lane, *(lane_of(whole, self.size).translate(_stepped(step)) for step, whole in dense.items()))


def added(*lanes: bytes | bytearray) -> bytes:
    """The lanes of one size added up, byte by byte."""
    return lane_of(sum(int.from_bytes(lane, "little") for lane in lanes), len(lanes[0]))


def lane_of(whole: int, size: int) -> bytes:
    return whole.to_bytes(size, "little")


def table(of: Callable[[int], float]) -> bytes:
    """What each byte becomes, rounded up."""
    return bytes(min(255, max(0, ceil(of(byte) - 1e-9))) for byte in range(256))


def steps(value: float, whole: float, most: int) -> float:
    """How far a value lies below the whole, as steps of a logarithm under `most`; never below 0."""
    return max(0.0, most + OCTAVE * log2(value / whole)) if value > 0 else 0.0


def least_steps(value: int, whole: int, most: int) -> int:
    """The same, rounded down."""
    return max(0, floor(steps(value, whole, most) - 1e-6))


def places_from(least: int, lane: bytes) -> Iterator[int]:
    """Where a byte is at least so much."""
    if least <= 0:
        return iter(range(len(lane)))
    return (found.start() for found in _at_least(min(least, 255)).finditer(lane))


@cache
def _stepped(step: int) -> bytes:
    return table(lambda byte: byte * step / STEPS)


@cache
def _at_least(least: int) -> re.Pattern[bytes]:
    return re.compile(b"[\\x%02x-\\xff]" % least)

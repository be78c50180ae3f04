"""One byte a project, for all projects at once: sums and look-ups over a hundred thousand of them in a moment.

Bytes are added as one long integer, so no sum may pass 255: whoever lays a lane keeps to that.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from math import ceil, log2

WHOLE = 200  # what the shares of one project add up to, before each is rounded up
MOST_SHARES = 45  # with more of them the sum might leave its byte
DENSE = 24  # a term that so many projects of a board have is laid out beforehand
STEPS = 16  # in which the worth of a term is rounded up; a power of two
OCTAVE = 90  # steps of a logarithm to the base 2

type Row = tuple[array[int], bytearray]
type Groups = list[tuple[int, set[int]]]  # a worth (1..STEPS), the terms that have it


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
        self._rows = dict(self._rows)

    def summed(self, groups: Groups) -> bytes:
        """The shares of those terms added up, each times its worth, rounded up."""
        planes, sparse = [0] * STEPS.bit_length(), bytearray(self.size)
        for worth, terms in groups:
            dense = sum(map(self._dense.__getitem__, terms & self._dense.keys()))
            for power in _powers(worth):
                planes[power] += dense
            for term in terms & self._rows.keys():
                places, shares = self._rows[term]
                for place, share in zip(places, shares.translate(_stepped(worth)), strict=True):
                    sparse[place] += share
        return self._whole(sparse, planes)

    def summed_twice(self, groups: Groups) -> tuple[bytes, bytes]:
        """The shares added up as they are, and as `summed`."""
        planes, lanes = [0] * STEPS.bit_length(), (bytearray(self.size), bytearray(self.size))
        plain, (ones, sparse) = 0, lanes
        for worth, terms in groups:
            dense = sum(map(self._dense.__getitem__, terms & self._dense.keys()))
            plain += dense
            for power in _powers(worth):
                planes[power] += dense
            for term in terms & self._rows.keys():
                places, shares = self._rows[term]
                for place, share, less in zip(places, shares, shares.translate(_stepped(worth)), strict=True):
                    ones[place] += share
                    sparse[place] += less
        return lane_of(plain + int.from_bytes(ones, "little"), self.size), self._whole(sparse, planes)

    def _whole(self, sparse: bytearray, planes: list[int]) -> bytes:
        """What counts with each power of two is looked up once, however many worths there are."""
        whole = int.from_bytes(sparse, "little") + planes.pop()
        for power, plane in enumerate(planes):
            if plane:
                whole += int.from_bytes(lane_of(plane, self.size).translate(_stepped(1 << power)), "little")
        return lane_of(whole, self.size)


def added(*lanes: bytes | bytearray) -> bytes:
    """The lanes of one size added up, byte by byte."""
    return lane_of(sum(int.from_bytes(lane, "little") for lane in lanes), len(lanes[0]))


def masked(lanes: Iterable[bytes], masks: Iterable[bytes]) -> bytes:
    """The lanes added up, 0 where a mask is; a mask is 255 elsewhere."""
    every = list(lanes)
    whole = sum(int.from_bytes(lane, "little") for lane in every)
    for mask in masks:
        whole &= int.from_bytes(mask, "little")
    return lane_of(whole, len(every[0]))


def lane_of(whole: int, size: int) -> bytes:
    return whole.to_bytes(size, "little")


def table(of: Callable[[int], float]) -> bytes:
    """What each byte becomes, rounded up."""
    return bytes(up(of(byte)) for byte in range(256))


def grouped(parts: Mapping[int, int], whole: int) -> Groups:
    """Terms by what part of the whole each is worth, in STEPS rounded up."""
    found: dict[int, set[int]] = defaultdict(set)
    for term, part in parts.items():
        found[min(STEPS, -(-STEPS * part // whole))].add(term)
    return list(found.items())


def up(value: float) -> int:
    """A value as a byte, rounded up."""
    return min(255, max(0, ceil(value - 1e-9)))


def steps(value: float, whole: float, most: float, octave: float = OCTAVE) -> float:
    """How far a value lies below the whole, as steps of a logarithm under `most`; never below 0."""
    return max(0.0, most + octave * log2(value / whole)) if value > 0 else 0.0


def places_from(least: int, lane: bytes) -> Iterator[int]:
    """Where a byte is at least so much."""
    if least <= 0:
        return iter(range(len(lane)))
    return (found.start() for found in _at_least(min(least, 255)).finditer(lane))


@cache
def _powers(worth: int) -> tuple[int, ...]:
    return tuple(power for power in range(STEPS.bit_length()) if worth >> power & 1)


@cache
def _stepped(step: int) -> bytes:
    return table(lambda byte: byte * step / STEPS)


@cache
def _at_least(least: int) -> re.Pattern[bytes]:
    return re.compile(b"[\\x%02x-\\xff]" % least)

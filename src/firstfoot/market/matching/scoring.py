"""The score, and the order it gives: the harmonic mean of two sides, times the chance, times the price of being shown.

A caller builds a Lexicon once a night and asks `ranked(...)` for one person, or `searching.best(...)` where projects
are many; both give the same order. `exclusions(...)` says why a project is absent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from firstfoot.market.matching.features import Facts, Features, Reader, facts, features
from firstfoot.market.matching.filtering import exclusions
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Opening
from firstfoot.market.matching.seeking import Seeker, Standing
from firstfoot.market.matching.weights import Weights

MOST = 1_000_000  # the highest score there can be


@dataclass(frozen=True, slots=True)
class Match:
    """One project in one person's list: its score, and all that the score and its reasons come from."""

    opening: str  # its code
    score: int  # 0..MOST
    features: Features
    facts: Facts


def score(features: Features, weights: Weights) -> int:
    """0..MOST, in whole numbers; grows with each feature but the price, with which it falls.

    The harmonic mean is low as soon as one side is: what only one of them would want helps nobody.
    """
    return factor(features.chance, features.price, weights) * harmonic(
        hosts_side(features.cover, features.closeness, weights),
        interns_side(features.interests, features.slack, features.answers, weights),
    ) // MOST  # fmt: skip


def hosts_side(cover: int, closeness: int, weights: Weights) -> int:
    """0..MOST: how well the work would be done."""
    return 1000 * (weights.cover * cover + weights.closeness * closeness) // (weights.cover + weights.closeness)


def interns_side(interests: int, slack: int, answers: int, weights: Weights) -> int:
    """0..MOST: how much the person would want it."""
    total = weights.interests + weights.slack + weights.answers
    return 1000 * (weights.interests * interests + weights.slack * slack + weights.answers * answers) // total


def harmonic(one: int, other: int) -> int:
    return 2 * one * other // (one + other) if one + other else 0


def factor(chance: int, price: int, weights: Weights) -> int:
    """0..MOST: what chance and price leave of a score."""
    return (1000 - weights.chance * (1000 - chance) // 1000) * (1000 - weights.price * price // 1000)


def match(reader: Reader, opening: Opening, lexicon: Lexicon, weights: Weights, today: date) -> Match:
    """One project for one person, whether or not the filter lets it pass."""
    found = features(reader, opening, lexicon, today)
    return Match(opening.code, score(found, weights), found, facts(reader, opening))


def ranked(
    seeker: Seeker, standing: Standing, openings: Iterable[Opening], lexicon: Lexicon,
    weights: Weights, *, today: date, seed: str,
) -> list[Match]:  # fmt: skip
    """Every project that may stand in somebody's list, best first; the same all day for the same seed.

    `seed` only decides between equal scores: give something of the person that is not shown, such as a random token.
    """
    reader = Reader.of(seeker, lexicon)
    found = [
        match(reader, opening, lexicon, weights, today)
        for opening in openings
        if not exclusions(seeker, standing, opening, today)
    ]
    return sorted(found, key=lambda each: place(each.score, each.opening, today, seed))


def place(score: int, code: str, today: date, seed: str) -> tuple[int, int, str]:
    """What lists are sorted by: the score, then a draw that the day and the seed decide."""
    return -score, drawn(code, today, seed), code


def drawn(code: str, today: date, seed: str) -> int:
    """A number as good as random, the same whenever it is drawn again.

    >>> drawn("a", date(2026, 3, 2), "x") == drawn("a", date(2026, 3, 2), "x") != drawn("a", date(2026, 3, 3), "x")
    True
    """
    return int.from_bytes(blake2b(f"{seed} {today:%Y-%m-%d} {code}".encode(), digest_size=8).digest())

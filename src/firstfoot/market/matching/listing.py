"""A list as it is shown, in the order the person chose, and as it is kept so that it can be replayed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from firstfoot.market.matching.crowding import is_owed, with_assured_places
from firstfoot.market.matching.features import Facts, Features
from firstfoot.market.matching.needs import Opening
from firstfoot.market.matching.scoring import Match, drawn, score
from firstfoot.market.matching.weights import OWN, PUBLIC, Weights

KEPT_DAYS = 90
LENGTH = 20


class Order(StrEnum):
    """How a person wants their list."""

    MATCH = "match"
    DATE = "date"  # newest first
    RANDOM = "random"  # the seed is shown, so that anyone can draw it again


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of a list; `is_assured` where it stands in a place kept for new projects."""

    match: Match
    is_assured: bool = False


def listed(ranked: Sequence[Match], openings: Iterable[Opening], length: int = LENGTH) -> list[Shown]:
    """The first of a ranking, with the places that new projects are assured of; `openings` are those ranked."""
    owed = {opening.code for opening in openings if is_owed(opening.crowd)}
    placed = with_assured_places(ranked, lambda match: match.opening in owed, length)
    return [Shown(match, is_assured) for match, is_assured in placed]


def by_date(ranked: Iterable[Match], openings: Iterable[Opening]) -> list[Match]:
    """The newest first; those of one day by their code."""
    posted = {opening.code: opening.posted_on for opening in openings}
    return sorted(ranked, key=lambda match: (-posted[match.opening].toordinal(), match.opening))


def at_random(ranked: Iterable[Match], today: date, seed: str) -> list[Match]:
    """As the seed draws them for that day."""
    return sorted(ranked, key=lambda match: (drawn(match.opening, today, seed), match.opening))


def kept(shown: Sequence[Shown], weights: Weights, order: Order, *, today: date, seed: str) -> dict[str, Any]:
    """A shown list as JSON-ready codes and numbers: no name, no text; the caller adds whose it was, and drops it
    after KEPT_DAYS."""
    return {
        "on": today.isoformat(),
        "order": order.value,
        "seed": seed,
        "weights": weights.version if PUBLIC.get(weights.version) == weights else weights_row(weights),
        "rows": [
            [
                each.match.opening,
                each.match.score,
                each.match.features.as_row(),
                each.match.facts.as_row(),
                each.is_assured,
            ]
            for each in shown
        ],
    }


def replayed(stored: dict[str, Any]) -> list[Shown]:
    """A stored list again, each score computed anew from its stored features. Raises ValueError where one differs."""
    weights = weights_of(stored["weights"])
    found = []
    for code, was, row, numbers, is_assured in stored["rows"]:
        features = Features(*row)
        if score(features, weights) != was:
            raise ValueError(f"{code} was shown with {was}, its features say {score(features, weights)}")
        found.append(Shown(Match(code, was, features, Facts(*numbers)), is_assured))
    return found


def weights_row(weights: Weights) -> list[int]:
    return [
        weights.cover, weights.closeness, weights.interests, weights.slack, weights.answers, weights.chance,
        weights.price,
    ]  # fmt: skip


def weights_of(stored: str | list[int]) -> Weights:
    """The public set of that version, or the person's own."""
    if isinstance(stored, str):
        return PUBLIC[stored]
    cover, closeness, interests, slack, answers, chance, price = stored
    return Weights(cover, closeness, interests, slack, answers, chance, price, version=OWN)

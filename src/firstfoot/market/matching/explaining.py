"""Why a project stands where it does: reasons as codes and numbers, out of the very features that were scored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from firstfoot.market.matching.credits import UNKNOWN
from firstfoot.market.matching.features import UNSAID_INTERESTS, Facts, Features
from firstfoot.market.matching.rates import USUAL_ANSWERS
from firstfoot.market.matching.scoring import Match, score
from firstfoot.market.matching.weights import Weights


class Because(StrEnum):
    """Which feature a reason tells of; the page has a sentence for each, one for the better and one for the worse."""

    SKILLS = "cover"  # numbers: met, needs
    CLOSE = "closeness"
    INTERESTS = "interests"
    FITS = "slack"  # numbers: hours a week needed, hours a week one has (0 where not said)
    ANSWERS = "answers"  # numbers: answered, asked
    CHANCE = "chance"  # numbers: waiting, free seats
    PRICE = "price"


USUAL = Features(
    cover=UNKNOWN,
    closeness=UNKNOWN,
    interests=UNSAID_INTERESTS,
    slack=500,
    answers=1000 * USUAL_ANSWERS[0] // USUAL_ANSWERS[1],
    chance=333,  # two waiting for one place
    price=0,
)  # what each would be if nothing special were known


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. `effect` is what the score would lose without it; below zero it is a "lower because"."""

    code: Because
    numbers: tuple[int, ...]
    effect: int


def reasons(match: Match, weights: Weights) -> tuple[Reason, ...]:
    """Every reason that changes the score: what raises it first, the strongest ahead; then what lowers it, likewise.

    A page tells as many as it has room for. Skills not stated are no reason: see `features.unsaid`.
    """
    found = [reason_of(code, match, weights) for code in Because]
    told = [reason for reason in found if reason.effect]
    return tuple(sorted(told, key=lambda reason: (reason.effect < 0, -abs(reason.effect), reason.code)))


def reason_of(code: Because, match: Match, weights: Weights) -> Reason:
    """What one feature did to the score: the score, less what it would be with that feature as usual."""
    effect = match.score - score(without(match.features, code), weights)
    return Reason(code, numbers(code, match.facts), effect)


def without(features: Features, code: Because) -> Features:
    """The same features with one of them taken away: as it would be if nothing were known of it."""
    return replace(features, **{code.value: getattr(USUAL, code.value)})


def numbers(code: Because, facts: Facts) -> tuple[int, ...]:
    """What the sentence of a reason is filled with."""
    match code:
        case Because.SKILLS:
            return facts.met, facts.needs
        case Because.FITS:
            return facts.hours_a_week, facts.own_hours
        case Because.ANSWERS:
            return facts.answered, facts.asked
        case Because.CHANCE:
            return facts.waiting, facts.seats_free
    return ()

"""What a person's claims are worth for each skill a project may ask, and how alike two sets of skills are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isqrt

from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Need
from firstfoot.market.matching.seeking import Claim, Evidence, Level

UNKNOWN = 350  # of 1000: a skill nobody spoke of; above a known absence, below any claim
OF_LEVEL = {Level.BASIC: 700, Level.WORKING: 850, Level.STRONG: 950}
OF_EVIDENCE = {Evidence.SAID: 0, Evidence.SHOWN: 25, Evidence.CONFIRMED: 50}
NARROWER, WIDER, RELATED = 9, 4, 3  # tenths of what a claim is worth above unknown, for a skill that far from it
_STEP = 2  # a wider term weighs one part in so many, for each step up

type Vector = dict[str, int]


def credit(claim: Claim) -> int:
    """What a claim is worth for its own skill: 0 for a known absence, 700..1000 for what one can do."""
    return OF_LEVEL[claim.level] + OF_EVIDENCE[claim.evidence] if claim.level else 0


def credits_of(claims: Iterable[Claim], lexicon: Lexicon) -> dict[str, int]:
    """The worth of all claims for each skill they bear on; any other skill is UNKNOWN.

    One's own word on a skill decides. Else the best of: a narrower skill, for what is wider; a wider one, for what
    is narrower; a related one.
    """
    said = {claim.skill: credit(claim) for claim in claims}
    found: dict[str, int] = {}
    for skill, worth in said.items():
        if not worth:
            continue
        near = [(up, NARROWER) for up, _ in lexicon.wider(skill)]
        near += [(down, WIDER) for down in lexicon.narrower.get(skill, ())]
        near += [(side, RELATED) for side in lexicon.related.get(skill, ())]
        for code, tenths in near:
            found[code] = max(found.get(code, 0), UNKNOWN + (worth - UNKNOWN) * tenths // 10)
    return found | said


def cover(needs: Iterable[Need], credits: Mapping[str, int], lexicon: Lexicon) -> int:
    """0..1000: the worth of somebody's skills for what is asked, by importance times idf; UNKNOWN where nothing is.

    >>> lexicon = Lexicon(projects=7, uses={"sql": 3, "python": 3})
    >>> cover([Need("sql", 3), Need("python", 1)], {"sql": 850}, lexicon)
    725
    """
    weighed = [(need.importance * lexicon.idf(need.skill), credits.get(need.skill, UNKNOWN)) for need in needs]
    total = sum(weight for weight, _ in weighed)
    return sum(weight * worth for weight, worth in weighed) // total if total else UNKNOWN


def vector(weighed: Iterable[tuple[str, int]], lexicon: Lexicon) -> Vector:
    """Skills by weight times idf, with their wider terms at half for each step up; the greatest of each counts."""
    found: Vector = {}
    for skill, weight in weighed:
        found[skill] = max(found.get(skill, 0), weight * lexicon.idf(skill))
        for up, steps in lexicon.wider(skill):
            found[up] = max(found.get(up, 0), weight * lexicon.idf(up) // _STEP**steps)
    return found


def closeness(one: Vector, other: Vector) -> int:
    """0..1000: the geometric mean of the cosine and of the share in common (Ruzicka); 0 where either is empty.

    The cosine alone forgives what only one of them has; the share alone, how differently they weigh what both have.

    >>> closeness({"sql": 3, "css": 4}, {"sql": 5}), closeness({"sql": 3}, {"sql": 3})
    (446, 1000)
    """
    small, large = sorted((one, other), key=len)
    dot = common = 0
    for skill, weight in small.items():
        if also := large.get(skill):
            dot += weight * also
            common += min(weight, also)
    return likeness(dot, common, (squared(one), squared(other)), sum(one.values()) + sum(other.values()))


def likeness(dot: int, common: int, norms: tuple[int, int], total: int) -> int:
    """What `closeness` says, from the sums of products and of lesser weights, both squared lengths, both sums."""
    if not common:
        return 0
    cosine = isqrt(1_000_000 * dot * dot // (norms[0] * norms[1]))
    return isqrt(cosine * (1000 * common // (total - common)))


def squared(one: Vector) -> int:
    return sum(weight * weight for weight in one.values())

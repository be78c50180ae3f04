"""The list of people who opted in to be found, which a steward may turn on: three bands with evidence, never a score.

Within a band the order is drawn (`scoring.drawn`), so that no rank hides in it. What people did not say holds nobody
back: it counts as unknown, in the band as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firstfoot.market.matching.features import MET, Reader
from firstfoot.market.matching.needs import Opening
from firstfoot.market.matching.seeking import Claim, Evidence, Level


class Band(StrEnum):
    """How much of what a project asks for somebody's word covers."""

    MOST = "most"
    SOME = "some"
    OPEN = "open"  # little is said of it; that is not to say that they cannot


@dataclass(frozen=True, slots=True)
class Chip:
    """One skill asked for that somebody has, and what stands behind it."""

    skill: str
    level: Level
    evidence: Evidence


def band(reader: Reader, opening: Opening) -> Band:
    """MOST from two thirds of the needs by importance, SOME from one third."""
    total = sum(need.importance for need in opening.needs)
    met = sum(need.importance for need in opening.needs if reader.credits.get(need.skill, 0) >= MET)
    if total and 3 * met >= 2 * total:
        return Band.MOST
    return Band.SOME if total and 3 * met >= total else Band.OPEN


def chips(claims: tuple[Claim, ...], opening: Opening) -> tuple[Chip, ...]:
    """The person's own claims for what is asked, in the project's order; a known absence is nobody's business."""
    said = {claim.skill: claim for claim in claims if claim.level}
    found = [said[need.skill] for need in opening.needs if need.skill in said]
    return tuple(Chip(claim.skill, claim.level, claim.evidence) for claim in found)

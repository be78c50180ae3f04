"""The weights of the score: public, versioned, and the person's own to move."""

from __future__ import annotations

from dataclasses import dataclass

VERSION = "2026-1"
OWN = "own"


@dataclass(frozen=True, slots=True)
class Weights:
    """Integers 0..10 for the features of each side, 0..1000 for how far chance and price may lower a score.

    `version` names the public set; it is OWN where the person moved them, so a stored list always says which it was.
    Raises ValueError where one is out of bounds or a side has no weight at all.
    """

    cover: int = 3  # host's side
    closeness: int = 1
    interests: int = 3  # intern's side
    slack: int = 2
    answers: int = 2
    chance: int = 1000
    price: int = 500
    version: str = VERSION

    def __post_init__(self) -> None:
        parts = (self.cover, self.closeness, self.interests, self.slack, self.answers)
        if not all(0 <= part <= 10 for part in parts) or not all(0 <= p <= 1000 for p in (self.chance, self.price)):
            raise ValueError("A weight is out of bounds")
        if not (self.cover + self.closeness and self.interests + self.slack + self.answers):
            raise ValueError("A side has no weight")


PUBLIC = {VERSION: Weights()}  # every set that ever was in force, so that a stored list can be recomputed

"""The terms of an agreement: figures taken from a brief, changed by a counter, told in frozen sentences."""

from firstfoot.work.engagements.terms.amending import label_of, label_of_field
from firstfoot.work.engagements.terms.changing import (
    MOST_DAYS_TO_PAY,
    MOST_DAYS_TO_REPLY,
    Difference,
    amended,
    differences,
    fault_of,
    moved,
    results_touched,
)
from firstfoot.work.engagements.terms.effects import Effect, effects
from firstfoot.work.engagements.terms.figures import (
    PAY_WITHIN_DAYS,
    Parties,
    first_day,
    reading_step,
    standard_steps,
    terms_from_brief,
)
from firstfoot.work.engagements.terms.text import Amends, compose
from firstfoot.work.engagements.terms.wording import Piece, pieces

__all__ = [
    "MOST_DAYS_TO_PAY",
    "MOST_DAYS_TO_REPLY",
    "PAY_WITHIN_DAYS",
    "Amends",
    "Difference",
    "Effect",
    "Parties",
    "Piece",
    "amended",
    "compose",
    "differences",
    "effects",
    "fault_of",
    "first_day",
    "label_of",
    "label_of_field",
    "moved",
    "pieces",
    "reading_step",
    "results_touched",
    "standard_steps",
    "terms_from_brief",
]

"""The terms of an agreement: figures taken from a brief, changed by a counter, told in frozen sentences."""

from firstfoot.work.engagements.terms.changing import Difference, amended, differences, fault_of, moved
from firstfoot.work.engagements.terms.figures import (
    PAY_WITHIN_DAYS,
    Parties,
    first_day,
    standard_steps,
    terms_from_brief,
)
from firstfoot.work.engagements.terms.text import compose

__all__ = [
    "PAY_WITHIN_DAYS",
    "Difference",
    "Parties",
    "amended",
    "compose",
    "differences",
    "fault_of",
    "first_day",
    "moved",
    "standard_steps",
    "terms_from_brief",
]

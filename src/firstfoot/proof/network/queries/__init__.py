"""Reading who worked with whom, and who stays in touch."""

from firstfoot.proof.network.queries.pairs import Together, work_of_both, worked_with
from firstfoot.proof.network.queries.ties import (
    Known,
    asked_by,
    asked_of,
    in_touch,
    known_to,
    may_be_asked,
    question_by,
    question_to,
    reminders_due,
    tie_of,
    ties_to_lapse,
    to_ask,
    to_ask_beside,
    where_met,
)

__all__ = [
    "Known",
    "Together",
    "asked_by",
    "asked_of",
    "in_touch",
    "known_to",
    "may_be_asked",
    "question_by",
    "question_to",
    "reminders_due",
    "tie_of",
    "ties_to_lapse",
    "to_ask",
    "to_ask_beside",
    "where_met",
    "work_of_both",
    "worked_with",
]

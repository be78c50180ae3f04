"""Reading who worked with whom, who stays in touch, who is listed and whom a host worked with."""

from firstfoot.proof.network.queries.alumni import (
    WorkedFor,
    alumni_of,
    alumni_visible_to,
    hosts_worked_for,
    how_many_alumni,
    is_on_list_of,
    last_completed,
)
from firstfoot.proof.network.queries.bench import OnBench, bench_of, people_on_bench
from firstfoot.proof.network.queries.pairs import Together, work_of_both, worked_with
from firstfoot.proof.network.queries.ties import (
    Askable,
    Known,
    askable,
    asked_by,
    asked_of,
    in_touch,
    known_to,
    may_be_asked,
    may_be_asked_of,
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
    "Askable", "Known", "OnBench", "Together", "WorkedFor", "alumni_of", "alumni_visible_to", "askable", "asked_by",
    "asked_of", "bench_of", "hosts_worked_for", "how_many_alumni", "in_touch", "is_on_list_of", "known_to",
    "last_completed", "may_be_asked", "may_be_asked_of", "people_on_bench", "question_by", "question_to",
    "reminders_due", "tie_of", "ties_to_lapse", "to_ask", "to_ask_beside", "where_met", "work_of_both", "worked_with",
]  # fmt: skip

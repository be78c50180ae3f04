"""What people who worked together do to stay in touch."""

from firstfoot.proof.network.actions.erasing import erase_ties, tie_things
from firstfoot.proof.network.actions.keeping import end_reminder, keep, put_off_reminder
from firstfoot.proof.network.actions.ties import answer_tie, ask_to_stay, lapse_tie, part_tie, take_back_tie

__all__ = [
    "answer_tie",
    "ask_to_stay",
    "end_reminder",
    "erase_ties",
    "keep",
    "lapse_tie",
    "part_tie",
    "put_off_reminder",
    "take_back_tie",
    "tie_things",
]

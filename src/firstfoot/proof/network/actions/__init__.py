"""What people who worked together do to stay in touch, and what hosts keep of those they worked with."""

from firstfoot.proof.network.actions.alumni import alumnus_things, erase_alumni, list_as_alumnus, unlist_alumnus
from firstfoot.proof.network.actions.bench import bench_things, forget_bench_notes, note_on_bench
from firstfoot.proof.network.actions.erasing import erase_ties, tie_things
from firstfoot.proof.network.actions.keeping import end_reminder, keep, put_off_reminder
from firstfoot.proof.network.actions.ties import answer_tie, ask_to_stay, lapse_tie, part_tie, take_back_tie

__all__ = [
    "alumnus_things", "answer_tie", "ask_to_stay", "bench_things", "end_reminder", "erase_alumni", "erase_ties",
    "forget_bench_notes", "keep", "lapse_tie", "list_as_alumnus", "note_on_bench", "part_tie", "put_off_reminder",
    "take_back_tie", "tie_things", "unlist_alumnus",
]  # fmt: skip

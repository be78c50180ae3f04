"""The order in which a reviewer reads: drawn by lot for each of them, so that nobody is first for all."""

from __future__ import annotations

import hashlib
from typing import Any

from firstfoot.market.applications.marks import marks_of
from firstfoot.market.applications.queries import applications_to_mark


def seed_of(project: Any, reviewer: Any) -> str:
    """The lot of this reviewer for this project; shown on the page, the same each time."""
    return hashlib.sha256(f"{project.public_id} {reviewer.public_id}".encode()).hexdigest()[:8]


def lot(seed: str, public_id: str) -> str:
    """By what an application is sorted; it says nothing about it."""
    return hashlib.sha256(f"{seed} {public_id}".encode()).hexdigest()


def next_to_read(reviewer: Any, after: Any) -> str | None:
    """The public id of the next one that waits for this reviewer's mark, in their order; None when all are read."""
    seed = seed_of(after.project, reviewer)
    waiting = [a for a in applications_to_mark(after.project, reviewer) if a.pk != after.pk]
    marked = marks_of(reviewer, [a.pk for a in waiting])
    left = sorted(lot(seed, a.public_id) + a.public_id for a in waiting if a.pk not in marked)
    here = lot(seed, after.public_id)
    following = next((key for key in left if key > here), left[0] if left else None)
    return following[64:] if following else None

"""A mark, in words for reviewers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from firstfoot.market.applications.rubric import criteria_from
from firstfoot.web.shared.rubric_words import Scored, scored


@dataclass(frozen=True, slots=True)
class ToldMark:
    """Who wrote it, when, each score with its meaning, and the note."""

    reviewer: str
    at: datetime
    is_conflict: bool
    is_changed: bool
    scores: tuple[Scored, ...]
    note: str


def told(mark: Any) -> ToldMark:
    criteria = criteria_from(mark.rubric.criteria) if mark.rubric else ()
    is_changed = mark.updated_at != mark.given_at
    scores = tuple(scored(criteria, mark.scores))
    return ToldMark(mark.reviewer.name, mark.updated_at, mark.is_conflict, is_changed, scores, mark.note)

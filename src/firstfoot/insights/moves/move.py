"""A move: one thing that somebody may do next, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from firstfoot.foundation.journal.models import Chained


class Whose(StrEnum):
    """Whose move it is, as the reader sees it."""

    ME = "me"
    THEM = "them"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Move:
    """What may be done next with one thing. Words and address of each code stand in reactions/words.py."""

    code: str
    thing: Chained
    whose: Whose
    who: str = ""  # whom it waits for, as the reader may call them
    by: datetime | None = None
    since: datetime | None = None
    title: str = ""  # what it is about: the project, the organization
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_mine(self) -> bool:
        return self.whose == Whose.ME


_NEVER = datetime.max.replace(tzinfo=UTC)
_RANK = {Whose.ME: 0, Whose.THEM: 1, Whose.NOBODY: 2}


def in_order(moves: Iterable[Move]) -> list[Move]:
    """The reader's own first, then the others'; in each the most pressing first."""
    return sorted(moves, key=lambda move: (_RANK[move.whose], move.by or _NEVER, move.title, move.code))

"""The skills of the vocabulary that a brief asks for, and how much each matters."""

from __future__ import annotations

from collections.abc import Mapping

from firstfoot.market.projects.brief import Brief
from firstfoot.market.skills import codes_of

FIRST = 3  # so many of the skills are what the work stands on: hosts write those down first
TOOL, SKILL, FIRST_SKILL = 1, 2, 3


def skills_asked(brief: Brief, added: Mapping[str, str] | None = None) -> dict[str, int]:
    """Skill codes with their importance, from 1 (a tool) to 3 (named among the first skills).

    A skill named twice counts by where it matters more; words that neither the vocabulary nor `added` (word to code)
    knows are left out.

    >>> skills_asked(Brief(skills=("SQL", "Basket weaving"), tools=("Postgres", "sql")))
    {'sql': 3, 'postgresql': 1}
    """
    named = [(word, FIRST_SKILL if place < FIRST else SKILL) for place, word in enumerate(brief.skills)]
    found: dict[str, int] = {}
    for word, importance in [*named, *((word, TOOL) for word in brief.tools)]:
        for code in codes_of(word) or _one((added or {}).get(word, "")):
            found[code] = max(importance, found.get(code, 0))
    return found


def unknown_words(brief: Brief) -> list[str]:
    """The skills and tools that our own vocabulary does not know."""
    return [word for word in (*brief.skills, *brief.tools) if not codes_of(word)]


def _one(code: str) -> tuple[str, ...]:
    return (code,) if code else ()

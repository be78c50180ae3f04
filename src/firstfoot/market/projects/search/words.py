"""All that a project is found by, in words that every database finds alike."""

from __future__ import annotations

from typing import NamedTuple

from firstfoot.kernel.words import cut, folded, joined, words_of
from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.skills_asked import skills_asked
from firstfoot.market.skills import vocabulary

__all__ = ["Searchable", "cut", "folded", "place_text", "searchable", "words_of"]


class Searchable(NamedTuple):
    """All that a project is found by, in words with one space between; `text` holds the other two as well."""

    title: str
    skills: str
    text: str


def searchable(brief: Brief, organization_name: str) -> Searchable:
    """All that a project is found by; its skills by everything that the vocabulary knows them as."""
    skills = vocabulary().skills
    known = [phrase for code in skills_asked(brief) for phrase in skills[code].phrases]
    named = joined(*brief.skills, *brief.tools, *known)
    rest = (
        brief.title, brief.outcome, brief.problem, brief.audience, brief.category, brief.place, organization_name,
        *brief.skills, *brief.tools, *brief.in_scope, *(item.title for item in brief.deliverables),
    )  # fmt: skip
    return Searchable(joined(brief.title), named, joined(*rest))


def place_text(brief: Brief, city: str) -> str:
    """Where a project is done, as it is looked for; that of a remote one is where its host is."""
    return folded(f"{brief.place} {city}")[:220]

"""Words as every database alike keeps and finds them: folded, and cut where neither of them would cut otherwise."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.skills_asked import skills_asked
from firstfoot.market.skills import vocabulary

MOST_WORDS = 8  # of one search; the rest is left out
LONGEST = 64  # characters of a word, and
MOST_KEPT = 10_000  # words of a text: PostgreSQL refuses texts of more than a megabyte
_WORD = re.compile(r"[^\W_]+")
# Names that are told from others by a mark alone.
_MARKED = (
    (re.compile(r"\bc\+\+"), "cpp"),
    (re.compile(r"\b([cfj])#"), r"\1sharp"),
    (re.compile(r"\B\.net\b"), "dotnet"),
)


class Searchable(NamedTuple):
    """All that a project is found by, in words with one space between; `text` holds the other two as well."""

    title: str
    skills: str
    text: str


def folded(text: str) -> str:
    """Lower case without accents, one space between words.

    >>> folded("  Crème  BRÛLÉE, Straße")
    'creme brulee, strasse'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(plain.split())


def cut(text: str) -> list[str]:
    """The words of a text, folded, letters and digits only.

    >>> cut("Agot’s C++ and C#, node.js")
    ['agot', 's', 'cpp', 'and', 'csharp', 'node', 'js']
    """
    plain = folded(text)
    for marked, name in _MARKED:
        plain = marked.sub(name, plain)
    return [word[:LONGEST] for word in _WORD.findall(plain)[:MOST_KEPT]]


def words_of(text: str) -> tuple[str, ...]:
    """The words somebody searches for, each once.

    >>> words_of("Café café, menu")
    ('cafe', 'menu')
    """
    return tuple(dict.fromkeys(cut(text[: MOST_WORDS * LONGEST])))[:MOST_WORDS]


def searchable(brief: Brief, organization_name: str) -> Searchable:
    """All that a project is found by; its skills by everything that the vocabulary knows them as."""
    skills = vocabulary().skills
    known = [phrase for code in skills_asked(brief) for phrase in skills[code].phrases]
    named = _joined(*brief.skills, *brief.tools, *known)
    rest = (
        brief.title, brief.outcome, brief.problem, brief.audience, brief.category, brief.place, organization_name,
        *brief.skills, *brief.tools, *brief.in_scope, *(item.title for item in brief.deliverables),
    )  # fmt: skip
    return Searchable(_joined(brief.title), named, _joined(*rest))


def place_text(brief: Brief, city: str) -> str:
    """Where a project is done, as it is looked for; that of a remote one is where its host is."""
    return folded(f"{brief.place} {city}")[:220]


def _joined(*texts: str) -> str:
    return " ".join(cut("\n".join(texts)))

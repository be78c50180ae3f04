"""Folding text, so that a search finds "Café" by "cafe" on every database alike."""

from __future__ import annotations

import unicodedata

from firstfoot.market.projects.brief import Brief

MOST_WORDS = 8  # of one search; the rest is left out


def folded(text: str) -> str:
    """Lower case without accents, one space between words.

    >>> folded("  Crème  BRÛLÉE, Straße")
    'creme brulee, strasse'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(plain.split())


def words_of(text: str) -> tuple[str, ...]:
    """The words somebody searches for, folded, each once.

    >>> words_of("Café café, menu")
    ('cafe', 'menu')
    """
    words = (word.strip(".,;:!?\"'()") for word in folded(text.replace("\x00", " ")).split())
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_WORDS]


def searchable(brief: Brief, organization_name: str) -> str:
    """All that a project is found by."""
    parts = (
        brief.title, brief.outcome, brief.problem, brief.audience, brief.category, brief.place, organization_name,
        *brief.skills, *brief.tools, *brief.in_scope, *(item.title for item in brief.deliverables),
    )  # fmt: skip
    return folded("\n".join(parts))


def place_text(brief: Brief, city: str) -> str:
    """Where a project is done, as it is looked for; that of a remote one is where its host is."""
    return folded(f"{brief.place} {city}")[:220]

"""Words as every database alike keeps and finds them: folded, and cut where neither of them would cut otherwise."""

from __future__ import annotations

import re
import unicodedata

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


def joined(*texts: str) -> str:
    """All words of the texts, one space between."""
    return " ".join(cut("\n".join(texts)))

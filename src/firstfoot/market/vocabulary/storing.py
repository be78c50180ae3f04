"""Puts skills, phrases and their beginnings down by the hundred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import batched

from firstfoot.market.skills import folded, keyed
from firstfoot.market.vocabulary.models import LONGEST, Beginning, Phrase

AT_A_TIME = 500
_SMALL_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)


def store_phrases(phrases: Iterable[Phrase]) -> None:
    """Insert phrases that are not there yet, each with what it begins with."""
    for some in batched(phrases, AT_A_TIME):
        stored = Phrase.objects.bulk_create(some)
        Beginning.objects.bulk_create(
            (Beginning(opening=opening, phrase=phrase) for phrase in stored for opening in openings(phrase)),
            batch_size=AT_A_TIME,
        )


def key_of(word: str) -> str:
    """By what a phrase is found; as long as the column, since some signs are folded to several."""
    return keyed(word)[:LONGEST]


def openings(phrase: Phrase) -> Iterator[bytes]:
    """A name from each of its words on, an alias from its first."""
    words = folded(phrase.words)[:LONGEST].split()
    for start, word in enumerate(words if phrase.is_name else words[:1]):
        if not start or word not in _SMALL_WORDS:
            yield " ".join(words[start:]).encode()

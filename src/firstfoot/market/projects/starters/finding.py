"""Finding a starter by everyday words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from firstfoot.market.projects.search.words import folded, words_of
from firstfoot.market.projects.starters.starter import Starter

# Words that say nothing of what the work is about.
FILLING = frozenset({
    "a", "an", "and", "for", "i", "in", "is", "me", "new", "my", "need", "of", "on", "or", "our", "project",
    "some", "the", "to", "us", "we", "want", "with",
})  # fmt: skip
_MARKS = str.maketrans(dict.fromkeys(",.;:()/?!'\"’“”-", " "))


@dataclass(frozen=True, slots=True)
class Entry:
    """One starter with the words it is found by."""

    starter: Starter
    title: frozenset[str]
    names: frozenset[str]
    text: frozenset[str]

    @classmethod
    def of(cls, starter: Starter) -> Self:
        brief = starter.brief
        text = (
            starter.title, starter.summary, starter.who_its_for, starter.category, *starter.words,
            brief.title, brief.outcome, *brief.skills, *brief.tools, *brief.in_scope,
            *(item.title for item in brief.deliverables),
        )  # fmt: skip
        return cls(starter, _words(starter.title), _words(*starter.words), _words(*text))

    def weight(self, word: str) -> int:
        """0 when it does not hold the word, most when its title does."""
        places = ((self.title, 3), (self.names, 2), (self.text, 1))
        return next((weight for words, weight in places if _holds(words, word)), 0)


def found_in(entries: Iterable[Entry], text: str) -> tuple[Starter, ...]:
    """Those that hold every word of `text`: first by title, then by everyday name, then by the rest."""
    asked = [word for word in words_of(text.translate(_MARKS)) if word not in FILLING]
    weighed = [(entry, [entry.weight(word) for word in asked]) for entry in entries]
    hits = [(entry, sum(weights)) for entry, weights in weighed if all(weights)]
    return tuple(entry.starter for entry, _ in sorted(hits, key=lambda hit: -hit[1]))


def _holds(words: frozenset[str], asked: str) -> bool:
    """Whether a word begins with the one asked for; "videos" finds "video" too."""
    start = asked.removesuffix("s") if len(asked) > 3 else asked
    return any(word.startswith(start) for word in words)


def _words(*texts: str) -> frozenset[str]:
    return frozenset(folded(" ".join(texts)).translate(_MARKS).split())

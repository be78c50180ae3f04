"""Which things of a list a text is most like, by its words alone: stems, groups of letters, and how rare each is.

It knows no vocabulary of its own: `Likeness([Entry("sql", ("SQL", "queries"), "Reading databases"), ...])` is built
once, `rank("wrote SQL queries")` gives keys, most alike first. It serves a phrase, a sentence, or a whole text.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isqrt

from firstfoot.market.matching.lexicon import log2_milli

LETTERS = 4  # in a group
OF_WORDS, OF_LETTERS, OF_NAME, OF_ABOUT = 2, 2, 2, 1  # what each likeness weighs in the whole
_ALL = OF_WORDS + OF_LETTERS + OF_NAME + OF_ABOUT
_UNIT = 10_000  # the length of a vector
_MILLION = 1_000_000
_LN_2 = 693  # thousandths: a term said n times weighs 1 + ln n
_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_EMPTY = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "by", "can", "for", "from", "has", "have", "i", "in", "is", "it", "its",
    "of", "on", "or", "our", "that", "the", "this", "to", "we", "will", "with", "you", "your",
})  # fmt: skip
_ENDINGS = ("ational", "ations", "ation", "ities", "ings", "ing", "ies", "ed", "es", "s", "ity", "e", "y")
_STEM = 4  # letters that are left, at least

type Bag = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be found: its key, what it is called (its name first), and a text about it."""

    key: str
    phrases: tuple[str, ...] = ()
    about: str = ""


class Likeness:
    """An index over entries; the work of `rank` grows with the postings of its words, not with all entries."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._owner = array("I", (n for n, entry in enumerate(self._entries) for _ in entry.phrases))
        self._names = {place for place, owner in enumerate(self._owner) if not place or self._owner[place - 1] != owner}
        phrases = [phrase for entry in self._entries for phrase in entry.phrases]
        self._words, self._letters = Vectors(map(stems, phrases)), Vectors(map(groups, phrases))
        self._about = Vectors(stems(entry.about) for entry in self._entries)

    def rank(self, text: str, limit: int = 10) -> list[tuple[str, int]]:
        """At most `limit` keys with how alike they are, 0..1000, most alike first; equals in the order of entries."""
        words, letters = self._words.alike(stems(text)), self._letters.alike(groups(text))
        best: dict[int, int] = {}
        names: dict[int, int] = {}
        for place in words.keys() | letters.keys():
            owner, by_letters = self._owner[place], letters.get(place, 0)
            best[owner] = max(best.get(owner, 0), OF_WORDS * words.get(place, 0) + OF_LETTERS * by_letters)
            if place in self._names:
                names[owner] = OF_NAME * by_letters
        about = self._about.alike(stems(text))
        found = {
            owner: best.get(owner, 0) + names.get(owner, 0) + OF_ABOUT * about.get(owner, 0)
            for owner in best.keys() | about.keys()
        }
        order = sorted(found, key=lambda owner: (-found[owner], owner))[:limit]
        return [(self._entries[owner].key, found[owner] // (1000 * _ALL)) for owner in order]


class Vectors:
    """Bags of terms as vectors of one length, weighed by log2((n + 1) / (uses + 1)), kept by term."""

    def __init__(self, bags: Iterable[Bag]) -> None:
        held = list(bags)
        uses = Counter(term for bag in held for term in bag)
        self._idf = {term: log2_milli(len(held) + 1, n + 1) for term, n in uses.items()}
        self._places: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._weights: dict[str, array[int]] = defaultdict(lambda: array("H"))
        for place, bag in enumerate(held):
            for term, weight in self._weighed(bag):
                self._places[term].append(place)
                self._weights[term].append(weight)

    def alike(self, bag: Bag) -> dict[int, int]:
        """The cosine with each bag that has a term in common, 0..1,000,000, by its place."""
        dots: dict[int, int] = defaultdict(int)
        for term, weight in self._weighed(bag):
            for place, other in zip(self._places[term], self._weights[term], strict=True):
                dots[place] += weight * other
        return {place: dot * _MILLION // _UNIT**2 for place, dot in dots.items()}

    def _weighed(self, bag: Bag) -> list[tuple[str, int]]:
        """Each known term with its share of a vector of length _UNIT."""
        raw = [
            (term, self._idf[term] * (1000 + log2_milli(n, 1) * _LN_2 // 1000))
            for term, n in bag.items()
            if term in self._idf
        ]
        length = isqrt(sum(weight * weight for _, weight in raw))
        return [(term, _UNIT * weight // length) for term, weight in raw] if length else []


def stems(text: str) -> Counter[str]:
    """The words that say something, without their endings, each with how often it stands there.

    >>> dict(stems("Testing the tests of C++"))
    {'test': 2, 'c++': 1}
    """
    return Counter(stem(word) for word in words(text) if word not in _EMPTY)


def stem(word: str) -> str:
    """A word without the first ending that leaves enough of it.

    >>> [stem(word) for word in ("negotiation", "negotiate", "studies", "css")]
    ['negoti', 'negotiat', 'stud', 'css']
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


def groups(text: str) -> Counter[str]:
    """All groups of four letters in each word, its beginning and end being letters, too.

    >>> sorted(groups("data SQL"))
    [' dat', ' sql', 'ata ', 'data', 'sql ']
    """
    return Counter(group for word in words(text) for group in _groups(f" {word} "))


def words(text: str) -> list[str]:
    """Folded to lower case without accents; + and # stay where they tell C++ and C# from C."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return _WORD.findall(plain)


def _groups(padded: str) -> Iterator[str]:
    for start in range(max(1, len(padded) - LETTERS + 1)):
        yield padded[start : start + LETTERS]

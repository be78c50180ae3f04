"""Plain rankers of texts to hold ours against: TF-IDF, BM25 and SQLite's FTS5, each in a few lines."""

from __future__ import annotations

import math
import re
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

type Terms = Callable[[str], Iterable[str]]
type Scores = dict[int, float]

_WORD = re.compile(r"\w+")


def plain(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def letters(text: str) -> list[str]:
    """Groups of three to five letters in each word, its ends being spaces."""
    padded = [f" {word} " for word in plain(text)]
    return [word[n : n + size] for word in padded for size in (3, 4, 5) for n in range(max(1, len(word) - size + 1))]


class Tfidf:
    """The cosine of 1 + ln tf times 1 + ln((n + 1) / (df + 1))."""

    def __init__(self, texts: Sequence[str], terms: Terms) -> None:
        self._terms = terms
        bags = [Counter(terms(text)) for text in texts]
        df = Counter(term for bag in bags for term in bag)
        self._idf = {term: 1 + math.log((len(bags) + 1) / (n + 1)) for term, n in df.items()}
        self._places: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._weights: dict[str, array[float]] = defaultdict(lambda: array("f"))
        for place, bag in enumerate(bags):
            for term, weight in self._weighed(bag).items():
                self._places[term].append(place)
                self._weights[term].append(weight)

    def __call__(self, text: str) -> Scores:
        found: Scores = defaultdict(float)
        for term, weight in self._weighed(Counter(self._terms(text))).items():
            for place, other in zip(self._places[term], self._weights[term], strict=True):
                found[place] += weight * other
        return found

    def _weighed(self, bag: Counter[str]) -> dict[str, float]:
        raw = {t: (1 + math.log(n)) * self._idf[t] for t, n in bag.items() if t in self._idf}
        length = math.sqrt(sum(weight * weight for weight in raw.values()))
        return {term: weight / length for term, weight in raw.items()}


class Bm25:
    """Okapi BM25 in Lucene's form, k1 1.5 and b 0.75."""

    def __init__(self, texts: Sequence[str], terms: Terms = plain) -> None:
        self._terms, bags = terms, [Counter(terms(text)) for text in texts]
        mean = sum(bag.total() for bag in bags) / len(bags)
        self._found: dict[str, list[tuple[int, float]]] = defaultdict(list)
        df = Counter(term for bag in bags for term in bag)
        for place, bag in enumerate(bags):
            for term, n in bag.items():
                idf = math.log(1 + (len(bags) - df[term] + 0.5) / (df[term] + 0.5))
                weight = idf * n / (n + 1.5 * (0.25 + 0.75 * bag.total() / mean))
                self._found[term].append((place, weight))

    def __call__(self, text: str) -> Scores:
        found: Scores = defaultdict(float)
        for term in self._terms(text):
            for place, weight in self._found.get(term, ()):
                found[place] += weight
        return found


class Fts5:
    """SQLite's full-text search, any of the words."""

    def __init__(self, texts: Sequence[str], tokenizer: str = "unicode61 remove_diacritics 2") -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.execute(f"CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='{tokenizer}')")
        self._db.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", enumerate(texts))

    def __call__(self, text: str) -> Scores:
        asked = " OR ".join(f'"{word}"' for word in plain(text))
        if not asked:
            return {}
        query = "SELECT rowid, -bm25(texts) FROM texts WHERE texts MATCH ?"
        return dict(self._db.execute(query, (asked,)).fetchall())


def reciprocal_rank(scores: Scores, right: set[int]) -> float:
    """One by the place of the first right one; equals share their places. 0 where none is found."""
    best = max((scores.get(place, 0.0) for place in right), default=0.0)
    if best <= 0:
        return 0.0
    ahead = sum(score > best for score in scores.values())
    beside = sum(score == best for score in scores.values()) - 1
    return 1 / (1 + ahead + beside / 2)

"""Tells what somebody meant to type: the known word that is nearest to one that nothing holds.

Words and the letters they share are ordinary rows, so both databases answer alike, and PostgreSQL needs no extension.
A word stays when its projects close: what is suggested is searched for before anyone sees it.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.models import SearchGram, SearchTerm
from firstfoot.market.projects.search.words import cut, words_of

SHORTEST = 3  # letters of a word that may be mistyped
FIRST_LOOK = 30  # words with the most letters in common
NEAR = {3: 1, 4: 1, 5: 1, 6: 2, 7: 2}  # letters that may be wrong, by length
NEAR_LONG = 3


def terms_of(brief: Brief, organization_name: str) -> set[str]:
    """The words that a brief teaches the search."""
    texts = (brief.title, organization_name, *brief.skills, *brief.tools)
    return {word for word in cut("\n".join(texts)) if len(word) >= SHORTEST and not word.isdigit()}


def grams(word: str) -> set[str]:
    """Each three letters in a row, its ends marked.

    >>> sorted(grams("bun"))
    ['  b', ' bu', 'bun', 'un ']
    """
    marked = f"  {word} "
    return {marked[place : place + 3] for place in range(len(marked) - 2)}


def keep_terms(terms: Iterable[str]) -> None:
    """Learn the words that are new."""
    wanted = set(terms)
    new = wanted - set(SearchTerm.objects.filter(term__in=wanted).values_list("term", flat=True))
    if not new:
        return
    SearchTerm.objects.bulk_create([SearchTerm(term=term) for term in sorted(new)], ignore_conflicts=True)
    rows = SearchTerm.objects.filter(term__in=new)
    pieces = [SearchGram(gram=gram, term=row) for row in rows for gram in sorted(grams(row.term))]
    SearchGram.objects.bulk_create(pieces, ignore_conflicts=True)


def corrected(text: str) -> str:
    """The words of a search with each unknown one replaced by the nearest known; empty when none is replaced."""
    words = words_of(text)
    known = _known(words)
    better = [word if word in known else _nearest(word) or word for word in words]
    return " ".join(better) if better != list(words) else ""


def distance(one: str, other: str) -> int:
    """Letters to add, drop, change or swap with the next, to get from one word to the other.

    Optimal string alignment, after Damerau (1964) and Levenshtein (1966).

    >>> distance("bakrey", "bakery"), distance("desing", "design"), distance("bun", "bun")
    (1, 1, 0)
    """
    before, above = list[int](), list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, theirs in enumerate(other, 1):
            least = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != theirs))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == theirs:
                least = min(least, before[column - 2] + 1)
            here.append(least)
        before, above = above, here
    return above[-1]


def _known(words: tuple[str, ...]) -> set[str]:
    """Words that need no correcting: known ones, short ones, and what a known one begins with at the end."""
    known = {word for word in words if len(word) < SHORTEST or word.isdigit()}
    known |= set(SearchTerm.objects.filter(term__in=words).values_list("term", flat=True))
    return known


def _nearest(word: str) -> str:
    """The known word with the fewest wrong letters; of two as near the one with more pieces in common."""
    shared = SearchGram.objects.filter(gram__in=grams(word)).values("term__term").annotate(n=Count("pk"))
    close = shared.order_by("-n", "term__term").values_list("term__term", flat=True)[:FIRST_LOOK]
    allowed = NEAR.get(len(word), NEAR_LONG)
    tried = [(distance(word, term), place, term) for place, term in enumerate(close)]
    best = min(tried, default=(allowed + 1, 0, ""))
    return best[2] if best[0] <= allowed else ""

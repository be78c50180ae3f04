"""Skills that people and briefs name and nobody has read yet: the word and how often, never whose it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Min, QuerySet

from firstfoot.market.skills import codes_of
from firstfoot.market.talent.models import SkillClaim
from firstfoot.market.vocabulary.models import Heard
from firstfoot.market.vocabulary.queries import codes_by_word, decided_words

LOOKED_AT, SHOWN = 200, 40
LEAST = 2  # a word that one person wrote once may say who it is


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word as somebody wrote it, and in how many profiles and briefs it stands."""

    words: str
    times: int


def unknown_words() -> list[UnknownWord]:
    """The most used first; what a steward decided about, or what is read by now, is not among them."""
    times: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for rows in (SkillClaim.objects.filter(code="", removed_at=None), Heard.objects.all()):
        for folded, count, words in _counted(rows):
            times[folded] += count
            spelled.setdefault(folded, words)
    often = [folded for folded, count in times.most_common() if count >= LEAST][:LOOKED_AT]
    left, codes = decided_words(often), codes_by_word(spelled[folded] for folded in often)
    unread = [f for f in often if f not in left and not codes[spelled[f]] and not codes_of(spelled[f])]
    return [UnknownWord(spelled[folded], times[folded]) for folded in unread[:SHOWN]]


def _counted(rows: QuerySet[SkillClaim] | QuerySet[Heard]) -> QuerySet[SkillClaim, tuple[str, int, str]]:
    found = rows.values("folded").annotate(count=Count("pk"), any_words=Min("words")).order_by("-count", "folded")
    return found.values_list("folded", "count", "any_words")[:LOOKED_AT]  # type: ignore[return-value]

"""Words of published briefs that nobody has read yet are kept for the stewards."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from firstfoot.market.skills import codes_of, folded
from firstfoot.market.vocabulary.models import LONGEST, Heard
from firstfoot.market.vocabulary.queries import codes_by_word


@transaction.atomic
def hear_words(*, words: Iterable[str], project: str) -> None:
    """Keep the unknown words of a project's brief, in place of those of its brief before; no fact is recorded."""
    codes = codes_by_word(word[:LONGEST] for word in words)
    unknown = {folded(word)[:LONGEST]: word for word, code in codes.items() if not code and not codes_of(word)}
    Heard.objects.filter(project=project).exclude(folded__in=unknown).delete()
    rows = [Heard(folded=key, words=word, project=project) for key, word in unknown.items()]
    Heard.objects.bulk_create(rows, ignore_conflicts=True)

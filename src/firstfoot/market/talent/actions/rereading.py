"""Claims follow the vocabulary: what a word is read as changes with it, the word does not."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import batched

from django.db import transaction
from django.db.models import Min

from firstfoot.market.talent.models import SkillClaim
from firstfoot.market.vocabulary.queries import codes_by_word

AT_A_TIME = 500


@transaction.atomic
def reread_claims(*, codes: Iterable[str]) -> list[str]:
    """Read again the words that nobody knew, and those that were read as one of the codes; no fact is recorded.

    The folded words that are read as another skill now.
    """
    claims = SkillClaim.objects.filter(code__in=["", *codes]).values("code", "folded").annotate(any_words=Min("words"))
    rows = list(claims.order_by("code", "folded").values_list("code", "folded", "any_words"))
    changed = []
    for some in batched(rows, AT_A_TIME):
        found = codes_by_word(words for _, _, words in some)
        for code, folded, words in some:
            if found[words] != code:
                SkillClaim.objects.filter(code=code, folded=folded).update(code=found[words])
                changed.append(folded)
    return changed

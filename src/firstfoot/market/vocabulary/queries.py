"""Reading words by all that is known here: our own vocabulary first, then what the installation added."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from firstfoot.market.skills import by_code, folded, resolve, suggest, vocabulary
from firstfoot.market.vocabulary.models import AddedSkill, Beginning, Heard, Phrase, VocabularyChange
from firstfoot.market.vocabulary.states import OF_WORDS, ChangeState
from firstfoot.market.vocabulary.storing import key_of

LOOKED_AT = 24  # beginnings that are read for one suggestion
ADDED_AT_LEAST = 3  # places among suggestions that added skills have when ours would fill them all


def code_of(word: str) -> str:
    """The code that a word is read as; empty for a word that nobody knows."""
    return codes_by_word([word])[word]


def codes_by_word(words: Iterable[str]) -> dict[str, str]:
    """The code of each word, in one query for those that our own vocabulary does not know."""
    found = {word: resolve(word) or "" for word in words}
    keys = {word: key_of(word) for word, code in found.items() if not code}
    if keys:
        phrases = Phrase.objects.filter(key__in=set(keys.values())).select_related("skill")
        added = {phrase.key: phrase.counts_as for phrase in phrases}
        found |= {word: added.get(key, "") for word, key in keys.items()}
    return found


def suggestions(typed: str, limit: int = 8) -> list[str]:
    """Names of skills with a word that begins as typed: one range of an index, beside our own vocabulary."""
    ours = [skill.name for skill in suggest(typed, limit)]
    added = [name for name in _added(typed) if name not in ours][:limit]
    room = max(limit - len(added), limit - ADDED_AT_LEAST)
    return [*ours[:room], *added][:limit]


def name_of(code: str) -> str:
    """The name of a skill by its code, ours or added; empty when there is none."""
    return names_of([code]).get(code, "")


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """The names of skills by their codes, ours or added; a query only where some are not ours."""
    own, asked = by_code(), list(codes)
    found = {code: own[code].name for code in asked if code in own}
    if rest := [code for code in asked if code not in own]:
        found |= dict(AddedSkill.objects.filter(code__in=rest).values_list("code", "name"))
    return found


def added_skills(begins: str = "") -> QuerySet[AddedSkill]:
    """Added skills that stand for themselves, in the order of their codes; with `begins`, those found by it."""
    named = Phrase.objects.filter(skill=OuterRef("pk"))  # one that was taken back has no name any more
    found = AddedSkill.objects.filter(Exists(named), merged_into="").order_by("code")
    if not begins:
        return found
    phrases = Beginning.objects.filter(**_range(begins)).values("phrase__skill")
    return found.filter(pk__in=phrases)


def standing_changes() -> QuerySet[VocabularyChange]:
    """What was decided and still stands, newest first."""
    return VocabularyChange.objects.filter(state=ChangeState.STANDS).order_by("-made_at", "-id")


def projects_that_named() -> set[str]:
    """The public ids of projects with a word that nobody knew when they were published, and that is known now."""
    heard = list(Heard.objects.values_list("words", "project"))
    codes = codes_by_word({words for words, _project in heard})
    return {project for words, project in heard if codes[words]}


def decided_words(words: Collection[str]) -> set[str]:
    """Those of the folded words about which a steward decided."""
    standing = VocabularyChange.objects.filter(state=ChangeState.STANDS, kind__in=OF_WORDS, folded__in=words)
    return set(standing.values_list("folded", flat=True))


def sources_imported() -> set[str]:
    """From where skills were imported."""
    return {source for source in ("esco", "onet") if AddedSkill.objects.filter(source=source).exists()}


def _added(typed: str) -> list[str]:
    if not folded(typed).strip():
        return []
    rows = Beginning.objects.filter(**_range(typed)).order_by("opening").values_list(
        "phrase__skill__name", "phrase__skill__merged_into", "phrase__code"
    )[:LOOKED_AT]  # fmt: skip
    names = (_shown(name, merged, code) for name, merged, code in rows)
    return list(dict.fromkeys(name for name in names if name))


def _shown(name: str | None, merged: str | None, code: str) -> str:
    """The name of what a phrase is read as; what was merged is found by the names of the other."""
    own = vocabulary().skills.get(code or merged or "")
    return own.name if own else "" if merged else name or ""


def _range(typed: str) -> dict[str, Any]:
    """All beginnings from the typed one up to the last that has it in front."""
    low = folded(typed).encode()
    return {"opening__gte": low, "opening__lt": low + b"\xff"}

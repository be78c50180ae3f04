"""A steward reads a word: as a skill of its own, as one that is there, or not at all."""

from __future__ import annotations

import hashlib

from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.skills import folded, vocabulary
from firstfoot.market.vocabulary.events import Vocabulary
from firstfoot.market.vocabulary.models import LONGEST, LONGEST_CODE, AddedSkill, Phrase, VocabularyChange
from firstfoot.market.vocabulary.policies import may_keep_vocabulary
from firstfoot.market.vocabulary.queries import code_of
from firstfoot.market.vocabulary.states import ChangeKind, Source
from firstfoot.market.vocabulary.storing import key_of, store_phrases

_PREFIX = "own-"  # keeps codes of stewards apart from ours and from imported ones


@transaction.atomic
def make_skill(*, words: str, actor: Person) -> AddedSkill:
    """Make a word that nobody knew a skill of this name; its code is the one it had, if it was a skill before.

    Raises NotPermitted unless the actor is a steward, Conflict("word_known") when it is read as a skill already.
    """
    require(may_keep_vocabulary(actor))
    words = _unknown(words)
    values = {"name": words, "source": Source.STEWARD, "added_at": clock.now()}
    skill, _ = AddedSkill.objects.get_or_create(code=_spelled(words), defaults=values)
    _store(Phrase(key=key_of(words), words=words, skill=skill, is_name=True))
    _decide(Vocabulary.WORD_READ, ChangeKind.SKILL, words, skill.code, actor)
    return skill


@transaction.atomic
def read_word(*, words: str, code: str, actor: Person) -> VocabularyChange:
    """Read a word that nobody knew as a skill that is there.

    Raises NotPermitted unless the actor is a steward, Conflict("word_known") when it is read already,
    Conflict("no_such_skill") for a code that nothing has.
    """
    require(may_keep_vocabulary(actor))
    words = _unknown(words)
    skill = AddedSkill.objects.filter(code=code).first()
    if skill is None and code not in vocabulary().skills:
        raise Conflict("no_such_skill")
    _store(Phrase(key=key_of(words), words=words, skill=skill, code="" if skill else code))
    return _decide(Vocabulary.WORD_READ, ChangeKind.ALIAS, words, code, actor)


@transaction.atomic
def leave_word(*, words: str, actor: Person) -> VocabularyChange:
    """Leave a word as it is: stewards are not asked about it again."""
    require(may_keep_vocabulary(actor))
    return _decide(Vocabulary.WORD_LEFT, ChangeKind.LEFT, _unknown(words), "", actor)


def _unknown(words: str) -> str:
    words = " ".join(words.split())[:LONGEST]
    if not words or code_of(words):
        raise Conflict("word_known")
    return words


def _store(phrase: Phrase) -> None:
    try:
        with transaction.atomic():
            store_phrases([phrase])
    except IntegrityError as error:  # another steward was first
        raise Conflict("word_known") from error


def _spelled(words: str) -> str:
    """The code as facts may hold it; a word in other letters than ours, or a long one, gets a number made of it all."""
    plain = folded(words)
    code = _PREFIX + plain.replace(" ", "-").replace("#", "sharp")
    if code.isascii() and len(code) <= LONGEST_CODE and all(sign.isalnum() or sign in "-+." for sign in code):
        return code
    return _PREFIX + hashlib.sha256(plain.encode()).hexdigest()[:32]


def _decide(event: Vocabulary, kind: ChangeKind, words: str, code: str, actor: Person) -> VocabularyChange:
    change = VocabularyChange(kind=kind, folded=folded(words)[:LONGEST], words=words, code=code, made_at=clock.now())
    try:
        with transaction.atomic():
            record_new(event, change, actor, skill=code)
    except IntegrityError as error:
        raise Conflict("word_known") from error
    return change

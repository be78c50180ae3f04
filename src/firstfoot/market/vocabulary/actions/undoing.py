"""A steward takes back what was decided."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.vocabulary.events import Vocabulary
from firstfoot.market.vocabulary.models import AddedSkill, Phrase, VocabularyChange
from firstfoot.market.vocabulary.policies import may_keep_vocabulary
from firstfoot.market.vocabulary.states import VOCABULARY_CHANGE, ChangeKind
from firstfoot.market.vocabulary.storing import key_of


@transaction.atomic
def undo_change(*, change_id: int, actor: Person) -> VocabularyChange:
    """Take a decision back: the word is unknown again, the two skills are two. Codes stay, so that claims keep theirs.

    Raises NotPermitted unless the actor is a steward, IllegalTransition the second time, Conflict("not_undone") for
    an import, Conflict("others_point_here") while other words or skills are read as the skill.
    """
    change = locked(VocabularyChange, change_id)
    require(may_keep_vocabulary(actor))
    change.state = VOCABULARY_CHANGE.target("undo", change.state)
    if change.kind == ChangeKind.IMPORT:
        raise Conflict("not_undone")
    if change.kind == ChangeKind.MERGE:
        AddedSkill.objects.filter(code=change.code).update(merged_into="")
    elif change.kind != ChangeKind.LEFT:
        _forget(change)
    record(Vocabulary.UNDONE, change, actor, save=["state"], skill=change.code, into=change.into)
    return change


def _forget(change: VocabularyChange) -> None:
    key = key_of(change.words)
    if change.kind == ChangeKind.SKILL:
        others = Phrase.objects.filter(skill__code=change.code).exclude(key=key).exists()
        if others or AddedSkill.objects.filter(merged_into=change.code).exists():
            raise Conflict("others_point_here")
    Phrase.objects.filter(key=key).delete()

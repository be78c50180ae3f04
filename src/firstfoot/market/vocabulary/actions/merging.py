"""Two skills are one: the code of the first counts as the second from then on."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.skills import vocabulary
from firstfoot.market.vocabulary.events import Vocabulary
from firstfoot.market.vocabulary.models import AddedSkill, VocabularyChange
from firstfoot.market.vocabulary.policies import may_keep_vocabulary
from firstfoot.market.vocabulary.states import ChangeKind


@transaction.atomic
def merge_skills(*, code: str, into: str, actor: Person) -> VocabularyChange:
    """Let an added skill count as another, ours or added.

    Raises NotPermitted unless the actor is a steward, Conflict("no_such_skill") unless both stand for themselves,
    Conflict("merged_into_it") while a third one counts as the first.
    """
    require(may_keep_vocabulary(actor))
    held = {skill.code: skill for skill in AddedSkill.objects.select_for_update().filter(code__in=[code, into])}
    skill, target = held.get(code), held.get(into)
    is_there = (target is not None and not target.merged_into) or into in vocabulary().skills
    if skill is None or skill.merged_into or not is_there or code == into:
        raise Conflict("no_such_skill")
    if AddedSkill.objects.filter(merged_into=code).exists():
        raise Conflict("merged_into_it")
    skill.merged_into = into
    skill.save(update_fields=["merged_into"])
    change = VocabularyChange(kind=ChangeKind.MERGE, words=skill.name, code=code, into=into, made_at=clock.now())
    record_new(Vocabulary.SKILLS_MERGED, change, actor, skill=code, into=into)
    return change

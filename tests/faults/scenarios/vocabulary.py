"""What stewards do about words and skills."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from firstfoot.market.vocabulary import actions
from firstfoot.market.vocabulary.events import Vocabulary
from tests.faults import stages
from tests.faults.scenarios import scenario


@scenario(actions.make_skill, Vocabulary.WORD_READ, on=stages.people)
def make_skill(world: SimpleNamespace) -> dict[str, Any]:
    return {"words": "Basket weaving", "actor": world.cast.stella}


@scenario(actions.read_word, Vocabulary.WORD_READ, on=stages.people)
def read_word(world: SimpleNamespace) -> dict[str, Any]:
    return {"words": "Basket weaving", "code": "repair", "actor": world.cast.stella}


@scenario(actions.leave_word, Vocabulary.WORD_LEFT, on=stages.people)
def leave_word(world: SimpleNamespace) -> dict[str, Any]:
    return {"words": "Being nice", "actor": world.cast.stella}


@scenario(actions.hear_words, on=stages.people)
def hear_words(world: SimpleNamespace) -> dict[str, Any]:
    return {"words": ["Basket weaving", "SQL"], "project": "bcdfghjkmnpq"}


@scenario(actions.merge_skills, Vocabulary.SKILLS_MERGED, on=stages.people)
def merge(world: SimpleNamespace) -> dict[str, Any]:
    skill = actions.make_skill(**make_skill(world))
    return {"code": skill.code, "into": "repair", "actor": world.cast.stella}


@scenario(actions.undo_change, Vocabulary.UNDONE, on=stages.people)
def undo(world: SimpleNamespace) -> dict[str, Any]:
    change = actions.merge_skills(**merge(world))
    return {"change_id": change.pk, "actor": world.cast.stella}

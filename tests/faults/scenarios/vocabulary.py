"""What stewards do about words and skills."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from firstfoot.market.projects.actions import reread_project
from firstfoot.market.talent.actions import reread_claims
from firstfoot.market.vocabulary import actions
from firstfoot.market.vocabulary.events import Vocabulary
from firstfoot.market.vocabulary.importing.bringing import note_import
from firstfoot.market.vocabulary.states import Source
from tests.factories.applications import make_profile
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


@scenario(reread_project, on=stages.opened)
def reread(world: SimpleNamespace) -> dict[str, Any]:
    return {"project_id": world.project.pk}


@scenario(reread_claims, on=stages.people)
def reread_claims_of_sam(world: SimpleNamespace) -> dict[str, Any]:
    make_profile(world.cast.sam, skills=["Basket weaving", "SQL"])
    actions.make_skill(**make_skill(world))
    return {"codes": ["sql"]}


@scenario(note_import, Vocabulary.IMPORTED, on=stages.people)
def imported(world: SimpleNamespace) -> dict[str, Any]:
    return {"sources": [Source.ESCO], "added": 3, "digest": "d" * 64}


@scenario(actions.merge_skills, Vocabulary.SKILLS_MERGED, on=stages.people)
def merge(world: SimpleNamespace) -> dict[str, Any]:
    skill = actions.make_skill(**make_skill(world))
    return {"code": skill.code, "into": "repair", "actor": world.cast.stella}


@scenario(actions.undo_change, Vocabulary.UNDONE, on=stages.people)
def undo(world: SimpleNamespace) -> dict[str, Any]:
    change = actions.merge_skills(**merge(world))
    return {"change_id": change.pk, "actor": world.cast.stella}

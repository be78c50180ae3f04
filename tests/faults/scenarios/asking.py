"""Public questions about a brief."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from firstfoot.market.projects import actions
from firstfoot.market.projects.actions.asking import erase_questions
from firstfoot.market.projects.events import Projects
from tests.faults import stages
from tests.faults.scenarios import scenario


@scenario(actions.ask_question, Projects.QUESTION_ASKED, on=stages.submitted)
def ask(world: SimpleNamespace) -> dict[str, Any]:
    return {"project_id": world.project.pk, "body": "May I use photos?", "actor": world.cast.otto}


@scenario(actions.answer_question, Projects.QUESTION_ANSWERED, Projects.BRIEF_CHANGED, on=stages.submitted)
def answer(world: SimpleNamespace) -> dict[str, Any]:
    return {"question_id": _asked(world), "answer": "Yes, ours.", "actor": world.cast.hana}


@scenario(actions.set_aside_question, Projects.QUESTION_SET_ASIDE, on=stages.submitted)
def set_aside(world: SimpleNamespace) -> dict[str, Any]:
    return {"question_id": _asked(world), "reason": "in_brief", "actor": world.cast.hana}


@scenario(actions.take_back_question, Projects.QUESTION_TAKEN_BACK, on=stages.submitted)
def take_back(world: SimpleNamespace) -> dict[str, Any]:
    return {"question_id": _asked(world), "actor": world.cast.otto}


@scenario(erase_questions, Projects.QUESTION_TAKEN_BACK, on=stages.submitted)
def forget_asker(world: SimpleNamespace) -> dict[str, Any]:
    _asked(world)
    return {"person": world.cast.otto}


def _asked(world: SimpleNamespace) -> int:
    return actions.ask_question(**ask(world)).pk

"""Answers for the fairness audit, and who read it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from firstfoot.foundation.selfid import actions
from firstfoot.foundation.selfid.events import Audits
from firstfoot.kernel import clock
from tests.faults import stages
from tests.faults.scenarios import scenario


@scenario(actions.save_answers, on=stages.people)
def answer_again(world: SimpleNamespace) -> dict[str, Any]:
    said = {"person_id": world.cast.sam.pk, "sex": "female", "actor": world.cast.sam}
    actions.save_answers(**said)
    return {**said, "sex": "undisclosed", "race": "several"}


@scenario(actions.forget_answers, on=stages.people)
def forget_answers(world: SimpleNamespace) -> dict[str, Any]:
    answer_again(world)
    return {"person_id": world.cast.sam.pk, "actor": world.cast.sam}


@scenario(actions.note_audit, Audits.OPENED, on=stages.people)
def open_audit(world: SimpleNamespace) -> dict[str, Any]:
    return {"year": clock.today().year, "exported": False, "actor": world.cast.stella}

"""Drafts read by link, and remarks on them."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.kernel import clock
from firstfoot.market.projects import actions
from firstfoot.market.projects.events import Projects
from tests.faults import stages
from tests.faults.scenarios import scenario


@scenario(actions.share_for_proofreading, Projects.PROOFREAD_SHARED, on=stages.drafted)
def share(world: SimpleNamespace) -> dict[str, Any]:
    return {"project_id": world.project.pk, "actor": world.cast.hana}


@scenario(actions.end_proofreading, Projects.PROOFREAD_ENDED, on=stages.drafted)
def end_link(world: SimpleNamespace) -> dict[str, Any]:
    return {"link_id": _shared(world), "actor": world.cast.hana}


@scenario(actions.leave_remark, Projects.REMARK_LEFT, on=stages.drafted)
def remark(world: SimpleNamespace) -> dict[str, Any]:
    return {"link_id": _shared(world), "step": "result", "name": "Maud", "text": "Which shops?"}


@scenario(actions.settle_remark, Projects.REMARK_SETTLED, on=stages.drafted)
def settle_remark(world: SimpleNamespace) -> dict[str, Any]:
    return {"remark_id": actions.leave_remark(**remark(world)).pk, "actor": world.cast.hana}


@scenario(actions.forget_remarks, on=stages.drafted)
def forget_remarks(world: SimpleNamespace) -> dict[str, Any]:
    actions.leave_remark(**remark(world))
    return {"now": clock.now() + timedelta(days=60)}


def _shared(world: SimpleNamespace) -> int:
    return actions.share_for_proofreading(**share(world)).pk

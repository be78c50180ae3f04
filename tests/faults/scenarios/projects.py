"""Projects: drafting, publishing, running."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.market.organizations.actions import describe_organization, verify_organization
from firstfoot.market.projects import actions
from firstfoot.market.projects.actions.drafting import save_rest
from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.events import Projects
from tests.factories.projects import good_brief
from tests.faults import stages
from tests.faults.scenarios import scenario


def _by_hana(world: SimpleNamespace) -> dict[str, Any]:
    return {"project_id": world.project.pk, "actor": world.cast.hana}


@scenario(actions.start_project, Projects.STARTED, on=stages.people)
def start(world: SimpleNamespace) -> dict[str, Any]:
    cast = world.cast
    return {"organization_id": cast.acme.pk, "actor": cast.hana, "brief": good_brief(cast)}


@scenario(actions.save_draft, on=stages.drafted)
def save(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_hana(world), "changes": {"expenses": "Bus fares"}}


@scenario(save_rest, on=stages.opened)
def draft_the_rest(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_hana(world), "change": _half_the_hours}


def _half_the_hours(brief: Brief) -> Brief:
    return brief.with_(hours=brief.hours // 2)


@scenario(actions.submit_project, Projects.SUBMITTED, Projects.PUBLISHED, on=stages.drafted)
def submit(world: SimpleNamespace) -> dict[str, Any]:
    return _by_hana(world)


@scenario(actions.submit_project, Projects.SUBMITTED, on=stages.waiting)
def submit_for_review(world: SimpleNamespace) -> dict[str, Any]:
    actions.return_project(**give_back(world))
    return {"project_id": world.project.pk, "actor": world.cast.otto}


@scenario(actions.publish_project, Projects.PUBLISHED, on=stages.waiting)
def publish(world: SimpleNamespace) -> dict[str, Any]:
    verify_organization(organization_id=world.kelp.pk, actor=world.cast.stella)
    return {"project_id": world.project.pk, "actor": world.cast.stella}


@scenario(actions.return_project, Projects.RETURNED, on=stages.waiting)
def give_back(world: SimpleNamespace) -> dict[str, Any]:
    return {"project_id": world.project.pk, "reason": "Say who pays.", "actor": world.cast.stella}


@scenario(actions.publish_changes, Projects.BRIEF_CHANGED, on=stages.submitted)
def publish_changes(world: SimpleNamespace) -> dict[str, Any]:
    actions.save_draft(changes={"pay_minor": 60000}, **_by_hana(world))
    return _by_hana(world)


@scenario(actions.pause_project, Projects.PAUSED, on=stages.submitted)
def pause(world: SimpleNamespace) -> dict[str, Any]:
    return _by_hana(world)


@scenario(actions.resume_project, Projects.RESUMED, on=stages.submitted)
def resume(world: SimpleNamespace) -> dict[str, Any]:
    actions.pause_project(**_by_hana(world))
    return _by_hana(world)


@scenario(actions.close_project, Projects.CLOSED, on=stages.submitted)
def close(world: SimpleNamespace) -> dict[str, Any]:
    return _by_hana(world)


@scenario(actions.reopen_project, Projects.REOPENED, on=stages.submitted)
def reopen(world: SimpleNamespace) -> dict[str, Any]:
    actions.close_project(**_by_hana(world))
    actions.save_draft(changes={"expenses": "Bus fares"}, **_by_hana(world))
    return _by_hana(world)


@scenario(actions.repeat_project, Projects.STARTED, on=stages.submitted)
def repeat(world: SimpleNamespace) -> dict[str, Any]:
    actions.close_project(**_by_hana(world))
    return _by_hana(world)


@scenario(actions.hand_over_project, Projects.BRIEF_CHANGED, on=stages.opened, after=timedelta(hours=1))
def hand_over(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_hana(world), "supervisor_id": world.cast.cora.public_id, "cover_id": world.cast.hugo.public_id}


@scenario(actions.reindex_projects, on=stages.opened)
def reindex(world: SimpleNamespace) -> dict[str, Any]:
    describe_organization(organization_id=world.cast.acme.pk, seen=None, actor=world.cast.hana, name="Crumb House")
    return {"organization_id": world.cast.acme.pk}

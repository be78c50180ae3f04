"""Bringing a brief before people's eyes: submit, publish, return, publish changes."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.kernel.verdict import require
from firstfoot.market.projects.events import Projects
from firstfoot.market.projects.holding import HELD, hold, holds_on, let_go, require_not_held
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.policies import may_moderate, may_publish
from firstfoot.market.projects.queries import has_pending_changes
from firstfoot.market.projects.states import PROJECT, HeldMove, ProjectState
from firstfoot.market.projects.writing import (
    COPIED,
    add_version,
    members_named,
    require_scope,
    require_unchanged,
)


@transaction.atomic
def submit_project(
    *, project_id: int, actor: Person, seen: int | None = None, seen_saves: int | None = None
) -> Project:
    """Hand a draft in; that of a verified organization is public at once (two moves, two facts), unless it is held.

    Raises NotPermitted unless the actor recruits for the organization, IllegalTransition
    unless it is a draft, Conflict("changed"), Conflict("scope_blockers"), Conflict("not_a_member")
    when supervisor or cover left.
    """
    project = locked(Project, project_id, seen=seen)
    require(may_publish(actor, project))
    state = PROJECT.target("submit", project.state)
    require_unchanged(project, seen_saves)
    brief = project.draft_brief
    require_scope(project, brief)
    members_named(project, brief)
    project.state, project.updated_at, project.return_reason = state, clock.now(), ""
    if holds := holds_on(project, brief):
        hold(project, HeldMove.PUBLISH, holds)
    saved = ["state", "updated_at", "return_reason", *HELD]
    record(Projects.SUBMITTED, project, actor, save=saved, **({"holds": list(holds)} if holds else {}))
    if project.organization.is_verified and not holds:
        publish_waiting(project, actor)
    return project


@transaction.atomic
def publish_project(*, project_id: int, actor: Person | None, seen: int | None = None) -> Project:
    """Publish what waits for review: by a steward, or by the clock once the organization is verified.

    Raises NotPermitted, IllegalTransition, Conflict("organization_not_verified"), Conflict("changed")
    when it is not what the steward read, Conflict("held_for_a_look") for the clock.
    """
    project = locked(Project, project_id, seen=seen)
    if actor is not None:
        require(may_moderate(actor, project))
    else:
        require_not_held(project)
    if not project.organization.is_verified:
        raise Conflict("organization_not_verified")
    publish_waiting(project, actor)
    return project


@transaction.atomic
def return_project(*, project_id: int, reason: str, actor: Person, seen: int | None = None) -> Project:
    """Send what waits for review back to its host, with the reason in the steward's words; refuses as publishing."""
    project = locked(Project, project_id, seen=seen)
    require(may_moderate(actor, project))
    project.state = PROJECT.target("return", project.state)
    project.return_reason, project.updated_at = reason, clock.now()
    let_go(project)
    record(Projects.RETURNED, project, actor, save=["state", "return_reason", "updated_at", *HELD])
    return project


@transaction.atomic
def publish_changes(*, project_id: int, actor: Person, seen: int | None = None, seen_saves: int | None = None) -> bool:
    """Publish the draft of an open or paused project as its next version; whether the change is material.

    A change in which a rule finds something is held for a look instead: nothing is public yet.

    Raises NotPermitted, IllegalTransition unless open or paused, Conflict("changed"),
    Conflict("nothing_changed"), Conflict("scope_blockers"), Conflict("seats_in_use"),
    Conflict("held_for_a_look").
    """
    project = locked(Project, project_id, seen=seen)
    require(may_publish(actor, project))
    if project.state not in {ProjectState.OPEN, ProjectState.PAUSED}:
        raise IllegalTransition("illegal_transition", verb="publish_changes", state=str(project.state))
    require_unchanged(project, seen_saves)
    require_not_held(project)
    if not has_pending_changes(project):
        raise Conflict("nothing_changed")
    brief = project.draft_brief
    require_scope(project, brief)
    if holds := holds_on(project, brief):
        hold(project, HeldMove.CHANGES, holds)
        project.return_reason = ""
        record(Projects.HELD, project, actor, save=[*HELD, "return_reason"], holds=list(holds))
        return False
    return publish_draft(project, actor)


def publish_draft(project: Project, actor: Person | None) -> bool:
    """The draft of a locked, published project is its next version; whether the change is material."""
    project.return_reason = ""
    version = add_version(project, project.draft_brief)
    project.updated_at = clock.now()
    record(
        Projects.BRIEF_CHANGED, project, actor,
        save=[*COPIED, "brief_number", "updated_at", "return_reason", *HELD],
        brief=version.number, material=version.is_material, digest=version.content_hash,
    )  # fmt: skip
    return version.is_material


def publish_waiting(project: Project, actor: Person | None) -> None:
    """A locked project that waits for review is public."""
    project.state = PROJECT.target("publish", project.state)
    version = add_version(project, project.draft_brief)
    project.published_at = project.updated_at = clock.now()
    let_go(project)
    record(
        Projects.PUBLISHED, project, actor,
        save=[*COPIED, "state", "brief_number", "published_at", "updated_at", *HELD],
        brief=version.number, digest=version.content_hash,
    )  # fmt: skip

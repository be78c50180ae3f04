"""A steward's answer to what is held, and a host's appeal against it."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.projects.actions.publishing import publish_draft, publish_project, publish_waiting, return_project
from firstfoot.market.projects.actions.running import open_again, require_can_reopen
from firstfoot.market.projects.events import Projects
from firstfoot.market.projects.holding import APPEALED, HELD, OF_HOST, hold, holds_on_host, let_go
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.policies import may_moderate, may_publish
from firstfoot.market.projects.queries import has_pending_changes
from firstfoot.market.projects.states import PROJECT, HeldMove, ProjectState
from firstfoot.market.projects.writing import require_scope


@transaction.atomic
def release_project(*, project_id: int, actor: Person, seen: int | None = None) -> Project:
    """Let a held project do what it waits for: be public, change, or be open again.

    Raises NotPermitted, Conflict("not_held"), Conflict("changed"), and what the move itself refuses.
    """
    project = _held(project_id, actor, seen)
    if project.held_move == HeldMove.PUBLISH:
        return publish_project(project_id=project_id, actor=actor)
    if project.held_move == HeldMove.REOPEN:
        require_can_reopen(project)
        open_again(project, actor)
        return project
    let_go(project)
    publish_draft(project, actor)
    return project


@transaction.atomic
def release_of_renewed_host(*, project_id: int) -> bool:
    """Let go of what is held for nothing but its verified host, at which a steward looked; whether it was.

    Raises what the move itself refuses.
    """
    project = locked(Project, project_id)
    is_settled = project.held_at is not None and OF_HOST.issuperset(project.holds)
    if not is_settled or not project.organization.is_verified or holds_on_host(project.organization):
        return False
    if project.held_move == HeldMove.REOPEN:
        require_can_reopen(project)
        open_again(project, None)
        return True
    let_go(project)
    publish_waiting(project, None)
    return True


@transaction.atomic
def return_held_project(*, project_id: int, reason: str, actor: Person, seen: int | None = None) -> Project:
    """Give what is held back to its host with the reason; what was public before stays so. Refuses as releasing."""
    project = _held(project_id, actor, seen)
    if project.held_move == HeldMove.PUBLISH:
        return return_project(project_id=project_id, reason=reason, actor=actor)
    project.return_reason = reason
    let_go(project)
    record(Projects.HOLD_RETURNED, project, actor, save=["return_reason", *HELD])
    return project


@transaction.atomic
def hold_for_appeal(*, project_id: int, actor: Person) -> Project:
    """What was returned is held again, as it is now, for another steward; nothing moves when it is held still.

    Raises NotPermitted unless the actor recruits for the organization, Conflict("nothing_to_appeal") when it is
    public meanwhile, Conflict("scope_blockers").
    """
    project = locked(Project, project_id)
    require(may_publish(actor, project))
    if project.held_at is not None:
        return project
    is_draft = project.state == ProjectState.DRAFT
    if project.state == ProjectState.CLOSED:
        require_can_reopen(project)
    elif not is_draft and not has_pending_changes(project):
        raise Conflict("nothing_to_appeal")
    require_scope(project, project.draft_brief)
    move = HeldMove.REOPEN if project.state == ProjectState.CLOSED else HeldMove.CHANGES
    hold(project, HeldMove.PUBLISH if is_draft else move, (APPEALED,))
    project.return_reason = ""
    if is_draft:
        project.state, project.updated_at = PROJECT.target("submit", project.state), clock.now()
        saved = ["state", "updated_at", "return_reason", *HELD]
        record(Projects.SUBMITTED, project, actor, save=saved, holds=[APPEALED])
    else:
        record(Projects.HELD, project, actor, save=["return_reason", *HELD], holds=[APPEALED])
    return project


def _held(project_id: int, actor: Person, seen: int | None) -> Project:
    project = locked(Project, project_id, seen=seen)
    require(may_moderate(actor, project))
    if project.held_at is None:
        raise Conflict("not_held")
    return project

"""What a host or the clock does with a published project: pause, resume, close, reopen, hand over."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.queries import guides_of, workdays_of_organization
from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.events import Projects
from firstfoot.market.projects.holding import HELD, hold, holds_on, let_go, require_not_held
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.policies import may_manage
from firstfoot.market.projects.queries import current_brief, has_pending_changes
from firstfoot.market.projects.search import keep_terms, terms_of
from firstfoot.market.projects.states import PROJECT, CloseReason, HeldMove, PauseReason
from firstfoot.market.projects.writing import (
    COPIED,
    SEARCHED,
    add_version,
    ask_for_skills,
    copy_columns,
    copy_words,
    members_named,
    require_scope,
)

SILENCE_CLOSES_AFTER = 10  # business days of the host


@transaction.atomic
def pause_project(
    *, project_id: int, actor: Person | None, reason: str = PauseReason.HOST, seen: int | None = None
) -> Project:
    """Take no more applications for now; given offers stay valid. Silence also sets the day it closes.

    What is paused because it is full is paused longer when the clock has another reason.
    Raises NotPermitted, IllegalTransition unless open, Conflict("changed").
    """
    project = _managed(project_id, actor, seen)
    is_longer = actor is None and project.is_full and reason != PauseReason.FULL
    project.state = PROJECT.target("pause_longer" if is_longer else "pause", project.state)
    project.paused_reason = PauseReason(reason)
    project.paused_at = project.updated_at = clock.now()
    if project.paused_reason == PauseReason.SILENCE:
        days = workdays_of_organization(project.organization)
        project.close_by_at = days.after(clock.now(), SILENCE_CLOSES_AFTER)
    saved = ["state", "paused_reason", "paused_at", "close_by_at", "updated_at"]
    record(Projects.PAUSED, project, actor, save=saved, reason=str(project.paused_reason))
    return project


@transaction.atomic
def resume_project(*, project_id: int, actor: Person | None, seen: int | None = None) -> Project:
    """Take applications again.

    Raises NotPermitted, IllegalTransition unless paused, Conflict("organization_not_verified"),
    Conflict("apply_by_passed") when nobody could apply any more.
    """
    project = _managed(project_id, actor, seen)
    project.state = PROJECT.target("resume", project.state)
    _require_can_be_open(project, project.apply_by_on)
    reason = str(project.paused_reason)
    _clear_pause(project)
    project.updated_at = clock.now()
    record(Projects.RESUMED, project, actor, save=["state", *_PAUSE, "updated_at"], reason=reason)
    return project


@transaction.atomic
def close_project(
    *, project_id: int, actor: Person | None, reason: str = CloseReason.HOST, seen: int | None = None
) -> Project:
    """End the search. Given offers stay valid; what becomes of the applications, their context decides.

    Raises NotPermitted, IllegalTransition unless open or paused, Conflict("changed").
    """
    project = _managed(project_id, actor, seen)
    project.state = PROJECT.target("close", project.state)
    project.closed_reason = CloseReason(reason)
    project.closed_at = project.updated_at = clock.now()
    _clear_pause(project)
    let_go(project)
    saved = ["state", "closed_reason", "closed_at", *_PAUSE, "updated_at", *HELD]
    record(Projects.CLOSED, project, actor, save=saved, reason=str(project.closed_reason))
    return project


@transaction.atomic
def reopen_project(
    *, project_id: int, actor: Person | None, seen: int | None = None, seen_saves: int | None = None
) -> Project:
    """Search again while seats are free; changes made since go public with it, unless they are held for a look.

    Raises NotPermitted, IllegalTransition unless closed, Conflict("no_seat"), Conflict("apply_by_passed"),
    Conflict("scope_blockers") of the changes, Conflict("organization_not_verified"), Conflict("changed"),
    Conflict("held_for_a_look").
    """
    project = _managed(project_id, actor, seen)
    PROJECT.target("reopen", project.state)
    if seen_saves is not None and project.draft_saves != seen_saves:
        raise Conflict("changed", saves=project.draft_saves)
    require_not_held(project)
    require_can_reopen(project)
    if holds := holds_on(project, project.draft_brief):
        hold(project, HeldMove.REOPEN, holds)
        project.return_reason = ""
        record(Projects.HELD, project, actor, save=["return_reason", *HELD], holds=list(holds))
    else:
        open_again(project, actor)
    return project


def require_can_reopen(project: Project) -> None:
    """Go on while a seat is free and the draft may be public. Raises as `reopen_project` does."""
    brief = project.draft_brief
    if max(brief.seats, project.seats) <= project.seats_held + project.seats_taken:
        raise Conflict("no_seat")
    _require_can_be_open(project, brief.apply_by)
    if has_pending_changes(project):
        require_scope(project, brief)


def open_again(project: Project, actor: Person | None) -> None:
    """A locked, closed project searches again, with the changes made since."""
    project.state, material = PROJECT.target("reopen", project.state), False
    if has_pending_changes(project):
        material = add_version(project, project.draft_brief).is_material
    else:
        ask_for_skills(project, current_brief(project))  # the vocabulary may be another since it closed
    let_go(project)
    project.return_reason = ""
    project.closed_reason, project.closed_at, project.updated_at = "", None, clock.now()
    saved = ["state", "closed_reason", "closed_at", *COPIED, "brief_number", "updated_at", "return_reason", *HELD]
    record(Projects.REOPENED, project, actor, save=saved, brief=project.brief_number, material=material)


@transaction.atomic
def hand_over_project(
    *, project_id: int, supervisor_id: str, cover_id: str = "", actor: Person | None, seen: int | None = None
) -> Project:
    """Name another supervisor and cover, by public id; a published brief gets a version that says so.

    Raises NotPermitted, Conflict("not_a_member"), Conflict("cover_is_supervisor"), Conflict("changed").
    """
    project = _managed(project_id, actor, seen)
    if cover_id == supervisor_id:
        raise Conflict("cover_is_supervisor")
    named = {"supervisor": supervisor_id, "cover": cover_id}
    wanted = {public_id for public_id in named.values() if public_id}
    if guides_of(project.organization_id).filter(person__public_id__in=wanted).count() < len(wanted):
        raise Conflict("not_a_member")
    pending = project.draft_brief
    project.draft, project.draft_saves = pending.with_(**named).to_dict(), project.draft_saves + 1
    _take_over(project, current_brief(project).with_(**named))
    project.updated_at = clock.now()
    saved = ["draft", "draft_saves", *COPIED, "brief_number", "updated_at"]
    codes = {"brief": project.brief_number, "supervisor": supervisor_id, "cover": cover_id}
    record(Projects.BRIEF_CHANGED, project, actor, save=saved, material=False, **codes)
    return project


@transaction.atomic
def reindex_projects(*, organization_id: int) -> int:
    """Find the projects of an organization by its new name and city; how many changed. Records no fact."""
    changed = 0
    for project in Project.objects.select_for_update().filter(organization=organization_id).order_by("pk"):
        brief = current_brief(project)
        if copy_words(project, brief):
            project.updated_at = clock.now()
            project.save(update_fields=[*SEARCHED, "updated_at"])
            if project.brief_number:
                keep_terms(terms_of(brief, project.organization.name))
            changed += 1
    return changed


_PAUSE = ("paused_reason", "paused_at", "close_by_at")


def _managed(project_id: int, actor: Person | None, seen: int | None) -> Project:
    """The locked project; a person must be allowed to manage it, the clock always is."""
    project = locked(Project, project_id, seen=seen)
    if actor is not None:
        require(may_manage(actor, project))
    return project


def _clear_pause(project: Project) -> None:
    project.paused_reason, project.paused_at, project.close_by_at = "", None, None


def _require_can_be_open(project: Project, apply_by: date | None) -> None:
    if not project.organization.is_verified:
        raise Conflict("organization_not_verified")
    if apply_by is not None and apply_by < clock.today(project.organization.zone):
        raise Conflict("apply_by_passed")


def _take_over(project: Project, brief: Brief) -> None:
    """A published project gets its next version; a draft only its columns."""
    members_named(project, brief)
    if project.brief_number:
        add_version(project, brief)
    else:
        copy_columns(project, brief)

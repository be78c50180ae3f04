"""Kind endings that are not about the person: filled, closed, silent; and the reserve."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.market.applications.actions.base import RESERVE_DAYS, answer_due, locked_with_project, note_ending
from firstfoot.market.applications.events import Applications
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.states import APPLICATION, ApplicationState, LapseReason
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.market.projects.models import Project

S = ApplicationState


def lapse_locked(application: Application, reason: str, actor: Person | None) -> None:
    """End one locked application for a reason that is not about the person."""
    code = LapseReason(reason)
    application.state = APPLICATION.target("lapse", application.state)
    application.updated_at = clock.now()
    saved = note_ending(application, lapse_reason=code, reserve_until_at=None)
    record(Applications.LAPSED, application, actor, save=saved, reason=str(code))


@transaction.atomic
def lapse(*, application_id: int, reason: str) -> Application:
    """End one application by the clock."""
    _, application = locked_with_project(application_id)
    lapse_locked(application, reason, None)
    return application


@transaction.atomic
def lapse_all(*, project_id: int, reason: str, actor: Person | None = None) -> int:
    """End what waits when a project closes: drafts, submitted and shortlisted; how many.

    An offer that was given stays valid. When the project closes because it is filled, the
    reserve keeps its date.
    """
    project = locked(Project, project_id)
    waiting = _waiting(project, S.DRAFT, S.SUBMITTED, S.SHORTLISTED)
    ended = [a for a in waiting if not (a.is_reserve and reason == LapseReason.FILLED)]
    for application in ended:
        lapse_locked(application, LapseReason.NEVER_SENT if application.state == S.DRAFT else reason, actor)
    return len(ended)


def reserve_or_lapse_rest(project: Project, actor: Person | None) -> None:
    """The last seat is taken: submitted applications lapse kindly, shortlisted ones become the reserve.

    Call it with the project locked. Drafts stay, in case a seat comes free again.
    """
    now = clock.now()
    until = workdays_of_organization(project.organization).after_days(now, RESERVE_DAYS)
    for application in _waiting(project, S.SUBMITTED, S.SHORTLISTED):
        if application.state == S.SUBMITTED:
            lapse_locked(application, LapseReason.FILLED, actor)
        elif not application.is_reserve:
            application.reserve_until_at, application.updated_at = until, now
            saved = ["reserve_until_at", "updated_at"]
            record(Applications.RESERVED, application, actor, save=saved, until=until.date().isoformat())


@transaction.atomic
def release_reserve(*, application_id: int) -> Application:
    """Let a reserve go, at the last signature or on the date they were told; Conflict("not_reserve") for others."""
    _, application = locked_with_project(application_id)
    if not application.is_reserve:
        raise Conflict("not_reserve")
    lapse_locked(application, LapseReason.RESERVE_RELEASED, None)
    return application


@transaction.atomic
def release_reserves(*, project_id: int) -> int:
    """Let every reserve of a project go (its last agreement is signed); how many."""
    project = locked(Project, project_id)
    reserve = [a for a in _waiting(project, S.SHORTLISTED) if a.is_reserve]
    for application in reserve:
        lapse_locked(application, LapseReason.RESERVE_RELEASED, None)
    return len(reserve)


@transaction.atomic
def restart_answer_clocks(*, project_id: int, actor: Person | None = None) -> int:
    """A paused project goes on: the answers it owes are due five business days from now; how many."""
    project = locked(Project, project_id)
    now = clock.now()
    due = answer_due(project, now)
    owed = _waiting(project, S.SUBMITTED)
    for application in owed:
        application.answer_by_at, application.updated_at = due, now
        record(Applications.ANSWER_DUE_MOVED, application, actor, save=["answer_by_at", "updated_at"])
    return len(owed)


def _waiting(project: Project, *states: ApplicationState) -> list[Application]:
    """The project's applications in these states, locked in the order of their keys."""
    rows = list(Application.objects.select_for_update().filter(project=project, state__in=states).order_by("pk"))
    for row in rows:
        row.project = project
    return rows

"""What the actions on applications share: the lock order, the state of the project, the first answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import F

from firstfoot.foundation.conversations.actions import close_thread
from firstfoot.foundation.journal.actions import locked
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.queries import why_closed
from firstfoot.market.applications.states import ApplicationState
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.market.projects.models import Project

ANSWER_BUSINESS_DAYS = 5
OFFER_BUSINESS_DAYS = 3
RESERVE_DAYS = 5


def locked_with_project(application_id: int, *, seen: int | None = None) -> tuple[Project, Application]:
    """The application and its project, locked in the one order all use: project first.

    Raises Conflict("changed") when the application changed since version `seen`.
    """
    project_id = Application.objects.values_list("project_id", flat=True).get(pk=application_id)
    project = locked(Project, project_id)
    application = locked(Application, application_id, seen=seen)
    application.project = project
    return project, application


def require_open(project: Project) -> None:
    """Go on when the project takes applications today; Conflict with the reason when it does not."""
    if code := why_closed(project):
        raise Conflict(code)


def require_state(application: Application, verb: str, *states: ApplicationState) -> None:
    """For what is not a move of the lifecycle (extending an offer, writing a message)."""
    if application.state not in states:
        raise IllegalTransition("illegal_transition", verb=verb, state=str(application.state))


def answer_due(project: Project, now: datetime) -> datetime:
    """When the host's answer is due: five of its business days from now."""
    return workdays_of_organization(project.organization).after(now, ANSWER_BUSINESS_DAYS)


def note_answer(application: Application) -> list[str]:
    """Keep the first answer and count it for or against the organization; the fields to save."""
    if application.answered_at is not None:
        return []
    application.answered_at = clock.now()
    due = application.answer_by_at
    _count(application, "answered_count" if due is None or application.answered_at <= due else "silent_count")
    return ["answered_at"]


def note_ending(application: Application, **values: Any) -> list[str]:
    """Close the conversation, count an answer that never came in time; the fields to save."""
    was_waiting = application.submitted_at is not None and application.answered_at is None
    application.ended_at = clock.now()
    if was_waiting and application.answer_by_at is not None and application.answer_by_at < application.ended_at:
        _count(application, "silent_count")
    if application.thread_id is not None:
        close_thread(thread_id=application.thread_id)
    for name, value in values.items():
        setattr(application, name, value)
    return ["state", "ended_at", "updated_at", *values]


def _count(application: Application, counter: str) -> None:
    Organization.objects.filter(pk=application.project.organization_id).update(**{counter: F(counter) + 1})

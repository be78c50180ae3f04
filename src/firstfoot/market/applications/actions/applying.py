"""The applicant's own moves: start, save, submit, withdraw."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.actions.base import (
    answer_due,
    locked_with_project,
    note_ending,
    require_open,
    require_state,
)
from firstfoot.market.applications.aliases import pseudonym_for
from firstfoot.market.applications.events import Applications
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.policies import may_apply, may_be_applicant, may_withdraw
from firstfoot.market.applications.queries import live_application, terms_changed, unanswered
from firstfoot.market.applications.states import APPLICATION, ApplicationState
from firstfoot.market.projects import seats
from firstfoot.market.projects.actions import pause_project
from firstfoot.market.projects.models import BriefVersion, Project
from firstfoot.market.projects.queries import brief_version
from firstfoot.market.projects.states import PauseReason

S = ApplicationState


@transaction.atomic
def start_application(*, project_id: int, actor: Person) -> Application:
    """A new draft; the live application when the actor already has one.

    Raises NotPermitted for one's own organization, Conflict when the project takes no
    applications now, when the host declined the actor before, or when another request was first.
    """
    if standing := live_application(actor, project_id):
        return standing
    project = locked(Project, project_id)
    require(may_apply(actor, project))
    require_open(project)
    if Application.objects.filter(project=project, person=actor, state=S.DECLINED).exists():
        raise Conflict("declined_before")
    now = clock.now()
    application = Application(
        project=project,
        person=actor,
        brief_version=brief_version(project),
        pseudonym=pseudonym_for(project, actor),
        created_at=now,
        updated_at=now,
    )
    try:
        with transaction.atomic():
            record_new(Applications.STARTED, application, actor)
    except IntegrityError as error:
        raise Conflict("already_applied") from error
    return application


@transaction.atomic
def save_application(
    *,
    application_id: int,
    actor: Person,
    motivation: str,
    answers: Sequence[str],
    availability: str = "",
    link: str = "",
) -> Application:
    """Keep what was typed so far, as an answer to the brief that stands now; records no fact.

    Raises IllegalTransition once it was submitted.
    """
    application = locked(Application, application_id)
    require(may_be_applicant(actor, application))
    require_state(application, "save", S.DRAFT)
    application.brief_version = brief_version(application.project)
    application.motivation, application.answers = motivation, list(answers)
    application.availability, application.link = availability, link
    application.updated_at = clock.now()
    application.save(update_fields=["brief_version", "motivation", "answers", "availability", "link", "updated_at"])
    return application


@transaction.atomic
def submit_application(*, application_id: int, actor: Person, brief_seen: int | None = None) -> Application:
    """Send the draft to the host, whose five business days begin; when it was one of too many, the project pauses.

    Raises Conflict when the project takes no applications now, when something asked for is
    missing, when its questions changed since the draft, or its terms since brief number
    `brief_seen`; LimitReached when too many of this project wait for an answer.
    """
    project, application = locked_with_project(application_id)
    require(may_be_applicant(actor, application))
    require(may_apply(actor, project))
    application.state = APPLICATION.target("submit", application.state)
    require_open(project)
    _require_room(project)
    newest = brief_version(project)
    if brief_seen is not None and (code := terms_changed(project, brief_seen)):
        raise Conflict(code)
    _require_answers(application, newest)
    now = clock.now()
    application.brief_version = newest
    application.submitted_at = application.updated_at = now
    application.answer_by_at = answer_due(project, now)
    saved = ["state", "brief_version", "submitted_at", "updated_at", "answer_by_at"]
    record(Applications.SUBMITTED, application, actor, save=saved, brief=newest.number)
    if unanswered(project) >= settings.MAX_UNANSWERED_APPLICATIONS:
        pause_project(project_id=project.pk, actor=None, reason=PauseReason.FULL)
    return application


@transaction.atomic
def withdraw_application(*, application_id: int, actor: Person, seen: int | None = None) -> Application:
    """The applicant takes it back, at any time before accepting; an open offer frees its seat."""
    project, application = locked_with_project(application_id, seen=seen)
    require(may_withdraw(actor, application))
    was_offered = application.state == S.OFFERED
    application.state = APPLICATION.target("withdraw", application.state)
    if was_offered:
        seats.release_seat(project, actor)
    application.updated_at = clock.now()
    record(Applications.WITHDRAWN, application, actor, save=note_ending(application))
    return application


def _require_room(project: Project) -> None:
    if unanswered(project) >= settings.MAX_UNANSWERED_APPLICATIONS:
        raise LimitReached("too_many_unanswered")


def _require_answers(application: Application, newest: BriefVersion) -> None:
    asked = newest.brief.questions
    if application.brief_version_id != newest.pk and application.brief_version.brief.questions != asked:
        raise Conflict("questions_changed")
    answers = [str(answer).strip() for answer in application.answers]
    missing = any(q.required and not given for q, given in zip(asked, answers, strict=False))
    if len(answers) != len(asked) or missing or not application.motivation.strip():
        raise Conflict("application_incomplete")

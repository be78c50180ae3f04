"""The host's answers: shortlist, step back, decline; and the conversation of both sides."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.conversations.actions import open_thread, write_post
from firstfoot.foundation.conversations.models import Post
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.actions.base import (
    answer_due,
    locked_with_project,
    note_answer,
    note_ending,
    require_state,
)
from firstfoot.market.applications.events import Applications
from firstfoot.market.applications.marks import written_marks
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.policies import may_answer, may_go_on, may_post
from firstfoot.market.applications.states import APPLICATION, ApplicationState, DeclineReason

S = ApplicationState


@transaction.atomic
def shortlist(*, application_id: int, seen: int | None = None, actor: Person) -> Application:
    """Take the applicant to the next round: who it is becomes known, and the conversation opens.

    Raises Conflict("no_mark_yet") unless someone wrote a mark first, blind; NotPermitted for
    who declared a conflict of interest, or while one side blocks the other.
    """
    _, application = locked_with_project(application_id, seen=seen)
    require(may_go_on(actor, application))
    application.state = APPLICATION.target("shortlist", application.state)
    is_reveal = application.shortlisted_at is None
    marks = written_marks(application).count()
    if is_reveal and not marks:
        raise Conflict("no_mark_yet")
    saved = ["state", "updated_at", *note_answer(application)]
    application.updated_at = clock.now()
    if application.shortlisted_at is None:
        application.shortlisted_at = application.updated_at
        saved.append("shortlisted_at")
    if application.thread_id is None:
        application.thread = open_thread()
        saved.append("thread")
    record(Applications.SHORTLISTED, application, actor, save=saved, marks=marks, reveal=is_reveal)
    return application


@transaction.atomic
def unshortlist(*, application_id: int, seen: int | None = None, actor: Person) -> Application:
    """Step back to undecided; who it is stays known, and the host's clock begins anew.

    Raises Conflict("is_reserve") for a reserve, who was promised a date.
    """
    project, application = locked_with_project(application_id, seen=seen)
    require(may_answer(actor, application))
    if application.is_reserve:
        raise Conflict("is_reserve")
    application.state = APPLICATION.target("unshortlist", application.state)
    application.updated_at = clock.now()
    application.answer_by_at = answer_due(project, application.updated_at)
    record(Applications.UNSHORTLISTED, application, actor, save=["state", "updated_at", "answer_by_at"])
    return application


@transaction.atomic
def decline(
    *,
    application_id: int,
    seen: int | None = None,
    reason: str,
    note: str = "",
    share_marks: bool = False,
    actor: Person,
) -> Application:
    """Say no, with a reason that reaches the person, and the scores they got when `share_marks` says so.

    Raises ValueError for an unknown reason.
    """
    code = DeclineReason(reason)
    _, application = locked_with_project(application_id, seen=seen)
    require(may_answer(actor, application))
    application.state = APPLICATION.target("decline", application.state)
    saved = note_answer(application)
    application.updated_at = clock.now()
    said = {"decline_reason": code, "decline_note": note.strip(), "shares_marks": share_marks}
    saved += note_ending(application, **said, reserve_until_at=None)
    record(Applications.DECLINED, application, actor, save=saved, reason=str(code))
    return application


@transaction.atomic
def post_in_application(*, application_id: int, body: str, key: str, actor: Person) -> Post:
    """Write in the conversation; the same key twice is one message.

    Raises IllegalTransition before a shortlist opened it and after the application ended.
    """
    _, application = locked_with_project(application_id)
    require(may_post(actor, application))
    if standing := Post.objects.filter(idempotency_key=key, thread=application.thread_id, author=actor).first():
        return standing
    require_state(application, "post", S.SUBMITTED, S.SHORTLISTED, S.OFFERED)
    if application.thread_id is None:
        raise Conflict("no_conversation_yet")
    post = write_post(thread_id=application.thread_id, body=body, key=key, actor=actor)
    record(Applications.POSTED, application, actor, post=post.public_id)
    return post

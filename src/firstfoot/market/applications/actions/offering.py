"""Offers: an open one holds a seat until it is accepted, refused, taken back or its clock runs out."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import workdays_of
from firstfoot.foundation.conversations.actions import close_thread
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.actions.base import (
    OFFER_BUSINESS_DAYS,
    locked_with_project,
    note_answer,
    note_ending,
    require_state,
)
from firstfoot.market.applications.actions.ending import lapse_locked
from firstfoot.market.applications.events import Applications
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.policies import may_be_applicant, may_meet, may_offer
from firstfoot.market.applications.states import APPLICATION, ApplicationState, LapseReason, RescindReason
from firstfoot.market.projects import seats
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.states import ProjectState

S = ApplicationState
LONGEST_EXTENSION = 10  # business days


@transaction.atomic
def offer(*, application_id: int, seen: int | None = None, note: str = "", actor: Person) -> Application:
    """The host's yes: holds a seat for three of the talent's business days.

    Raises Conflict("no_seat") when none is free, Conflict("project_not_open") when the
    project is closed and this is no reserve.
    """
    project, application = locked_with_project(application_id, seen=seen)
    return _offer(project, application, note, actor)


@transaction.atomic
def call_reserve(*, application_id: int, seen: int | None = None, note: str = "", actor: Person) -> Application:
    """Offer a seat that came free to a reserve; Conflict("not_reserve") for anyone else."""
    project, application = locked_with_project(application_id, seen=seen)
    if not application.is_reserve:
        raise Conflict("not_reserve")
    return _offer(project, application, note, actor)


def _offer(project: Project, application: Application, note: str, actor: Person) -> Application:
    require(may_meet(application))
    require(may_offer(actor, application))
    was_reserve = application.is_reserve
    application.state = APPLICATION.target("offer", application.state)
    if project.state not in (ProjectState.OPEN, ProjectState.PAUSED) and not was_reserve:
        raise Conflict("project_not_open")
    seats.hold_seat(project, actor)
    saved = note_answer(application)
    now = clock.now()
    application.updated_at = application.offered_at = now
    application.offer_until_at = workdays_of(application.person).after(now, OFFER_BUSINESS_DAYS)
    application.offer_note, application.reserve_until_at, application.rescind_reason = note.strip(), None, ""
    saved += ["state", "updated_at", "offered_at", "offer_until_at", "offer_note", "reserve_until_at", "rescind_reason"]
    record(Applications.OFFERED, application, actor, save=saved, reserve=was_reserve)
    return application


@transaction.atomic
def extend_offer(*, application_id: int, days: int, actor: Person, seen: int | None = None) -> Application:
    """Give the talent `days` more business days, counted from the present end (or from today when that is past)."""
    if not 1 <= days <= LONGEST_EXTENSION:
        raise ValueError(f"An offer is extended by 1 to {LONGEST_EXTENSION} days.")
    _, application = locked_with_project(application_id, seen=seen)
    require(may_meet(application))
    require(may_offer(actor, application))
    require_state(application, "extend", S.OFFERED)
    application.updated_at = now = clock.now()
    begins = max(now, application.offer_until_at or now)
    application.offer_until_at = workdays_of(application.person).after(begins, days)
    record(Applications.EXTENDED, application, actor, save=["offer_until_at", "updated_at"], days=days)
    return application


@transaction.atomic
def rescind_offer(
    *, application_id: int, seen: int | None = None, reason: str = RescindReason.PLANS_CHANGED, actor: Person
) -> Application:
    """Take an unanswered offer back; the seat is free, the person shortlisted again.

    When the project closed meanwhile the application lapses at once: two moves, two facts.
    """
    code = RescindReason(reason)
    project, application = locked_with_project(application_id, seen=seen)
    require(may_offer(actor, application))
    application.state = APPLICATION.target("rescind", application.state)
    seats.release_seat(project, actor)
    application.updated_at = clock.now()
    application.offered_at = application.offer_until_at = None
    application.offer_note, application.rescind_reason = "", code
    saved = ["state", "updated_at", "offered_at", "offer_until_at", "offer_note", "rescind_reason"]
    record(Applications.RESCINDED, application, actor, save=saved, reason=str(code))
    if project.state == ProjectState.CLOSED:
        lapse_locked(application, LapseReason.CLOSED, actor)
    return application


@transaction.atomic
def refuse_offer(*, application_id: int, actor: Person, seen: int | None = None) -> Application:
    """The applicant says no to the offer; the seat is free."""
    project, application = locked_with_project(application_id, seen=seen)
    require(may_be_applicant(actor, application))
    application.state = APPLICATION.target("refuse", application.state)
    seats.release_seat(project, actor)
    application.updated_at = clock.now()
    record(Applications.REFUSED, application, actor, save=note_ending(application))
    return application


@transaction.atomic
def expire_offer(*, application_id: int) -> Application:
    """The clock ends an offer that nobody answered; Conflict("not_due") before its time."""
    project, application = locked_with_project(application_id)
    application.state = APPLICATION.target("expire", application.state)
    if application.offer_until_at is None or clock.now() <= application.offer_until_at:
        raise Conflict("not_due")
    seats.release_seat(project, None)
    application.updated_at = clock.now()
    record(Applications.EXPIRED, application, None, save=note_ending(application))
    return application


def mark_accepted(application: Application, actor: Person) -> None:
    """Part of accepting an offer: call it with the application and its project locked.

    Raises NotPermitted for anyone but the applicant and while one side blocks the other, Conflict("offer_over")
    after the offer's time.
    """
    require(may_meet(application))
    require(may_be_applicant(actor, application))
    application.state = APPLICATION.target("accept", application.state)
    now = clock.now()
    if application.offer_until_at is None or now > application.offer_until_at:
        raise Conflict("offer_over")
    application.updated_at = application.ended_at = now
    if application.thread_id is not None:  # the engagement has its own conversation
        close_thread(thread_id=application.thread_id)
    record(Applications.ACCEPTED, application, actor, save=["state", "updated_at", "ended_at"])

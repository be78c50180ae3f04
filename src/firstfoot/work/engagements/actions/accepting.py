"""Accepting an offer: the seat is taken, the engagement begins, its agreement is proposed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import workdays_of
from firstfoot.foundation.conversations.actions import open_thread
from firstfoot.foundation.journal.actions import locked, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.market.applications.actions import mark_accepted, reserve_or_lapse_rest
from firstfoot.market.applications.models import Application
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.queries import has_role, workdays_of_organization
from firstfoot.market.organizations.states import OrganizationState, Role
from firstfoot.market.projects.brief import Brief, changes_between
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.queries import brief_version
from firstfoot.market.projects.seats import take_held_seat
from firstfoot.work.engagements.actions.drafting import promise_result, propose_version
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement, OnboardingStep
from firstfoot.work.engagements.queries.plan import proposed_due
from firstfoot.work.engagements.states import Side
from firstfoot.work.engagements.terms import Parties, compose, first_day, reading_step, standard_steps, terms_from_brief


@transaction.atomic
def accept_offer(*, application_id: int, seen: int | None = None, actor: Person) -> Engagement:
    """Take the offered seat and begin the engagement with agreement version 1 from the brief.

    Raises NotPermitted unless the actor is the applicant, IllegalTransition unless an offer
    stands, Conflict: "offer_over" when its time has passed, "host_stopped",
    "no_supervisor" when no member guides the project. When this was the last seat, the other
    applicants are told.
    """
    project_id = Application.objects.values_list("project_id", flat=True).get(pk=application_id)
    project = locked(Project, project_id)
    application = locked(Application, application_id, seen=seen)
    mark_accepted(application, actor)
    take_held_seat(project, actor)
    engagement = _begin(project, application, actor)
    if project.is_filled:
        reserve_or_lapse_rest(project, actor)
    return engagement


def _begin(project: Project, application: Application, actor: Person) -> Engagement:
    _require_host(project, actor)
    supervisor, cover = cast(Person, project.supervisor), project.cover
    if cover is not None and cover.pk == actor.pk:
        cover = None
    published = brief_version(project)
    brief = published.brief
    workdays = workdays_of_organization(project.organization)
    people = (workdays_of(supervisor), workdays_of(actor))

    def is_away(day: date) -> bool:
        return workdays.is_away(day) or any(one.is_away(day) for one in people)

    def is_workday(day: date) -> bool:
        return workdays.is_workday(day) and not is_away(day)

    start_on = first_day(brief, clock.today(workdays.zone), is_workday)
    parties = Parties(
        host=project.organization.name,
        intern=actor.formal_name,
        supervisor=supervisor.formal_name,
        cover=cover.formal_name if cover else "",
    )
    terms = terms_from_brief(brief, parties, start_on, is_away)
    engagement = Engagement(
        project=project, application=application, organization=project.organization, intern=actor,
        supervisor=supervisor, cover=cover, thread=open_thread(), title=brief.title,
        begun_at=clock.now(), start_on=start_on, end_on=date.fromisoformat(terms["end_on"]), hours=terms["hours"],
        pay_minor=terms["pay_minor"], currency=terms["currency"], check_in_every_days=terms["check_in_every_days"],
        takes_over=_former(project, actor),
    )  # fmt: skip
    record_new(Engagements.BEGUN, engagement, actor, project=project.public_id, application=application.public_id)
    differing = changes_between(application.brief_version.brief.to_dict(), brief.to_dict())
    propose_version(engagement, compose(terms, differing), number=1, side=Side.HOST, proposer=supervisor, actor=actor)
    for item in terms["deliverables"]:
        promise_result(engagement, item, actor)
    _list_steps(engagement, brief, is_workday)
    return engagement


def _former(project: Project, actor: Person) -> Engagement | None:
    """What ended early and somebody was looked for to finish; the longest wait first, never one's own."""
    waiting = Engagement.objects.filter(project=project, successor_sought_at__isnull=False, successor=None)
    return waiting.exclude(intern=actor).order_by("successor_sought_at", "pk").first()


def _require_host(project: Project, actor: Person) -> None:
    organization = locked(Organization, project.organization_id)  # so that nobody leaves meanwhile
    if organization.state != OrganizationState.VERIFIED:
        raise Conflict("host_stopped")
    guide = project.supervisor_id
    if guide is None or guide == actor.pk or not has_role(guide, project.organization_id, Role.SUPERVISOR):
        raise Conflict("no_supervisor")


def _list_steps(engagement: Engagement, brief: Brief, is_workday: Callable[[date], bool]) -> None:
    today = clock.today(engagement.organization.zone)
    steps = list(brief.onboarding or standard_steps())
    if engagement.takes_over_id is not None:
        steps.append(reading_step())
    OnboardingStep.objects.bulk_create(
        OnboardingStep(
            engagement=engagement,
            number=number,
            text=step.text,
            side=step.side,
            required=step.required,
            due_on=proposed_due(step.side, engagement.start_on, today, is_workday),
        )
        for number, step in enumerate(steps, start=1)
    )

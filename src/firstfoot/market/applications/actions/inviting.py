"""Invitations to apply: sent, taken up by applying, refused, ended with the project."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from firstfoot.foundation.accounts.leaving import NOBODY
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import person_by_address
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.ids import secret_token
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.events import ProjectInvitations
from firstfoot.market.applications.invitations import sent_within_a_day, to, worked_with
from firstfoot.market.applications.models import Application, ProjectInvitation
from firstfoot.market.applications.queries import why_not_invited_to
from firstfoot.market.applications.states import PROJECT_INVITATION, ProjectInvitationState, Source
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.queries import role_in
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.policies import may_manage

MOST_A_DAY = 20  # of one organization, so that nobody sends mail in bulk from here


@transaction.atomic
def invite_to_apply(
    *, project_id: int, actor: Person, email: str = "", person_id: int | None = None
) -> ProjectInvitation:
    """Invite an address, or somebody who worked with the organization, to apply to an open project.

    Whether it is passed on is decided by its reaction and not told to the host: who refused before, wants none
    or has applied already gets nothing. Raises NotPermitted, Conflict when the project takes no applications or is
    not to be read by its address, when they are a member, were invited before or never worked there;
    LimitReached after twenty in a day.
    """
    project = project_to_invite_to(project_id, actor)
    email = email.strip().lower()
    known = person_by_address(email) if email else None
    if person_id is not None and not worked_with(project.organization_id, person_id):
        raise Conflict("never_worked_here")
    invited = person_id if person_id is not None else known.pk if known else None
    if role_in(invited, project.organization_id) is not None:
        raise Conflict("already_member")
    return send_invitation(project, actor, email="" if person_id else email, person_id=person_id)


def project_to_invite_to(project_id: int, actor: Person) -> Project:
    """The project, locked, that the actor may invite to now. Raises NotPermitted, Conflict."""
    project = locked(Project, project_id)
    require(may_manage(actor, project))
    if code := why_not_invited_to(project):
        raise Conflict(code)
    return project


def send_invitation(project: Project, actor: Person, **whom: Any) -> ProjectInvitation:
    """The last part of every way to invite, with the project locked. Raises LimitReached, Conflict."""
    locked(Organization, project.organization_id)  # so that two at once do not pass the limit
    if sent_within_a_day(project.organization_id) >= MOST_A_DAY:
        raise LimitReached("too_many_project_invitations")
    invitation = ProjectInvitation(
        project=project, token=secret_token(), invited_by=actor, sent_at=clock.now(), **whom
    )  # fmt: skip
    try:
        with transaction.atomic():
            record_new(ProjectInvitations.SENT, invitation, actor, project=project.public_id)
    except IntegrityError as error:
        raise Conflict("invited_before") from error
    return invitation


@transaction.atomic
def take_up_invitations(*, application_id: int) -> int:
    """The person applied: what invited them before is done, and the application says that it was invited."""
    application = Application.objects.select_related("person").get(pk=application_id)
    waiting = ProjectInvitation.objects.filter(
        to(application.person), project=application.project_id, state=ProjectInvitationState.SENT,
        sent_at__lte=application.submitted_at or clock.now(),
    )  # fmt: skip
    keys = list(waiting.order_by("pk").values_list("pk", flat=True))
    for key in keys:
        invitation = locked(ProjectInvitation, key)
        if invitation.state == ProjectInvitationState.SENT:
            invitation.state = PROJECT_INVITATION.target("take_up", invitation.state)
            invitation.ended_at = clock.now()
            record(ProjectInvitations.TAKEN_UP, invitation, None, save=["state", "ended_at"])
    if keys:
        Application.objects.filter(pk=application.pk).update(source=Source.INVITED)
    return len(keys)


@transaction.atomic
def refuse_project_invitation(
    *, token: str, wants_no_more: bool = False, actor: Person | None = None
) -> ProjectInvitation:
    """No thanks, by whoever holds the link; nobody is told. Raises IllegalTransition when it was answered or over."""
    invitation = locked(ProjectInvitation, ProjectInvitation.objects.values_list("pk", flat=True).get(token=token))
    invitation.state = PROJECT_INVITATION.target("refuse", invitation.state)
    invitation.wants_no_more, invitation.ended_at = wants_no_more, clock.now()
    record(ProjectInvitations.REFUSED, invitation, actor, save=["state", "wants_no_more", "ended_at"])
    return invitation


@transaction.atomic
def end_project_invitations(*, project_id: int) -> int:
    """The project closed: nothing waits any more; how many did."""
    waiting = ProjectInvitation.objects.filter(project=project_id, state=ProjectInvitationState.SENT)
    keys = list(waiting.order_by("pk").values_list("pk", flat=True))
    for key in keys:
        invitation = locked(ProjectInvitation, key)
        if invitation.state == ProjectInvitationState.SENT:
            invitation.state = PROJECT_INVITATION.target("end", invitation.state)
            invitation.ended_at = clock.now()
            record(ProjectInvitations.ENDED, invitation, None, save=["state", "ended_at"])
    return len(keys)


@transaction.atomic
def erase_project_invitations(*, person: Person, addresses: Collection[str]) -> None:
    """Take the person out of what was sent to them: another token, and an address that is nobody's."""
    for invitation in ProjectInvitation.objects.filter(Q(person=person) | Q(email__in=addresses)):
        ProjectInvitation.objects.filter(pk=invitation.pk).update(
            person=None, email=f"{invitation.public_id.lower()}@{NOBODY}", token=secret_token()
        )

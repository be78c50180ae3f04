"""Reading invitations to apply: what a host sent, what a person got, and who wants none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import person_by_address
from firstfoot.kernel import clock
from firstfoot.market.applications.models import Application, NoInvitations, ProjectInvitation
from firstfoot.market.applications.states import LIVE, ApplicationState, ProjectInvitationState
from firstfoot.market.organizations.queries import is_kept_apart, kept_from
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.states import ProjectState

DAY = timedelta(days=1)


def invited_to(project: Project) -> QuerySet[ProjectInvitation]:
    """Whom the host invited to a project, the newest first; what became of it is not for the host to read."""
    sent = ProjectInvitation.objects.filter(project=project).select_related("person", "alias")
    return sent.defer("state", "wants_no_more", "ended_at", "token").order_by("-sent_at", "-pk")


def invited_people(projects: Iterable[int]) -> dict[int, list[tuple[str, datetime]]]:
    """By person: to which of these projects the host invited them, by name, and when; never those by an alias."""
    found: dict[int, list[tuple[str, datetime]]] = {}
    known = ProjectInvitation.objects.filter(project__in=list(projects), person__isnull=False, alias=None)
    sent = known.order_by("-sent_at")
    for person, title, at in sent.values_list("person_id", "project__title", "sent_at"):
        found.setdefault(person or 0, []).append((title, at))
    return found


def sent_within_a_day(organization_id: int) -> int:
    """How many invitations an organization sent in the last 24 hours."""
    since = clock.now() - DAY
    return ProjectInvitation.objects.filter(project__organization=organization_id, sent_at__gt=since).count()


def open_invitations_to(person: Person) -> QuerySet[ProjectInvitation]:
    """Those that wait for the person's answer, to projects that are open and that they did not apply to."""
    applied = Application.objects.filter(person=person, state__in=LIVE).values("project")
    waiting = ProjectInvitation.objects.filter(to(person), state=ProjectInvitationState.SENT)
    is_open = Q(project__state=ProjectState.OPEN)
    apart = kept_from(person).values("organization")
    waiting = waiting.exclude(project__organization__in=apart)
    waiting = waiting.exclude(project__organization__in=unwanted_by(person).values("organization"))
    return waiting.filter(is_open).exclude(project__in=applied).select_related("project__organization")


def to(person: Person) -> Q:
    """Sent to the person, or to an address that they have shown to be theirs."""
    shown = EmailAddress.objects.filter(user=person, verified=True).values("email")  # in lower case, as ours
    return Q(person=person) | Q(email__in=shown)


def project_invitation_by_token(token: str) -> ProjectInvitation | None:
    """The invitation behind a link."""
    return ProjectInvitation.objects.filter(token=token).select_related("project__organization", "invited_by").first()


def addressee(invitation: ProjectInvitation) -> Person | None:
    """Whose it is here, if anybody's."""
    return invitation.person or (person_by_address(invitation.email) if invitation.email else None)


def is_welcome(invitation: ProjectInvitation, person: Person | None) -> bool:
    """Whether to pass it on: not across a block, to who refused this host or all, was asked already or has applied."""
    organization = invitation.project.organization_id
    if person is not None and is_kept_apart(person, organization):
        return False
    if person is not None and unwanted_by(person).filter(organization=organization).exists():
        return False
    who = Q(email=invitation.email) if invitation.email else Q(pk=None)
    if person is not None:
        who |= to(person)
    earlier = ProjectInvitation.objects.filter(who).exclude(pk=invitation.pk)
    refused = Q(state=ProjectInvitationState.REFUSED, project__organization=organization) | Q(wants_no_more=True)
    if earlier.filter(refused | Q(project=invitation.project_id, sent_at__lt=invitation.sent_at)).exists():
        return False
    mine = Application.objects.filter(person=person, project=invitation.project_id)
    return person is None or not mine.exclude(state=ApplicationState.WITHDRAWN).exists()


def unwanted_by(person: Person) -> QuerySet[NoInvitations]:
    """Of whom the person wants no invitations."""
    return NoInvitations.objects.filter(person=person)


def wants_none_of(organization_id: int) -> QuerySet[NoInvitations]:
    """Who wants no invitations of the organization."""
    return NoInvitations.objects.filter(organization=organization_id)


def by_alias_within_a_day(project_id: int) -> int:
    """How many the host invited from its list in the last 24 hours."""
    since = clock.now() - DAY
    return ProjectInvitation.objects.filter(project=project_id, alias__isnull=False, sent_at__gt=since).count()


def worked_with(organization_id: int, person_id: int) -> bool:
    """Whether the person once accepted an offer of the organization."""
    accepted = Application.objects.filter(person=person_id, state=ApplicationState.ACCEPTED)
    return accepted.filter(project__organization=organization_id).exists()

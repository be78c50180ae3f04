"""Reading organizations, their members and invitations."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.kernel.workdays import Workdays
from firstfoot.market.organizations.models import Invitation, Membership, Organization, OrganizationAway
from firstfoot.market.organizations.states import RANK, InvitationState, OrganizationState, Role, roles_from


def organizations_visible_to(reader: Person | None) -> QuerySet[Organization]:
    """Verified ones to all, also those of the reader, and every one to a steward."""
    if reader is not None and reader.is_steward:
        return Organization.objects.all()
    public = Q(state=OrganizationState.VERIFIED)
    if reader is None:
        return Organization.objects.filter(public)
    return Organization.objects.filter(public | Q(pk__in=_memberships(reader.pk).values("organization")))


def organizations_of(person: Person) -> QuerySet[Organization]:
    """Those the person is a member of now, by name."""
    return Organization.objects.filter(pk__in=_memberships(person.pk).values("organization")).order_by("name", "pk")


def organizations_with_role(person: Person, least: Role) -> QuerySet[Organization]:
    """Those in which the person has at least this role."""
    mine = _memberships(person.pk).filter(role__in=roles_from(least))
    return Organization.objects.filter(pk__in=mine.values("organization")).order_by("name", "pk")


def organizations_waiting() -> QuerySet[Organization]:
    """Those a steward has not looked at yet, the longest waiting first."""
    return Organization.objects.filter(state=OrganizationState.UNVERIFIED).order_by("founded_at", "pk")


def members_of(organization: Organization) -> QuerySet[Membership]:
    """The present memberships with their people, in order of joining."""
    present = Membership.objects.filter(organization=organization, left_at=None)
    return present.select_related("person").order_by("joined_at", "pk")


def people_with_role(organization_id: int, least: Role) -> QuerySet[Person]:
    """The members who have at least this role."""
    members = Membership.objects.filter(organization=organization_id, left_at=None, role__in=roles_from(least))
    return Person.objects.filter(pk__in=members.values("person")).order_by("pk")


def role_in(person_id: int | None, organization_id: int) -> Role | None:
    """The person's role in the organization now."""
    if person_id is None:
        return None
    role = _memberships(person_id).filter(organization=organization_id).values_list("role", flat=True).first()
    return Role(role) if role else None


def has_role(person_id: int | None, organization_id: int, least: Role) -> bool:
    """Whether the person has at least this role in the organization."""
    role = role_in(person_id, organization_id)
    return role is not None and RANK[role] >= RANK[least]


def roles_of(person: Person) -> dict[int, str]:
    """The person's roles now, by the key of the organization; one query."""
    return dict(_memberships(person.pk).values_list("organization_id", "role"))


def workdays_of_organization(organization: Organization) -> Workdays:
    """The organization's zone, weekend and times away; one query."""
    return Workdays(
        zone=organization.zone,
        weekend=frozenset(int(digit) for digit in organization.weekend),
        away=tuple(away.span for away in organization.aways.all()),
    )


def aways_of_organization(organization: Organization) -> QuerySet[OrganizationAway]:
    """Its times away that have not passed, soonest first."""
    return organization.aways.filter(last_on__gte=clock.today(organization.zone))


def invitation_by_token(token: str) -> Invitation | None:
    """The invitation behind a link, with its organization and who sent it."""
    found = Invitation.objects.filter(token=token).select_related("organization", "invited_by")
    return found.first()


def open_invitations(organization: Organization) -> QuerySet[Invitation]:
    """Those sent and not yet answered, newest first."""
    sent = Invitation.objects.filter(organization=organization, state=InvitationState.SENT)
    return sent.select_related("invited_by").order_by("-sent_at", "-pk")


def invitations_due() -> QuerySet[Invitation]:
    """Those whose time has run out and that still stand open."""
    return Invitation.objects.filter(state=InvitationState.SENT, expires_at__lte=clock.now())


def _memberships(person_id: int) -> QuerySet[Membership]:
    return Membership.objects.filter(person=person_id, left_at=None)

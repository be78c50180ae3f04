"""Reading organizations, their members and invitations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import confirmed_addresses_of
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.journal.queries import last_happened
from firstfoot.kernel import clock
from firstfoot.kernel.workdays import Workdays
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.organizations.evidence import addresses_at, own_domain
from firstfoot.market.organizations.likeness import folded_name, is_alike
from firstfoot.market.organizations.models import (
    Block,
    Invitation,
    Membership,
    Organization,
    OrganizationAway,
    Sighting,
)
from firstfoot.market.organizations.states import (
    RANK,
    VERIFIED_FOR,
    BlockSide,
    BlockState,
    InvitationState,
    OrganizationState,
    Role,
    SightingState,
    roles_from,
)


def organizations_visible_to(reader: Person | None) -> QuerySet[Organization]:
    """Verified ones to all, also those of the reader, and every one to a steward."""
    if reader is not None and reader.is_steward:
        return Organization.objects.all()
    public = Q(state=OrganizationState.VERIFIED)
    if reader is None:
        return Organization.objects.filter(public)
    if reader.block_changes:
        public &= ~Q(pk__in=kept_from(reader).values("organization"))
    return Organization.objects.filter(public | Q(pk__in=_memberships(reader.pk).values("organization")))


def kept_from(person: Person) -> QuerySet[Block]:
    """The blocks between the person and organizations, whoever made them."""
    return Block.objects.filter(person=person, state=BlockState.STANDING)


def is_kept_apart(person: Person | int, organization_id: int) -> bool:
    """Whether one of the two blocks the other; read anew each time."""
    standing = Block.objects.filter(person=person, organization=organization_id, state=BlockState.STANDING)
    return standing.exists()


def apart_from(reader: object) -> Q:
    """Rows of organizations that the reader is not kept from; asks nothing of whoever never had a block."""
    if isinstance(reader, Person) and reader.block_changes:
        return ~Q(organization__in=kept_from(reader).values("organization"))
    return Q()


def blocks_made_for(reader: Person) -> QuerySet[Block]:
    """Those the reader may lift: their own, and those of organizations they recruit for; newest first."""
    hosts = _memberships(reader.pk).filter(role__in=roles_from(Role.RECRUITER)).values("organization")
    own = Q(person=reader, side=BlockSide.PERSON) | Q(organization__in=hosts, side=BlockSide.ORGANIZATION)
    return Block.objects.filter(own, state=BlockState.STANDING).select_related("organization", "person").order_by("-pk")


def alike_to(organization: Organization, *, earlier: bool = False) -> int | None:
    """The key of another (or earlier) organization whose name reads like this one's; reads all, so not for a page."""
    own, others = folded_name(organization.name), Organization.objects.exclude(pk=organization.pk)
    others = others.filter(pk__lt=organization.pk) if earlier else others
    names = others.order_by("pk").values_list("pk", "name")
    return next((key for key, name in names.iterator() if is_alike(own, folded_name(name))), None)


def last_shown_change() -> datetime | None:
    """When what everyone sees of some organization last changed: its name, or whether it is verified."""
    return last_happened(
        Organizations.DESCRIBED, Organizations.VERIFIED, Organizations.RENEWED, Organizations.REJECTED,
        Organizations.SUSPENDED, Organizations.RESTORED,
    )  # fmt: skip


def organizations_of(person: Person) -> QuerySet[Organization]:
    """Those the person is a member of now, by name."""
    return Organization.objects.filter(pk__in=_memberships(person.pk).values("organization")).order_by("name", "pk")


def organization_at(public_id: str) -> Organization | None:
    """The one with this public id, for a caller that asks by itself who may know of it."""
    return Organization.objects.filter(public_id=public_id).first()


def organizations_with_role(person: Person, least: Role) -> QuerySet[Organization]:
    """Those in which the person has at least this role."""
    mine = _memberships(person.pk).filter(role__in=roles_from(least))
    return Organization.objects.filter(pk__in=mine.values("organization")).order_by("name", "pk")


def organizations_waiting() -> QuerySet[Organization]:
    """Those a steward has not looked at yet, the longest waiting first."""
    return Organization.objects.filter(state=OrganizationState.UNVERIFIED).order_by("founded_at", "pk")


def organizations_to_renew(now: datetime) -> QuerySet[Organization]:
    """The verified ones at which no steward looked for a year, and whose owners do not know yet; the oldest first."""
    verified = Organization.objects.filter(state=OrganizationState.VERIFIED, renewal_asked_at__isnull=True)
    return verified.filter(verified_at__lte=now - VERIFIED_FOR).order_by("verified_at")


def members_of(organization: Organization) -> QuerySet[Membership]:
    """The present memberships with their people, in order of joining."""
    present = Membership.objects.filter(organization=organization, left_at=None)
    return present.select_related("person").order_by("joined_at", "pk")


def own_addresses_of(organization: Organization, members: Iterable[Membership]) -> tuple[str, ...]:
    """The confirmed addresses of its members at its website's own domain; asks nothing where there is none."""
    if not own_domain(organization.website):
        return ()
    return addresses_at(organization.website, confirmed_addresses_of(member.person for member in members))


def sightings_visible_to(reader: Person) -> QuerySet[Sighting]:
    """Every one to a steward, but for those of their own organizations; none to anyone else."""
    if not reader.is_steward:
        return Sighting.objects.none()
    own = _memberships(reader.pk).values("organization")
    found = Sighting.objects.exclude(organization__in=own)
    return found.select_related("organization", "noted_by", "answered_by")


def sightings_waiting(reader: Person) -> QuerySet[Sighting]:
    """Those that need the reader's word as the second steward, the longest waiting first."""
    noted = sightings_visible_to(reader).filter(state=SightingState.NOTED).exclude(noted_by=reader)
    return noted.order_by("noted_at", "pk")


def sightings_said_of(organization: Organization) -> QuerySet[Sighting]:
    """Those of which owners hear that they were: no words, no kind, no names, and none that came to nothing."""
    answered = Q(state=SightingState.OUTDATED, answered_by__isnull=False)
    said = Sighting.objects.filter(answered | Q(state__in=[SightingState.NOTED, SightingState.CONFIRMED]))
    newest = said.filter(organization=organization).order_by("-noted_at", "-pk")
    return newest.only("state", "seen_on", "answered_at", "outdated_by")


def guides_of(organization: int) -> QuerySet[Membership]:
    """The memberships of those whom one can name as guide or cover: nobody who is shut out or leaving."""
    active = Membership.objects.filter(
        organization=organization, left_at=None, person__state=PersonState.ACTIVE, person__leaving_at=None
    )
    return active.select_related("person").order_by("joined_at", "pk")


def memberships_of_person(person: Person) -> QuerySet[Membership]:
    """Where the person belongs now."""
    return _memberships(person.pk).select_related("organization").order_by("joined_at", "pk")


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


def title_of(person: Person, organization_id: int) -> str:
    """What the person is called there, such as "Head baker"; "" for one who is no member."""
    titles = _memberships(person.pk).filter(organization=organization_id).values_list("title", flat=True)
    return titles.first() or ""


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

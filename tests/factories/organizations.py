"""Organizations, members and invitations, made through the real actions."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.organizations.actions import found_organization, invite_member
from firstfoot.market.organizations.models import Invitation, Membership, Organization
from firstfoot.market.organizations.states import Role
from tests.cast import Cast


def make_organization(owner: Person, name: str = "Kelp & Co") -> Organization:
    """An unverified organization with a text that a steward can judge."""
    return found_organization(
        name=name, actor=owner, website="https://kelp.example", city="Lisbon", country="PT", size="1-5",
        kind="startup", about="We map refill shops.", how_work_feels="Small, quick, kind.",
    )  # fmt: skip


def make_invitation(cast: Cast, email: str = "sam@example.org", role: Role = Role.SUPERVISOR) -> Invitation:
    """An open invitation to the bakery, by its owner."""
    return invite_member(organization_id=cast.acme.pk, email=email, role=role, actor=cast.hana)


def membership(person: Person, organization: Organization) -> Membership:
    """The person's present membership."""
    return Membership.objects.get(person=person, organization=organization, left_at=None)

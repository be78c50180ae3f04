"""Organizations, members and invitations, made through the real actions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from firstfoot.foundation.accounts.actions import make_steward
from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import found_organization, invite_member, note_document
from firstfoot.market.organizations.models import Invitation, Membership, Organization, Sighting
from firstfoot.market.organizations.states import Role
from tests.cast import Cast, join


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


def another_steward(name: str = "Stan Ito") -> Person:
    """A steward beside stella."""
    stan = join(name)
    make_steward(person_id=stan.pk, actor=None)
    stan.refresh_from_db()
    return stan


def make_sighting(actor: Person, organization: Organization, **said: Any) -> Sighting:
    """A note that the steward saw an extract of a register, a week ago."""
    told = {"kind": "register", "words": "Sent by post", "seen_on": clock.today() - timedelta(days=7), **said}
    return note_document(organization_id=organization.pk, actor=actor, **told)

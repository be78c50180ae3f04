"""The standing cast: the same people in every test, made through the real actions.

sam is the intern; hana owns Brindle Bakery, rita recruits, hugo supervises and cora
covers for it; stella is the steward; otto owns another host, a full world of his own,
so that leaks can show.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from types import SimpleNamespace

from django.db.models import Model
from django.test import Client

from firstfoot.foundation.accounts.actions import join_person, make_steward
from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import (
    accept_invitation,
    found_organization,
    invite_member,
    verify_organization,
)
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.states import Role
from firstfoot.web.shared.signed_in import MARK
from tests.remembering import rows_of_everything, the_cast_is_there

PASSWORD = "a-long-enough-secret"


@dataclass
class Cast:
    """The people and the two hosts; tests may hang more on `more`."""

    sam: Person
    paz: Person
    hana: Person
    rita: Person
    hugo: Person
    cora: Person
    stella: Person
    otto: Person
    acme: Organization
    otherhost: Organization
    more: SimpleNamespace = field(default_factory=SimpleNamespace)


def join(name: str, **fields: object) -> Person:
    """A person with a verified address, such as sam@example.org."""
    details = {"legal_name": "", "time_zone": "UTC", **fields}
    return join_person(
        email=f"{name.split(maxsplit=1)[0].lower()}@example.org", password=PASSWORD, chosen_name=name, adult=True,
        terms_version="2026-11", verified=True, **details,
    )  # fmt: skip


def enter(client: Client, person: Person) -> None:
    """Signed in just now: nothing is asked again before what matters."""
    client.force_login(person)
    session = client.session
    session[MARK] = {"line": "", "at": clock.now().timestamp()}
    session.save()


def hire(organization: Organization, owner: Person, person: Person, role: Role) -> None:
    invitation = invite_member(organization_id=organization.pk, email=person.email, role=role, actor=owner)
    accept_invitation(token=invitation.token, actor=person)


# What the first assembly of this process left in the database; later ones insert it again in a few statements.
_remembered: list[tuple[Cast, list[tuple[type[Model], list[Model]]]]] = []


def assemble() -> Cast:
    """Everyone, with both hosts verified: lived through once, then put back as it was."""
    if not _remembered:
        cast = live()
        _remembered.append((deepcopy(cast), rows_of_everything()))
    else:
        cast, rows = deepcopy(_remembered[0])
        for model, instances in rows:
            model._base_manager.bulk_create(instances)
    the_cast_is_there()
    return cast


def live() -> Cast:
    """Everyone, lived anew at whatever the clock says."""
    stella = join("Stella Ferreira")
    make_steward(person_id=stella.pk, actor=None)
    stella.refresh_from_db()
    hana, otto = join("Hana Brindle", legal_name="Hana M. Brindle"), join("Otto Vale")
    hosts = [
        found_organization(
            name=name, actor=owner, website="https://bakery.example", city="Leeds", country="GB", size="6-20",
            kind="small_business", about="We bake.", how_work_feels="Early, warm, calm.",
        )
        for name, owner in (("Brindle Bakery", hana), ("Vale Instruments", otto))
    ]  # fmt: skip
    for host in hosts:
        verify_organization(organization_id=host.pk, actor=stella)
        host.refresh_from_db()
    acme, otherhost = hosts
    rita, hugo, cora = join("Rita Nowak"), join("Hugo Marsh"), join("Cora Lind")
    hire(acme, hana, rita, Role.RECRUITER)
    hire(acme, hana, hugo, Role.SUPERVISOR)
    hire(acme, hana, cora, Role.SUPERVISOR)
    return Cast(
        sam=join("Sam Okoro", legal_name="Samuel Okoro", time_zone="Europe/Lisbon"), paz=join("Paz Ibarra"),
        hana=hana, rita=rita, hugo=hugo, cora=cora, stella=stella, otto=otto, acme=acme, otherhost=otherhost,
    )  # fmt: skip

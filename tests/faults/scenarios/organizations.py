"""Organizations, their members and invitations."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.kernel import clock
from firstfoot.market.organizations import actions
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.organizations.states import Role
from tests.factories.organizations import another_steward, make_sighting, membership
from tests.factories.projects import make_open_project
from tests.faults import stages
from tests.faults.scenarios import scenario


@scenario(actions.found_organization, Organizations.FOUNDED, on=stages.people)
def found(world: SimpleNamespace) -> dict[str, Any]:
    return {"name": "Kelp & Co", "actor": world.cast.otto, "city": "Lisbon", "country": "PT"}


@scenario(actions.describe_organization, Organizations.DESCRIBED, on=stages.opened)
def describe(world: SimpleNamespace) -> dict[str, Any]:
    return {"organization_id": world.cast.acme.pk, "seen": None, "actor": world.cast.hana, "name": "Crumb House"}


@scenario(actions.add_organization_away, Organizations.AWAY, on=stages.people)
def away(world: SimpleNamespace) -> dict[str, Any]:
    today = clock.today()
    return {
        "organization_id": world.cast.acme.pk, "first_on": today, "last_on": today + timedelta(days=2),
        "actor": world.cast.hana,
    }  # fmt: skip


@scenario(actions.remove_organization_away, Organizations.BACK, on=stages.people)
def back(world: SimpleNamespace) -> dict[str, Any]:
    return {"away_id": actions.add_organization_away(**away(world)).pk, "actor": world.cast.hana}


@scenario(actions.verify_organization, Organizations.VERIFIED, on=stages.waiting)
def verify(world: SimpleNamespace) -> dict[str, Any]:
    return {"organization_id": world.kelp.pk, "actor": world.cast.stella}


@scenario(actions.renew_verification, Organizations.RENEWED, on=stages.people)
def renew(world: SimpleNamespace) -> dict[str, Any]:
    return {"organization_id": world.cast.acme.pk, "actor": world.cast.stella}


@scenario(actions.ask_for_renewal, Organizations.RENEWAL_DUE, on=stages.people, after=timedelta(days=366))
def renewal(world: SimpleNamespace) -> dict[str, Any]:
    return {"organization_id": world.cast.acme.pk}


def _sited(world: SimpleNamespace) -> dict[str, Any]:
    world.cast.acme.website = "https://crumb.example"
    world.cast.acme.save(update_fields=["website"])
    return {"organization_id": world.cast.acme.pk}


@scenario(actions.ask_for_website_check, Organizations.WEBSITE_CHECK_ASKED, on=stages.people)
def ask_website(world: SimpleNamespace) -> dict[str, Any]:
    return {**_sited(world), "actor": world.cast.hana}


@scenario(actions.note_website_check, Organizations.WEBSITE_CHECKED, on=stages.people)
def note_website(world: SimpleNamespace) -> dict[str, Any]:
    actions.ask_for_website_check(**ask_website(world))
    return {**_sited(world), "host": "crumb.example", "outcome": "found"}


@scenario(actions.reject_organization, Organizations.REJECTED, on=stages.waiting)
def reject(world: SimpleNamespace) -> dict[str, Any]:
    return {"organization_id": world.kelp.pk, "actor": world.cast.stella, "reason": "No website"}


@scenario(actions.resubmit_organization, Organizations.RESUBMITTED, on=stages.waiting)
def resubmit(world: SimpleNamespace) -> dict[str, Any]:
    actions.reject_organization(**reject(world))
    return {"organization_id": world.kelp.pk, "actor": world.cast.otto}


@scenario(actions.suspend_organization, Organizations.SUSPENDED, on=stages.submitted)
def suspend(world: SimpleNamespace) -> dict[str, Any]:
    make_open_project(world.cast, title="A second one for the bakery")
    return {"organization_id": world.cast.acme.pk, "actor": world.cast.stella, "reason": "A complaint"}


@scenario(actions.restore_organization, Organizations.RESTORED, on=stages.people)
def restore(world: SimpleNamespace) -> dict[str, Any]:
    done = {"organization_id": world.cast.acme.pk, "actor": world.cast.stella, "reason": "A complaint"}
    actions.suspend_organization(**done)
    return done


@scenario(actions.invite_member, Organizations.INVITATION_SENT, on=stages.people)
def invite(world: SimpleNamespace) -> dict[str, Any]:
    return {
        "organization_id": world.cast.acme.pk, "email": "new@example.org", "role": Role.SUPERVISOR,
        "actor": world.cast.hana,
    }  # fmt: skip


@scenario(actions.accept_invitation, Organizations.INVITATION_ACCEPTED, Organizations.MEMBER_JOINED, on=stages.invited)
def accept(world: SimpleNamespace) -> dict[str, Any]:
    return {"token": world.invitation.token, "actor": world.cast.sam}


@scenario(actions.revoke_invitation, Organizations.INVITATION_REVOKED, on=stages.invited)
def revoke(world: SimpleNamespace) -> dict[str, Any]:
    return {"invitation_id": world.invitation.pk, "actor": world.cast.hana}


@scenario(actions.expire_invitation, Organizations.INVITATION_EXPIRED, on=stages.invited, after=timedelta(days=15))
def expire(world: SimpleNamespace) -> dict[str, Any]:
    return {"invitation_id": world.invitation.pk}


@scenario(actions.change_role, Organizations.MEMBER_ROLE_CHANGED, on=stages.people)
def change_role(world: SimpleNamespace) -> dict[str, Any]:
    rita = membership(world.cast.rita, world.cast.acme)
    return {"membership_id": rita.pk, "role": Role.OWNER, "actor": world.cast.hana}


@scenario(actions.end_membership, Organizations.MEMBER_LEFT, on=stages.people)
def end_membership(world: SimpleNamespace) -> dict[str, Any]:
    return {"membership_id": membership(world.cast.rita, world.cast.acme).pk, "actor": world.cast.rita}


@scenario(actions.note_document, Organizations.DOCUMENT_NOTED, on=stages.waiting)
def note_document(world: SimpleNamespace) -> dict[str, Any]:
    return {
        "organization_id": world.kelp.pk, "kind": "register", "words": "Sent by post", "seen_on": clock.today(),
        "actor": world.cast.stella,
    }  # fmt: skip


@scenario(actions.confirm_document, Organizations.DOCUMENT_CONFIRMED, on=stages.waiting)
def confirm_document(world: SimpleNamespace) -> dict[str, Any]:
    return {"sighting_id": make_sighting(another_steward(), world.kelp).pk, "actor": world.cast.stella}


@scenario(actions.deny_document, Organizations.DOCUMENT_DENIED, on=stages.waiting)
def deny_document(world: SimpleNamespace) -> dict[str, Any]:
    return {**confirm_document(world), "reason": "It names somebody else."}


@scenario(actions.take_back_document, Organizations.DOCUMENT_TAKEN_BACK, on=stages.waiting)
def take_back_document(world: SimpleNamespace) -> dict[str, Any]:
    return {"sighting_id": make_sighting(world.cast.stella, world.kelp).pk, "actor": world.cast.stella}


@scenario(actions.describe_organization, Organizations.DOCUMENT_OUTDATED, Organizations.DESCRIBED, on=stages.waiting)
def rename_what_was_seen(world: SimpleNamespace) -> dict[str, Any]:
    actions.confirm_document(**confirm_document(world))
    return {"organization_id": world.kelp.pk, "seen": None, "actor": world.cast.otto, "name": "Kelp & Daughters"}

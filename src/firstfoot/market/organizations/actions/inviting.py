"""Invitations to an organization: bound to one address, spent once."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import confirmed_addresses, person_by_address
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached, NotPermitted
from firstfoot.kernel.ids import secret_token
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.organizations.models import Invitation, Membership, Organization
from firstfoot.market.organizations.policies import may_manage_members
from firstfoot.market.organizations.queries import role_in
from firstfoot.market.organizations.states import INVITATION, InvitationState, OrganizationState, Role

LASTS = timedelta(days=14)
MOST_OPEN = 20  # of one organization, so that nobody sends mail in bulk from here


@transaction.atomic
def invite_member(*, organization_id: int, email: str, role: Role, actor: Person) -> Invitation:
    """Invite an address into a role.

    Raises Conflict when the address is a member's or has an open invitation,
    LimitReached when twenty are open.
    """
    organization = locked(Organization, organization_id)
    require(may_manage_members(actor, organization))
    email = email.strip().lower()
    person = person_by_address(email)
    if person is not None and role_in(person.pk, organization.pk) is not None:
        raise Conflict("already_member")
    standing = Invitation.objects.filter(organization=organization, state=InvitationState.SENT)
    for invitation in standing.filter(email=email):
        if invitation.expires_at > clock.now():
            raise Conflict("already_invited")
        expire_invitation(invitation_id=invitation.pk)
    if standing.count() >= MOST_OPEN:
        raise LimitReached("too_many_invitations")
    invitation = Invitation(
        organization=organization, email=email, role=Role(role), token=secret_token(), invited_by=actor,
        sent_at=clock.now(), expires_at=clock.now() + LASTS,
    )  # fmt: skip
    record_new(Organizations.INVITATION_SENT, invitation, actor, organization=organization.public_id, role=str(role))
    return invitation


@transaction.atomic
def accept_invitation(*, token: str, actor: Person) -> Membership:
    """Join by an invitation, once.

    Raises NotPermitted when it was sent to an address that is not (confirmed as)
    the actor's or the organization is suspended, IllegalTransition when it is
    spent, revoked or expired, Conflict when its time ran out or they are a member.
    """
    organization_id, invitation_id = Invitation.objects.values_list("organization", "pk").get(token=token)
    organization = locked(Organization, organization_id)
    invitation = locked(Invitation, invitation_id)
    if invitation.email not in confirmed_addresses(actor):
        raise NotPermitted("other_address")
    if organization.state == OrganizationState.SUSPENDED:
        raise NotPermitted("organization_suspended")
    invitation.state = INVITATION.target("accept", invitation.state)
    if invitation.expires_at <= clock.now():
        raise Conflict("invitation_expired")
    if role_in(actor.pk, organization.pk) is not None:
        raise Conflict("already_member")
    membership = Membership.objects.create(
        organization=organization, person=actor, role=invitation.role, joined_at=clock.now()
    )
    invitation.accepted_by = actor
    record(Organizations.INVITATION_ACCEPTED, invitation, actor, save=["state", "accepted_by"])
    member, role = actor.actor_token, str(membership.role)
    record(Organizations.MEMBER_JOINED, organization, actor, member=member, role=role, invitation=invitation.public_id)
    return membership


@transaction.atomic
def revoke_invitation(*, invitation_id: int, actor: Person) -> Invitation:
    """Take an invitation back before it is spent."""
    organization_id = Invitation.objects.values_list("organization", flat=True).get(pk=invitation_id)
    organization = locked(Organization, organization_id)
    invitation = locked(Invitation, invitation_id)
    require(may_manage_members(actor, organization))
    invitation.state = INVITATION.target("revoke", invitation.state)
    record(Organizations.INVITATION_REVOKED, invitation, actor, save=["state"])
    return invitation


@transaction.atomic
def expire_invitation(*, invitation_id: int) -> Invitation:
    """The clock's end of an invitation. Raises Conflict before its time."""
    invitation = locked(Invitation, invitation_id)
    if invitation.expires_at > clock.now():
        raise Conflict("not_yet")
    invitation.state = INVITATION.target("expire", invitation.state)
    record(Organizations.INVITATION_EXPIRED, invitation, None, save=["state"])
    return invitation

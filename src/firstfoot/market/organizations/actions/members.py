"""Roles of members, and members who leave."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.organizations.models import Membership, Organization
from firstfoot.market.organizations.policies import may_manage_members, may_part
from firstfoot.market.organizations.states import Role


@transaction.atomic
def change_role(*, membership_id: int, role: Role, actor: Person) -> Membership:
    """Give a member another role. Raises Conflict when nobody would be owner any more."""
    organization, membership = _present(membership_id)
    require(may_manage_members(actor, organization))
    if membership.role == role:
        return membership
    _keep_an_owner(organization, membership)
    before, membership.role = membership.role, Role(role)
    membership.save(update_fields=["role"])
    member = membership.person.actor_token
    record(Organizations.MEMBER_ROLE_CHANGED, organization, actor, member=member, role=str(role), before=str(before))
    return membership


@transaction.atomic
def end_membership(*, membership_id: int, actor: Person) -> Membership:
    """Leave, or part with a member; the row stays. Raises Conflict for the last owner.

    Whether they have work to hand over is asked by the engagements, before.
    """
    organization, membership = _present(membership_id)
    require(may_part(actor, organization, membership.person_id))
    _keep_an_owner(organization, membership)
    membership.left_at = clock.now()
    membership.save(update_fields=["left_at"])
    member = membership.person.actor_token
    record(Organizations.MEMBER_LEFT, organization, actor, member=member, role=str(membership.role))
    return membership


@transaction.atomic
def leave_empty(*, membership_id: int, actor: Person) -> Membership:
    """The only member leaves for good; the organization stays without anybody. Raises Conflict("last_owner") while
    there are others."""
    organization, membership = _present(membership_id)
    require(may_part(actor, organization, membership.person_id))
    if Membership.objects.filter(organization=organization, left_at=None).exclude(pk=membership.pk).exists():
        raise Conflict("last_owner")
    membership.left_at = clock.now()
    membership.save(update_fields=["left_at"])
    member = membership.person.actor_token
    record(Organizations.MEMBER_LEFT, organization, actor, member=member, role=str(membership.role))
    return membership


def _present(membership_id: int) -> tuple[Organization, Membership]:
    """The organization, locked, and a membership of it that has not ended."""
    organization_id = Membership.objects.values_list("organization", flat=True).get(pk=membership_id)
    organization = locked(Organization, organization_id)
    membership = Membership.objects.select_related("person").get(pk=membership_id)
    if membership.left_at is not None:
        raise Conflict("already_left")
    return organization, membership


def _keep_an_owner(organization: Organization, membership: Membership) -> None:
    others = Membership.objects.filter(organization=organization, role=Role.OWNER, left_at=None)
    if membership.role == Role.OWNER and not others.exclude(pk=membership.pk).exists():
        raise Conflict("last_owner")

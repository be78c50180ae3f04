"""A steward's word on an organization, and asking for another look."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.policies import may_resubmit, may_verify
from firstfoot.market.organizations.states import ORGANIZATION


@transaction.atomic
def verify_organization(*, organization_id: int, actor: Person, reason: str = "") -> Organization:
    """Say that the organization is who it says it is; what it posts may go public."""
    return _decide(organization_id, actor, "verify", Organizations.VERIFIED, reason)


@transaction.atomic
def reject_organization(*, organization_id: int, actor: Person, reason: str = "") -> Organization:
    """Turn an organization down, with the reason its owners read."""
    return _decide(organization_id, actor, "reject", Organizations.REJECTED, reason)


@transaction.atomic
def suspend_organization(*, organization_id: int, actor: Person, reason: str = "") -> Organization:
    """Stop an organization from making new moves, with the reason its owners read."""
    return _decide(organization_id, actor, "suspend", Organizations.SUSPENDED, reason)


@transaction.atomic
def restore_organization(*, organization_id: int, actor: Person, reason: str = "") -> Organization:
    """Let a suspended organization go on."""
    return _decide(organization_id, actor, "restore", Organizations.RESTORED, reason)


@transaction.atomic
def resubmit_organization(*, organization_id: int, actor: Person) -> Organization:
    """Ask the stewards for another look after a rejection."""
    organization = locked(Organization, organization_id)
    require(may_resubmit(actor, organization))
    organization.state = ORGANIZATION.target("resubmit", organization.state)
    record(Organizations.RESUBMITTED, organization, actor, save=["state"])
    return organization


def _decide(organization_id: int, actor: Person, verb: str, kind: Organizations, reason: str) -> Organization:
    organization = locked(Organization, organization_id)
    require(may_verify(actor, organization))
    if verb in {"reject", "suspend"} and not reason.strip():
        raise Conflict("reason_needed")
    organization.state = ORGANIZATION.target(verb, organization.state)
    organization.state_reason = reason.strip()
    if verb == "verify":
        organization.verified_at = clock.now()
    record(kind, organization, actor, save=["state", "state_reason", "verified_at"])
    return organization

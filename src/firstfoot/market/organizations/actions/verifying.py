"""A steward's word on an organization, and asking for another look."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.actions.seeing import outdate_documents
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.policies import may_resubmit, may_verify
from firstfoot.market.organizations.states import ORGANIZATION, VERIFIED_FOR, Outdated

VERIFICATION = ("verified_at", "changed_at", "renewal_asked_at")


@transaction.atomic
def verify_organization(
    *, organization_id: int, actor: Person, reason: str = "", seen: int | None = None
) -> Organization:
    """Say that the organization is who it says it is; what it posts may go public."""
    return _decide(organization_id, actor, "verify", Organizations.VERIFIED, reason, seen)


@transaction.atomic
def renew_verification(*, organization_id: int, actor: Person, seen: int | None = None) -> Organization:
    """Say that a verified organization is still who it says it is; `verified_at` moves to today.

    Raises NotPermitted, IllegalTransition unless it is verified, Conflict("changed") when it is not as the steward
    read it (version `seen`).
    """
    organization = locked(Organization, organization_id, seen=seen)
    require(may_verify(actor, organization))
    if not organization.is_verified:
        raise IllegalTransition("illegal_transition", verb="renew", state=str(organization.state))
    _note_look(organization)
    record(Organizations.RENEWED, organization, actor, save=VERIFICATION)
    return organization


@transaction.atomic
def ask_for_renewal(*, organization_id: int) -> Organization:
    """The clock: no steward looked for a year, so it is time again, with documents of this year.

    Raises Conflict("not_due") unless it is verified, for a year, and not asked yet.
    """
    organization = locked(Organization, organization_id)
    verified_at, is_asked = organization.verified_at, organization.renewal_asked_at is not None
    is_over = verified_at is not None and verified_at + VERIFIED_FOR <= clock.now()
    if not organization.is_verified or is_asked or not is_over:
        raise Conflict("not_due")
    outdate_documents(organization, Outdated.YEAR, None)
    organization.renewal_asked_at = clock.now()
    record(Organizations.RENEWAL_DUE, organization, None, save=["renewal_asked_at"])
    return organization


@transaction.atomic
def reject_organization(
    *, organization_id: int, actor: Person, reason: str = "", seen: int | None = None
) -> Organization:
    """Turn an organization down, with the reason its owners read."""
    return _decide(organization_id, actor, "reject", Organizations.REJECTED, reason, seen)


@transaction.atomic
def suspend_organization(
    *, organization_id: int, actor: Person, reason: str = "", seen: int | None = None
) -> Organization:
    """Stop an organization from making new moves, with the reason its owners read."""
    return _decide(organization_id, actor, "suspend", Organizations.SUSPENDED, reason, seen)


@transaction.atomic
def restore_organization(
    *, organization_id: int, actor: Person, reason: str = "", seen: int | None = None
) -> Organization:
    """Let a suspended organization go on."""
    return _decide(organization_id, actor, "restore", Organizations.RESTORED, reason, seen)


@transaction.atomic
def resubmit_organization(*, organization_id: int, actor: Person) -> Organization:
    """Ask the stewards for another look after a rejection."""
    organization = locked(Organization, organization_id)
    require(may_resubmit(actor, organization))
    organization.state = ORGANIZATION.target("resubmit", organization.state)
    record(Organizations.RESUBMITTED, organization, actor, save=["state"])
    return organization


def _note_look(organization: Organization) -> None:
    """A steward looked at it just now; the caller saves `VERIFICATION`."""
    organization.verified_at, organization.changed_at, organization.renewal_asked_at = clock.now(), None, None


def _decide(  # noqa: PLR0917  # as the four above name them
    organization_id: int, actor: Person, verb: str, kind: Organizations, reason: str, seen: int | None
) -> Organization:
    """Raises Conflict("changed") when the organization is not as the steward read it (version `seen`)."""
    organization = locked(Organization, organization_id, seen=seen)
    require(may_verify(actor, organization))
    if verb in {"reject", "suspend"} and not reason.strip():
        raise Conflict("reason_needed")
    organization.state = ORGANIZATION.target(verb, organization.state)
    organization.state_reason = reason.strip()
    if verb == "verify":
        _note_look(organization)
    record(kind, organization, actor, save=["state", "state_reason", *VERIFICATION])
    return organization

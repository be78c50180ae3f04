"""Showing that one runs the website: an owner asks for the check, and what came of it is noted."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.domains import host_of
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.policies import may_describe
from firstfoot.market.organizations.proof import provable_host

BETWEEN_CHECKS = timedelta(minutes=1)


@transaction.atomic
def ask_for_website_check(*, organization_id: int, actor: Person) -> Organization:
    """Have the website asked for the organization's token, outside of this transaction.

    Raises NotPermitted unless the actor is an owner, Conflict("no_own_domain"), Conflict("checked_just_now").
    """
    organization = locked(Organization, organization_id)
    require(may_describe(actor, organization))
    if not provable_host(organization):
        raise Conflict("no_own_domain")
    asked_at = organization.website_asked_at
    if asked_at is not None and asked_at + BETWEEN_CHECKS > clock.now():
        raise Conflict("checked_just_now")
    organization.website_asked_at = clock.now()
    record(Organizations.WEBSITE_CHECK_ASKED, organization, actor, save=["website_asked_at"])
    return organization


@transaction.atomic
def note_website_check(*, organization_id: int, host: str, outcome: str) -> Organization:
    """Keep what the host answered; nothing when the website is another one meanwhile, or the answer is noted."""
    organization = locked(Organization, organization_id)
    asked_at, checked_at = organization.website_asked_at, organization.website_checked_at
    is_noted = asked_at is None or (checked_at is not None and checked_at >= asked_at)
    if is_noted or host_of(organization.website) != host:
        return organization
    organization.website_host, organization.website_outcome = host, outcome
    organization.website_checked_at = clock.now()
    saved = ["website_host", "website_outcome", "website_checked_at"]
    record(Organizations.WEBSITE_CHECKED, organization, None, save=saved, reason=outcome)
    return organization

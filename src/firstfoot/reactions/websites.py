"""Asking an organization's website for its token: before the transaction that notes the answer."""

from __future__ import annotations

from firstfoot.foundation.journal.models import Fact
from firstfoot.market.organizations.actions import note_website_check
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.proof import outcome_in, provable_host, token_of
from firstfoot.reactions import wellknown
from firstfoot.reactions.people import thing_of


def look(fact: Fact) -> tuple[str, str]:
    """The host that was asked, and what came of it."""
    organization = thing_of(fact, Organization)
    host = provable_host(organization)
    if not host:
        return "", ""
    try:
        return host, outcome_in(wellknown.read(host, wellknown.REAL), token_of(organization))
    except wellknown.Unread as unread:
        return host, unread.code


def note(fact: Fact, seen: tuple[str, str]) -> None:
    host, outcome = seen
    if host:
        note_website_check(organization_id=thing_of(fact, Organization).pk, host=host, outcome=outcome)

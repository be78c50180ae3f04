"""The words by which a website shows that it belongs to an organization here, and whether it did."""

from __future__ import annotations

from django.utils.crypto import salted_hmac

from firstfoot.market.organizations.domains import host_of
from firstfoot.market.organizations.evidence import own_domain
from firstfoot.market.organizations.models import Organization

FOUND, OTHER_WORDS = "found", "other_words"


def provable_host(organization: Organization) -> str:
    """The host that is asked; empty where the website is not on a domain of its own."""
    return host_of(organization.website) if own_domain(organization.website) else ""


def token_of(organization: Organization) -> str:
    """What the website must say: of this organization and this host only, and not to be guessed."""
    about = f"{organization.public_id}:{provable_host(organization)}"
    return "firstfoot-" + salted_hmac("firstfoot.website", about, algorithm="sha256").hexdigest()[:40]


def outcome_in(text: str, token: str) -> str:
    """Whether the token stands in the text, as a word of its own.

    >>> outcome_in("firstfoot-12 \\n", "firstfoot-12"), outcome_in("firstfoot-123", "firstfoot-12")
    ('found', 'other_words')
    """
    return FOUND if token in text.split() else OTHER_WORDS


def outcome_of(organization: Organization) -> str:
    """What the website that it names now answered last; empty when nobody asked it."""
    host = provable_host(organization)
    return organization.website_outcome if host and organization.website_host == host else ""

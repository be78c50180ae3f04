"""Which addresses a page may have."""

from __future__ import annotations

import re
import unicodedata

SHORTEST, LONGEST = 3, 40
# Words that would read as the site's own.
RESERVED = frozenset(
    {
        "about", "account", "accounts", "admin", "api", "everyone", "help", "host", "hosts", "index", "me", "new",
        "people", "person", "portfolio", "privacy", "settings", "site", "static", "steward", "stewards", "support",
        "terms", "you",
    }
)  # fmt: skip
_FITS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def fits(slug: str) -> bool:
    """Small letters, digits and single hyphens, 3 to 40 of them, and no word of the site's own.

    >>> [fits(one) for one in ("sam-okoro", "Sam", "-sam", "admin", "ab")]
    [True, False, False, False, False]
    """
    return SHORTEST <= len(slug) <= LONGEST and slug not in RESERVED and bool(_FITS.match(slug))


def proposed(name: str) -> str:
    """An address made of a name; "" where none of its letters fit.

    >>> proposed("Zoë O’Brien")
    'zoe-o-brien'
    """
    apart = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", name))  # before letters lose their marks
    plain = unicodedata.normalize("NFKD", apart).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-")
    return slug if fits(slug) else ""

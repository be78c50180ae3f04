"""Public ids: short random words that say nothing about order or number."""

from __future__ import annotations

import secrets

# No vowels and no look-alikes: no words by accident, easy to read aloud.
ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
LENGTH = 12


def public_id() -> str:
    """Twelve random characters, about 57 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def secret_token() -> str:
    """A token for a link that grants something: 256 random bits, URL-safe."""
    return secrets.token_urlsafe(32)

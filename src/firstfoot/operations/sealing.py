"""Sealing a secret with a passphrase.

scrypt makes the key; AES-GCM hides the secret and vouches for what it came with.
"""

from __future__ import annotations

import base64
import json
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

# 64 MB and about a third of a second for each guess (RFC 7914; OWASP's advice of 2023 and later is n = 2**17, r = 8).
COST = {"n": 2**16, "r": 8, "p": 1}


class WrongSeal(Exception):
    """The passphrase is wrong, or what was sealed, or what came with it, was changed."""


def seal(secret: bytes, passphrase: str, companion: bytes) -> bytes:
    """The secret, readable only with the passphrase and beside the same `companion` bytes."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    hidden = AESGCM(_key(passphrase, salt, COST)).encrypt(nonce, secret, companion)
    parts = {"salt": _text(salt), "nonce": _text(nonce), "hidden": _text(hidden), **COST}
    return json.dumps(parts).encode()


def unseal(sealed: bytes, passphrase: str, companion: bytes) -> bytes:
    """The secret. Raises WrongSeal."""
    try:
        parts = json.loads(sealed)
        salt, nonce, hidden = (base64.b64decode(parts[name]) for name in ("salt", "nonce", "hidden"))
        if any(int(parts[name]) > COST[name] for name in COST):
            raise WrongSeal  # an archive may not make us spend more than we would ourselves
        key = _key(passphrase, salt, {name: int(parts[name]) for name in COST})
        return AESGCM(key).decrypt(nonce, hidden, companion)
    except (InvalidTag, ValueError, KeyError, TypeError) as error:
        raise WrongSeal from error


def _key(passphrase: str, salt: bytes, cost: dict[str, int]) -> bytes:
    return Scrypt(salt=salt, length=32, **cost).derive(passphrase.encode())


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()

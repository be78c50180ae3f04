"""Keeping a text unreadable in the database: encrypted with a key made from the secret key of the data folder."""

from __future__ import annotations

import base64
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes

_PURPOSE = b"firstfoot: texts kept unreadable"


class Unreadable(Exception):
    """The text was hidden with another secret key, or changed since."""


def hidden(text: str, companion: str = "") -> str:
    """The text, readable only with this installation's secret key and beside the same `companion`."""
    nonce = secrets.token_bytes(12)
    box = AESGCM(_key(settings.SECRET_KEY)).encrypt(nonce, text.encode(), companion.encode())
    return base64.b64encode(nonce + box).decode()


def shown(box: str, companion: str = "") -> str:
    """What `hidden` hid, also under a secret key of before (SECRET_KEY_FALLBACKS). Raises Unreadable."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            raw = base64.b64decode(box, validate=True)
            return AESGCM(_key(secret)).decrypt(raw[:12], raw[12:], companion.encode()).decode()
        except (InvalidTag, ValueError):
            continue
    raise Unreadable


def _key(secret: str | bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(force_bytes(secret))

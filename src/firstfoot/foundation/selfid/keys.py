"""The names under which answers are kept: a hash of the person that only this installation's secret key can make."""

from __future__ import annotations

import functools
import hmac
from collections.abc import Iterable

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes

_PURPOSE = b"firstfoot: voluntary self-identification"


def keys_of(public_id: str) -> tuple[str, ...]:
    """The person's key, then those under secret keys of before (SECRET_KEY_FALLBACKS)."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return tuple(_hash(_key(force_bytes(secret)), public_id) for secret in secrets)


def people_by_key(public_ids: Iterable[str]) -> dict[str, str]:
    """Whose key it is, for each key of each of the people."""
    return {key: public_id for public_id in public_ids for key in keys_of(public_id)}


def _hash(key: bytes, public_id: str) -> str:
    return hmac.digest(key, public_id.encode(), "sha256").hex()


@functools.cache
def _key(secret: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret)

"""Private keys at rest: hidden under the installation's secret key, which the backup seals with a passphrase.

Whoever has the database alone, or a dump of it, has no key. Secret keys of before still open
(SECRET_KEY_FALLBACKS) until `firstfoot keys reseal` hides all under the present one.
"""

from __future__ import annotations

import base64
import functools
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes

from firstfoot.proof.credentials.models import SigningKey
from firstfoot.proof.credentials.vc.dids import method_of
from firstfoot.proof.credentials.vc.proofs import Signer

_PURPOSE = b"firstfoot: keys that sign credentials"
_NONCE = 12


class CannotOpen(Exception):
    """No secret key that is known here opens it."""


def seal(key: Ed25519PrivateKey, multikey: str) -> str:
    """The private key, readable only with the secret key and beside its own public half."""
    nonce = secrets.token_bytes(_NONCE)
    hidden = _box(settings.SECRET_KEY).encrypt(nonce, key.private_bytes_raw(), multikey.encode())
    return base64.b64encode(nonce + hidden).decode()


def unseal(sealed: str, multikey: str) -> Ed25519PrivateKey:
    """The private key. Raises CannotOpen."""
    raw = base64.b64decode(sealed)
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            found = _box(secret).decrypt(raw[:_NONCE], raw[_NONCE:], multikey.encode())
        except InvalidTag:
            continue
        return Ed25519PrivateKey.from_private_bytes(found)
    raise CannotOpen(multikey)


def opens(key: SigningKey) -> bool:
    """Whether its private half can be read."""
    try:
        unseal(key.sealed, key.multikey)
    except CannotOpen:
        return False
    return True


def signer_of(key: SigningKey) -> Signer:
    """What signs with the key. Raises CannotOpen."""
    return Signer(key.did, method_of(key.did, key.multikey), unseal(key.sealed, key.multikey))


def _box(secret: str | bytes) -> AESGCM:
    return AESGCM(_key(force_bytes(secret)))


@functools.cache
def _key(secret: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret)

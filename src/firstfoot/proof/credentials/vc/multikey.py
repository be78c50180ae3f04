"""Public keys as text: Multikey for Ed25519, and the did:key that is made of one."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

_DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ED25519 = b"\xed\x01"  # its code in the table of multicodec
DID_KEY = "did:key:"


def base58(raw: bytes) -> str:
    """The bytes in the digits of base 58, as bitcoin orders them.

    >>> base58(b"hello")
    'Cn8eVZg'
    """
    number, text = int.from_bytes(raw), ""
    while number:
        number, digit = divmod(number, 58)
        text = _DIGITS[digit] + text
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + text


def from_base58(text: str) -> bytes:
    """The bytes. Raises ValueError for a sign that is no digit.

    >>> from_base58("Cn8eVZg")
    b'hello'
    """
    number = 0
    for sign in text:
        number = number * 58 + _DIGITS.index(sign)
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8)


def multikey(key: Ed25519PublicKey) -> str:
    """The key as Multikey text, which begins with z6Mk."""
    return "z" + base58(_ED25519 + key.public_bytes(Encoding.Raw, PublicFormat.Raw))


def public_key(text: str) -> Ed25519PublicKey:
    """The key that a Multikey says. Raises ValueError for anything but Ed25519."""
    raw = from_base58(text[1:]) if text[:1] == "z" and len(text) < 64 else b""
    if raw[:2] != _ED25519:
        raise ValueError("This is no Ed25519 key as Multikey.")
    return Ed25519PublicKey.from_public_bytes(raw[2:])

"""Which credentials were revoked: one bit each in a list that is a signed credential itself.

The form is the Bitstring Status List of the W3C. Thousands share a list and each has a place drawn at
random, so that whoever asks for the list says nothing about whom they ask for.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from firstfoot.proof.credentials.vc.contexts import CREDENTIALS
from firstfoot.proof.credentials.vc.proofs import instant

PLACES = 131_072  # the least a list may have
PURPOSE = "revocation"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the bit of one credential stands."""

    address: str  # of the list
    index: int

    def entry(self) -> dict[str, str]:
        """What the credential says of it."""
        return {
            "id": f"{self.address}#{self.index}", "type": "BitstringStatusListEntry", "statusPurpose": PURPOSE,
            "statusListIndex": str(self.index), "statusListCredential": self.address,
        }  # fmt: skip


def place_in(body: dict[str, Any]) -> Place | None:
    """The place a credential names; None when it names none that we read."""
    entry = body.get("credentialStatus")
    if not isinstance(entry, dict) or entry.get("type") != "BitstringStatusListEntry":
        return None
    address, index = entry.get("statusListCredential"), entry.get("statusListIndex")
    if entry.get("statusPurpose") != PURPOSE or not isinstance(address, str) or not isinstance(index, str):
        return None
    return Place(address, int(index)) if index.isascii() and index.isdigit() and len(index) < 9 else None


def list_body(address: str, did: str, revoked: Iterable[int], since: datetime, until: datetime) -> dict[str, Any]:
    """The list as a credential, ready to be signed."""
    return {
        "@context": [CREDENTIALS], "id": address, "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": did, "validFrom": instant(since), "validUntil": instant(until),
        "credentialSubject": {
            "id": f"{address}#list", "type": "BitstringStatusList", "statusPurpose": PURPOSE,
            "encodedList": encoded(revoked),
        },
    }  # fmt: skip


def encoded(revoked: Iterable[int]) -> str:
    """The bits as text; the bit of place 0 is the leftmost.

    >>> is_set(encoded([7]), 7), is_set(encoded([7]), 8)
    (True, False)
    """
    bits = bytearray(PLACES // 8)
    for index in revoked:
        bits[index // 8] |= 0x80 >> index % 8
    return "u" + base64.urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).rstrip(b"=").decode()


def is_set(text: str, index: int) -> bool:
    """Whether the bit of a place is set. Raises ValueError for a list that cannot be read or has no such place."""
    try:
        packed = base64.urlsafe_b64decode(text[1:] + "=" * (-(len(text) - 1) % 4))
        unpacker = zlib.decompressobj(wbits=31)
        bits = unpacker.decompress(packed, PLACES)  # eight times what a list of ours needs; never more
    except (binascii.Error, zlib.error) as error:
        raise ValueError("This list cannot be read.") from error
    if text[:1] != "u" or not unpacker.eof or not 0 <= index < len(bits) * 8:
        raise ValueError("This list has no such place.")
    return bool(bits[index // 8] & (0x80 >> index % 8))

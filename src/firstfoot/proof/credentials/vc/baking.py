"""A credential inside a PNG: the chunk that Open Badges names, put in and found again."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from firstfoot.proof.credentials.vc.faults import Fault, NotGenuine

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"openbadgecredential"
# After the keyword: its end, not compressed, no method, and neither language nor translation.
_HEAD = _KEYWORD + b"\0\0\0\0\0"
_MOST_BYTES = 4_000_000


def baked(picture: bytes, said: bytes) -> bytes:
    """The picture with the credential (JSON or token) in it. Raises ValueError unless it is a whole PNG."""
    kept = [(kind, data) for kind, data in _chunks(picture) if not data.startswith(_KEYWORD + b"\0")]
    out = [SIGNATURE]
    for number, (kind, data) in enumerate(kept):
        out.append(_chunk(kind, data))
        if number == 0:  # the header comes first
            out.append(_chunk(b"iTXt", _HEAD + said))
    return b"".join(out)


def said_in(picture: bytes) -> bytes:
    """What a picture holds. Raises NotGenuine unless it is a whole PNG with one credential in it."""
    try:
        found = [data for kind, data in _chunks(picture) if kind == b"iTXt" and data.startswith(_KEYWORD + b"\0")]
    except ValueError:
        raise NotGenuine(Fault.UNREADABLE) from None
    if len(found) != 1 or not found[0].startswith(_HEAD):
        raise NotGenuine(Fault.UNREADABLE)
    return found[0][len(_HEAD) :]


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not picture.startswith(SIGNATURE) or len(picture) > _MOST_BYTES:
        raise ValueError("This is no PNG of ours.")
    at, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        try:
            length, kind = struct.unpack_from(">I4s", picture, at)
            data = picture[at + 8 : at + 8 + length]
            (checksum,) = struct.unpack_from(">I", picture, at + 8 + length)
        except struct.error:
            raise ValueError("This PNG is cut.") from None
        if checksum != zlib.crc32(kind + data):
            raise ValueError("This PNG is damaged.")
        yield kind, data
        at += 12 + length


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

"""What a file would become where it is opened: told by its own lists and headers, without opening it. Pure.

We never unpack what was handed in, and draw only a picture that its maker shows to others (see pictures.py).
"""

from __future__ import annotations

import struct
from typing import IO

MOST_NAMES = 10_000  # in one archive
MOST_UNPACKED = 1024**3  # bytes
MOST_PIXELS = 200_000_000  # a large camera has 100 million

_END, _END_SIZE = b"PK\x05\x06", 22
_ENTRY, _ENTRY_SIZE = b"PK\x01\x02", 46
_COMMENT = 65_535


def archive_fault(file: IO[bytes], *, expected: bool) -> str:
    """ "bomb" for an archive that unpacks to far too much, "kind" for one that is hidden in, or is not, what it says.

    `expected` says whether the file's name is that of an archive (office documents are archives too).
    """
    listed = _listing(file)
    if listed is None or not expected:
        return "kind" if expected or listed is not None else ""
    names, at = listed
    if names > MOST_NAMES:
        return "bomb"
    file.seek(at)
    unpacked = 0
    for _ in range(names):
        entry = file.read(_ENTRY_SIZE)
        if len(entry) < _ENTRY_SIZE or not entry.startswith(_ENTRY):
            return "kind"
        size, name, extra, comment = struct.unpack("<24xIHHH12x", entry)
        unpacked += size  # 4 GB - 1 stands for "more"
        file.seek(name + extra + comment, 1)
    return "bomb" if unpacked > MOST_UNPACKED else ""


def _listing(file: IO[bytes]) -> tuple[int, int] | None:
    """How many names an archive lists, and where its list begins; None when the file does not end as one."""
    end = file.seek(0, 2)
    start = max(0, end - _END_SIZE - _COMMENT)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        return None
    names, size, offset, comment = struct.unpack("<10xHIIH", tail[at : at + _END_SIZE])
    if len(tail) - at != _END_SIZE + comment:
        return None
    begins = start + at - size if names < 0xFFFF else offset
    return names, max(0, begins)


def pixels(ending: str, file: IO[bytes]) -> int:
    """How many pixels a picture says it has; 0 when it is no picture of a kind we know."""
    file.seek(0)
    head = file.read(32)
    if ending == "png" and len(head) >= 24:
        width, height = struct.unpack(">II", head[16:24])
    elif ending == "gif" and len(head) >= 10:
        width, height = struct.unpack("<HH", head[6:10])
    elif ending == "webp" and len(head) >= 30:
        width, height = _webp(head)
    elif ending in {"jpg", "jpeg"}:
        width, height = _jpeg(file)
    else:
        return 0
    return int(width * height)


def _webp(head: bytes) -> tuple[int, int]:
    kind = head[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", head[26:30])
    return width & 0x3FFF, height & 0x3FFF


def _jpeg(file: IO[bytes]) -> tuple[int, int]:
    """The size stands in the first frame header, behind segments that each say their length."""
    file.seek(2)
    for _ in range(1000):
        mark = file.read(4)
        if len(mark) < 4 or mark[0] != 0xFF:
            return 0, 0
        is_frame = 0xC0 <= mark[1] <= 0xCF and mark[1] not in {0xC4, 0xC8, 0xCC}
        if is_frame:
            frame = file.read(5)
            if len(frame) < 5:
                return 0, 0
            height, width = struct.unpack(">xHH", frame)
            return width, height
        file.seek(max(2, int.from_bytes(mark[2:4], "big")) - 2, 1)
    return 0, 0

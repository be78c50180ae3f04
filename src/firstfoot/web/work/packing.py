"""A zip that is written while it is read, so that a large one is held nowhere."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from firstfoot.foundation.files.kinds import plain_name
from firstfoot.foundation.files.queries import open_file

BLOCK = 256 * 1024
_OF_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


class _Drain(io.RawIOBase):
    """What was written since it was last emptied; it has no place to go back to."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, block: Any) -> int:
        self._parts.append(bytes(block))
        return len(block)

    def taken(self) -> bytes:
        parts, self._parts = self._parts, []
        return b"".join(parts)


def safe_name(name: str) -> str:
    """A file's own name, as every system takes it, and without a way out of its folder.

    >>> safe_name("../../etc/passwd"), safe_name("..."), safe_name("CON.txt"), safe_name("what: a <map>?.pdf")
    ('passwd', 'file', '_CON.txt', 'what_ a _map__.pdf')
    """
    plain = re.sub(r'[<>:"|?*\\/]', "_", plain_name(name)).strip(" .") or "file"
    return f"_{plain}" if _OF_DEVICES.match(plain) else plain


def distinct(names: Iterable[str]) -> list[str]:
    """The names, with a number before each that is there already, whatever the case of its letters.

    >>> distinct(["map.pdf", "Map.pdf", "note.txt"])
    ['map.pdf', '2-Map.pdf', 'note.txt']
    """
    taken: set[str] = set()
    found = []
    for name in names:
        number, free = 1, name
        while free.casefold() in taken:
            number += 1
            free = f"{number}-{name}"
        taken.add(free.casefold())
        found.append(free)
    return found


def zipped(entries: Iterable[tuple[str, Any]], at: datetime) -> Iterator[bytes]:
    """The zip, bit by bit, of places with what stands there: bytes, or a stored file; one that is lost is left out."""
    drain = _Drain()
    with zipfile.ZipFile(drain, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, content in entries:
            head = zipfile.ZipInfo(place, (at.year, at.month, at.day, at.hour, at.minute, at.second))
            head.compress_type, head.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            if isinstance(content, bytes):
                archive.writestr(head, content)
                yield drain.taken()
                continue
            try:
                source = open_file(content)
            except FileNotFoundError:
                continue
            with source, archive.open(head, "w") as target:
                while block := source.read(BLOCK):
                    target.write(block)
                    yield drain.taken()
    yield drain.taken()

"""Calendar files (RFC 5545): one event, its text escaped, its lines folded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

LONGEST_LINE = 75  # bytes, without the line end
_CONTROLS = [chr(code) for code in (*range(32), 127) if chr(code) not in "\t\n"]  # no text may hold these
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", **dict.fromkeys(_CONTROLS)})


@dataclass(frozen=True, slots=True)
class Event:
    """One appointment; `sequence` grows with each change, so that a calendar knows the newest."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    title: str
    text: str = ""
    place: str = ""
    url: str = ""
    sequence: int = 0


def calendar_file(event: Event, *, product: str) -> bytes:
    """The whole file, as calendars open it."""
    return "".join(f"{part}\r\n" for line in _lines(event, product) for part in _folded(line)).encode()


def escaped(text: str) -> str:
    r"""Text as the value of a property.

    >>> escaped("Room 2, left; bring:\na pen")
    'Room 2\\, left\\; bring:\\na pen'
    """
    return text.replace("\r\n", "\n").translate(_ESCAPES)


def _lines(event: Event, product: str) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{escaped(product)}//EN", "METHOD:PUBLISH", "BEGIN:VEVENT")
    yield f"UID:{escaped(event.uid)}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTAMP:{_instant(event.changed_at)}"
    yield f"DTSTART:{_instant(event.starts_at)}"
    yield f"DTEND:{_instant(event.ends_at)}"
    yield f"SUMMARY:{escaped(event.title)}"
    for name, value in (("DESCRIPTION", event.text), ("LOCATION", event.place)):
        if value:
            yield f"{name}:{escaped(value)}"
    if event.url:
        yield f"URL:{event.url}"
    yield from ("END:VEVENT", "END:VCALENDAR")


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 bytes, each but the first with a leading space; no character is split."""
    part, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > LONGEST_LINE:
            yield part
            part, size = " ", 1
        part, size = part + character, size + width
    yield part

"""Calendar files (RFC 5545): days, and times on a named clock with its rules; no text can end its line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

_CONTROLS = dict.fromkeys([code for code in (*range(32), 127) if chr(code) not in "\t\n"])  # no text may hold these
BEFORE, AFTER = timedelta(days=370), timedelta(days=740)  # around the entries: the years whose rules a file holds
EVERY = timedelta(hours=2)  # how often a program may look for what has changed


@dataclass(frozen=True, slots=True)
class Event:
    """One entry, of whole days or of a time; without an end it is a moment, or one day.

    `sequence` grows with each change under the same `uid`, so that a calendar knows the newest.
    """

    uid: str
    starts: datetime | date
    ends: datetime | None
    changed_at: datetime
    title: str
    text: str = ""
    place: str = ""
    url: str = ""
    sequence: int = 0


def calendar_file(events: Iterable[Event], *, product: str, zone: tzinfo, name: str = "") -> bytes:
    """The whole file, with times on the clock of `zone`; a `name` is for one that is looked at again and again."""
    from icalendar import Calendar, vText  # loaded by those who make one

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{cleaned(product)}//EN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("name", vText(cleaned(name)))
        calendar.add("x-wr-calname", vText(cleaned(name)))
        calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    known = list(events)
    for event in known:
        calendar.add_component(_entry(event, zone))
    if days := [event.starts for event in known if isinstance(event.starts, datetime)]:
        first, last = min(days).date() - BEFORE, max(days).date() + AFTER
        calendar.add_missing_timezones(first_date=first, last_date=last)
    return bytes(calendar.to_ical())


def _entry(event: Event, zone: tzinfo) -> Any:
    from icalendar import Event as Entry

    entry = Entry()
    entry.add("uid", cleaned(event.uid))
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", event.changed_at)
    entry.add("dtstart", _on(event.starts, zone))
    if event.ends is not None:
        entry.add("dtend", _on(event.ends, zone))
    entry.add("summary", cleaned(event.title))
    for field, value in (("description", event.text), ("location", event.place), ("url", event.url)):
        if value:
            entry.add(field, cleaned(value))
    if not isinstance(event.starts, datetime):
        entry.add("transp", "TRANSPARENT")  # a day on which something is due does not make anyone busy
    return entry


def _on(value: datetime | date, zone: tzinfo) -> datetime | date:
    return value.astimezone(zone) if isinstance(value, datetime) else value


def cleaned(text: str) -> str:
    r"""Text without characters that no value may hold; the writer escapes the rest.

    >>> cleaned("Room 2, left;\r\nbring:\x0b a pen")
    'Room 2, left;\nbring: a pen'
    """
    return text.replace("\r\n", "\n").translate(_CONTROLS)

"""A calendar file that calendars open: escaped, folded, in UTC."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from firstfoot.kernel.icalendar import Event, calendar_file, escaped

START = datetime(2026, 12, 3, 9, 0, tzinfo=ZoneInfo("America/New_York"))


def made(**changes):
    values = {
        "uid": "interview-1@example.org", "starts_at": START, "ends_at": START + timedelta(minutes=30),
        "changed_at": datetime(2026, 11, 27, 8, 5, tzinfo=UTC), "title": "Interview",
    }  # fmt: skip
    return calendar_file(Event(**{**values, **changes}), product="Firstfoot")


def unfolded(file):
    return file.decode().replace("\r\n ", "").split("\r\n")


def test_a_whole_file():
    file = made(text="Hello", place="Room 2, left", url="https://example.org/a/", sequence=3)
    assert file == (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Firstfoot//EN\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\n"
        b"UID:interview-1@example.org\r\nSEQUENCE:3\r\nDTSTAMP:20261127T080500Z\r\nDTSTART:20261203T140000Z\r\n"
        b"DTEND:20261203T143000Z\r\nSUMMARY:Interview\r\nDESCRIPTION:Hello\r\nLOCATION:Room 2\\, left\r\n"
        b"URL:https://example.org/a/\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def test_text_cannot_end_its_line():
    assert escaped("a\\b;c,d\r\ne\rf\x0b\x7f") == "a\\\\b\\;c\\,d\\nef"
    lines = unfolded(made(title="Talk\r\nATTENDEE:mailto:x@example.org"))
    assert [line for line in lines if line.startswith("ATTENDEE")] == []


def test_long_lines_are_folded_between_characters():
    title = "Gespräch über Bäckereien 🥐 " * 12
    file = made(title=title)
    assert max(len(line) for line in file.split(b"\r\n")) == 75
    assert f"SUMMARY:{title}" in unfolded(file)
    assert all(line.decode() for line in file.split(b"\r\n") if line)

"""A calendar file that calendars open: escaped, folded, with the rules of its clock."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar

from firstfoot.kernel.icalendar import Event, calendar_file

NEW_YORK = ZoneInfo("America/New_York")
START = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)


def made(*more, zone=NEW_YORK, name="", **changes):
    values = {
        "uid": "interview-1@example.org", "starts": START, "ends": START + timedelta(minutes=30),
        "changed_at": datetime(2026, 11, 27, 8, 5, tzinfo=UTC), "title": "Interview",
    }  # fmt: skip
    return calendar_file([Event(**{**values, **changes}), *more], product="Firstfoot", zone=zone, name=name)


def unfolded(file):
    return file.decode().replace("\r\n ", "").split("\r\n")


def test_a_time_on_its_clock():
    lines = unfolded(made(text="Hello", place="Room 2, left", url="https://example.org/a/", sequence=3))
    assert lines[:4] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Firstfoot//EN", "METHOD:PUBLISH"]
    entry = lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT")]
    assert sorted(entry) == sorted([
        "BEGIN:VEVENT", "UID:interview-1@example.org", "SEQUENCE:3", "DTSTAMP:20261127T080500Z",
        "DTSTART;TZID=America/New_York:20261203T090000", "DTEND;TZID=America/New_York:20261203T093000",
        "SUMMARY:Interview", "DESCRIPTION:Hello", "LOCATION:Room 2\\, left", "URL:https://example.org/a/",
    ])  # fmt: skip


def test_the_rules_of_the_clock_are_in_the_file_and_hold_over_the_change_to_summer():
    summer = Event("b@x", datetime(2027, 7, 1, 13, tzinfo=UTC), None, START, "In summer", sequence=1)
    parsed = Calendar.from_ical(made(summer))
    (rules,) = parsed.walk("VTIMEZONE")
    clock = rules.to_tz()
    starts = [event["DTSTART"].dt for event in parsed.walk("VEVENT")]
    assert [start.hour for start in starts] == [9, 9]
    assert [clock.utcoffset(start.replace(tzinfo=None)) for start in starts] == [
        timedelta(hours=-5),
        timedelta(hours=-4),
    ]


def test_a_day_is_a_day_on_every_clock_and_needs_no_rules():
    lines = unfolded(made(starts=date(2026, 12, 3), ends=None))
    assert "DTSTART;VALUE=DATE:20261203" in lines
    assert "BEGIN:VTIMEZONE" not in lines
    assert "TRANSP:TRANSPARENT" in lines


def test_a_file_that_is_looked_at_again_says_its_name_and_how_often():
    lines = unfolded(made(name="Firstfoot, Sam"))
    assert {"X-WR-CALNAME:Firstfoot\\, Sam", "REFRESH-INTERVAL;VALUE=DURATION:PT2H"} <= set(lines)


def test_text_cannot_end_its_line():
    lines = unfolded(made(title="Talk\r\nATTENDEE:mailto:x@example.org\x0b", uid="a\r\nATTENDEE:b"))
    assert [line for line in lines if line.startswith("ATTENDEE")] == []


def test_long_lines_are_folded_between_characters():
    title = "Gespräch über Bäckereien 🥐 " * 12
    file = made(title=title)
    assert max(len(line) for line in file.split(b"\r\n")) <= 75
    assert f"SUMMARY:{title}" in unfolded(file)
    assert all(line.decode() for line in file.split(b"\r\n") if line)

"""Changing terms: what a counter makes of them, where two versions differ, what cannot stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

# What a counter may change, besides the texts and dates of the deliverables.
OPEN_TO_CHANGE = ("pay_minor", "hours", "start_on", "end_on", "check_in_every_days")
_OF_DELIVERABLE = ("title", "format", "due_on", "criteria")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs; `number` names the deliverable when it is one of its fields."""

    field: str
    before: Any
    after: Any
    number: int = 0


def amended(terms: dict[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The terms with the named fields changed; dates may be dates or ISO text.

    `changes["deliverables"]` is a list of {"number": 1, "title": ..., "due_on": ..., ...}.
    When the start moves, the days on which the host hands over its inputs move with it.
    """
    after = deepcopy(terms)
    for field in OPEN_TO_CHANGE:
        if field in changes:
            after[field] = _plain(changes[field])
    by_number = {item["number"]: item for item in after["deliverables"]}
    for change in changes.get("deliverables", ()):
        item = by_number[change["number"]]
        item.update({key: _plain(change[key]) for key in _OF_DELIVERABLE if key in change})
    _move_inputs(terms, after)
    return after


def moved(terms: dict[str, Any], start_on: date) -> dict[str, Any]:
    """The terms with every date moved by as many days as the start."""
    days = start_on - date.fromisoformat(terms["start_on"])
    return amended(
        terms,
        {
            "start_on": start_on,
            "end_on": _later(terms["end_on"], days),
            "deliverables": [
                {"number": d["number"], "due_on": _later(d["due_on"], days)} for d in terms["deliverables"]
            ],
        },
    )


def differences(before: dict[str, Any], after: dict[str, Any]) -> tuple[Difference, ...]:
    """Field by field, what differs between two versions."""
    return tuple(_differing(before, after))


def fault_of(terms: dict[str, Any], *, floor_minor: int = 0) -> str:
    """The code of what cannot stand in these terms, else "".

    pay_missing, hours_missing, dates_out_of_order, due_outside, cadence, title_missing,
    criteria_missing; pay_under_floor when the pay an hour is below `floor_minor`.
    """
    checks = (
        ("pay_missing", terms["pay_minor"] <= 0),
        ("hours_missing", terms["hours"] <= 0),
        ("dates_out_of_order", terms["end_on"] < terms["start_on"]),
        ("cadence", not 1 <= terms["check_in_every_days"] <= 31),
        ("due_outside", any(not terms["start_on"] <= d["due_on"] <= terms["end_on"] for d in terms["deliverables"])),
        ("title_missing", any(not d["title"].strip() for d in terms["deliverables"])),
        ("criteria_missing", any(not c["text"].strip() for d in terms["deliverables"] for c in d["criteria"])),
        ("pay_under_floor", terms["hours"] > 0 and terms["pay_minor"] < floor_minor * terms["hours"]),
    )
    return next((code for code, broken in checks if broken), "")


def _differing(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Difference]:
    for key, value in after.items():
        if key != "deliverables" and before.get(key) != value:
            yield Difference(key, before.get(key), value)
    old = {item["number"]: item for item in before.get("deliverables", ())}
    for item in after["deliverables"]:
        was = old.get(item["number"], {})
        for key in _OF_DELIVERABLE:
            if was.get(key) != item[key]:
                yield Difference(f"deliverable_{key}", was.get(key), item[key], item["number"])


def _move_inputs(before: dict[str, Any], after: dict[str, Any]) -> None:
    days = date.fromisoformat(after["start_on"]) - date.fromisoformat(before["start_on"])
    for item in after["inputs"]:
        item["by_on"] = _later(item["by_on"], days)


def _later(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value

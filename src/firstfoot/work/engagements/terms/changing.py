"""Changing terms: what a counter makes of them, where two versions differ, what cannot stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

# What a counter or an amendment may change, besides the results.
FIGURES = ("pay_minor", "hours", "start_on", "end_on", "check_in_every_days")
DAYS_AND_YEARS = ("pay_within_days", "reply_within_days", "confidential_years")
TEXTS = ("outcome", "in_scope", "out_of_scope", "equipment", "expenses", "workplace", "place", "tools", "ai_use",
         "ai_note", "portfolio", "portfolio_note", "rights", "engaged_as", "hours_log", "inputs",
         *DAYS_AND_YEARS)  # fmt: skip
MOST_DAYS_TO_PAY, MOST_DAYS_TO_REPLY = 60, 10
OPEN_TO_CHANGE = FIGURES + TEXTS
_OF_DELIVERABLE = ("title", "format", "due_on", "criteria", "showing")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs; `number` names the deliverable when it is one of its fields.

    `result_added` has no before: the other one is the whole result; `result_left_out` has no after:
    the other one is the title.
    """

    field: str
    before: Any
    after: Any
    number: int = 0


def amended(terms: dict[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The terms with the named fields changed; dates may be dates or ISO text.

    `changes["deliverables"]` is a list of {"number": 1, "title": ..., "due_on": ..., ...},
    `changes["inputs"]` all that the host gives, as {"text": ..., "by_on": ...},
    `changes["left_out"]` the numbers of results that are not done after all, `changes["added"]`
    new results without a number: they get the next ones, and are required. When the start
    moves, the days on which the host hands over its inputs move with it.
    """
    after = deepcopy(terms)
    for field in OPEN_TO_CHANGE:
        if field in changes:
            after[field] = _plain(changes[field])
    by_number = {item["number"]: item for item in after["deliverables"]}
    for change in changes.get("deliverables", ()):
        item = by_number[change["number"]]
        item.update({key: _plain(change[key]) for key in _OF_DELIVERABLE if key in change})
    left_out = set(changes.get("left_out", ()))
    last = max([after.get("results_numbered", 0), *by_number])
    added = [_added(number, item) for number, item in enumerate(changes.get("added", ()), start=last + 1)]
    after["deliverables"] = [item for item in after["deliverables"] if item["number"] not in left_out] + added
    if added or left_out:
        after["results_numbered"] = last + len(added)  # so that no number is ever given twice
    if "inputs" not in changes:
        _move_inputs(terms, after)
    return after


def _added(number: int, item: Mapping[str, Any]) -> dict[str, Any]:
    plain = {key: _plain(item.get(key, "")) for key in _OF_DELIVERABLE}
    return {"number": number, "required": True, **plain}


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

    pay_missing, hours_missing, dates_out_of_order, due_outside, cadence, pay_days, reply_days, outcome_missing,
    title_missing, criteria_missing, nothing_required when no required result is left;
    pay_under_floor when the pay an hour is below `floor_minor`.
    """
    checks = (
        ("pay_missing", terms["pay_minor"] <= 0),
        ("hours_missing", terms["hours"] <= 0),
        ("dates_out_of_order", terms["end_on"] < terms["start_on"]),
        ("cadence", not 1 <= terms["check_in_every_days"] <= 31),
        ("pay_days", not 1 <= terms["pay_within_days"] <= MOST_DAYS_TO_PAY),
        ("reply_days", not 1 <= terms["reply_within_days"] <= MOST_DAYS_TO_REPLY),
        ("due_outside", any(not terms["start_on"] <= d["due_on"] <= terms["end_on"] for d in terms["deliverables"])),
        ("outcome_missing", not terms["outcome"].strip()),
        ("nothing_required", not any(d["required"] for d in terms["deliverables"])),
        ("title_missing", any(not d["title"].strip() for d in terms["deliverables"])),
        ("criteria_missing", any(not c["text"].strip() for d in terms["deliverables"] for c in d["criteria"])),
        ("pay_under_floor", terms["hours"] > 0 and terms["pay_minor"] < floor_minor * terms["hours"]),
    )
    return next((code for code, broken in checks if broken), "")


def results_touched(found: Iterable[Difference]) -> frozenset[int]:
    """The numbers of the results that a change leaves out, or says other things about."""
    return frozenset(one.number for one in found if one.number and one.field != "result_added")


def _differing(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Difference]:
    for key in sorted(after, key=_place):  # the database may give them in another order
        if key not in ("deliverables", "results_numbered") and before.get(key) != after[key]:
            yield Difference(key, before.get(key), after[key])
    old = {item["number"]: item for item in before.get("deliverables", ())}
    for item in after["deliverables"]:
        was = old.pop(item["number"], None)
        if was is None:
            yield Difference("result_added", None, {key: item.get(key, "") for key in _OF_DELIVERABLE}, item["number"])
            continue
        for key in _OF_DELIVERABLE:
            if was.get(key, "") != item.get(key, ""):
                yield Difference(f"deliverable_{key}", was.get(key), item.get(key), item["number"])
    for number, item in old.items():
        yield Difference("result_left_out", item["title"], None, number)


def _place(field: str) -> tuple[int, str]:
    """Figures first, then texts, as people ask for them; the rest by name."""
    return (OPEN_TO_CHANGE.index(field) if field in OPEN_TO_CHANGE else len(OPEN_TO_CHANGE), field)


def _move_inputs(before: dict[str, Any], after: dict[str, Any]) -> None:
    days = date.fromisoformat(after["start_on"]) - date.fromisoformat(before["start_on"])
    for item in after["inputs"]:
        item["by_on"] = _later(item["by_on"], days)


def _later(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(item) for item in value] if isinstance(value, list) else _plain_row(value)


def _plain_row(value: Any) -> Any:
    return {key: _plain(item) for key, item in value.items()} if isinstance(value, dict) else value

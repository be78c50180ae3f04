"""Invariant 10: facts hold no names and no free text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from firstfoot.foundation.journal.actions import SYSTEM
from firstfoot.foundation.journal.models import Fact
from firstfoot.operations.check.fact_keys import FACT_KEYS
from firstfoot.operations.check.fault import ROWS_AT_A_TIME, Fault

CODE = re.compile(
    r"[a-z0-9_]+([.:-][a-z0-9_]+)*"  # a code, a public id, a thing, a digest
    r"|[A-Z]{2,3}"  # a country or a currency
    r"|\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:\d\d|Z)?)?"  # a date or an instant
    r"|\d{4}-\d\d"  # the version of a document
    r"|"
)
ACTOR = re.compile(rf"[0-9a-f]{{24}}|{SYSTEM}")
THING = re.compile(r"[a-z]+:[0-9a-z]{12}")
HINT = "It may be a person's words. Find the action that records it; the fact itself stays, or its chain breaks."


def code_faults() -> Iterator[Fault]:
    for fact in Fact.objects.order_by("pk").iterator(ROWS_AT_A_TIME):
        for code, what in _wrong(fact):
            yield Fault(10, fact.thing, code, f"Fact {fact.seq} ({fact.kind}), {what}. {HINT}")


def _wrong(fact: Fact) -> Iterator[tuple[str, str]]:
    if not ACTOR.fullmatch(fact.actor):
        yield "actor_not_token", "actor"
    if not THING.fullmatch(fact.thing):
        yield "thing_not_id", "thing"
    for key, value in fact.data.items():
        if key not in FACT_KEYS:
            yield "unknown_key", f"key {key}"
        if not is_code(value):
            yield "not_a_code", f"value of {key}"


def is_code(value: Any) -> bool:
    """Whether a value is a code, a number, a date, an id or a digest, or a list of such.

    >>> is_code("hours_dates"), is_code(["2026-11-22", 3]), is_code("Sam Okoro"), is_code("a@b.c")
    (True, True, False, False)
    """
    if value is None or isinstance(value, bool | int):
        return True
    if isinstance(value, list):
        return all(is_code(item) for item in value)
    return isinstance(value, str) and bool(CODE.fullmatch(value))

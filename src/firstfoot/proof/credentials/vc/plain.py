"""JSON as credentials are written and read: one way to write each text, no key twice, nothing that JSON has not."""

from __future__ import annotations

import json
from typing import Any


def to_json(data: dict[str, Any]) -> bytes:
    """The shortest text. Signs stand as themselves: an escape could be written in more than one way."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def from_json(raw: bytes) -> dict[str, Any]:
    """The object. Raises ValueError for anything else, also for a key that stands there twice."""
    try:
        data = json.loads(raw.decode(), object_pairs_hook=_once, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("This is nested too deeply.") from None
    if not isinstance(data, dict):
        raise ValueError("This is no object.")
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("A key stands there twice.")
    return found


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is no JSON.")

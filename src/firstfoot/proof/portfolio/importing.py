"""Reads a JSON Resume that somebody brings along: what they did before, cut to what fits, nothing else."""

from __future__ import annotations

import json
import re
from typing import Any

MOST_BYTES, MOST_ROWS = 200_000, 20
EDUCATION = {"institution": 120, "area": 120, "study_type": 80, "from_on": 10, "until_on": 10}
WORK = {"name": 120, "position": 120, "from_on": 10, "until_on": 10, "summary": 600}
_THEIRS = {"study_type": "studyType", "from_on": "startDate", "until_on": "endDate"}
_DATE = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?\Z")


class NotAResume(ValueError):
    """The file holds no JSON Resume that could be read."""


def is_date(text: str) -> bool:
    """A year, a month of it, or a day, as JSON Resume has dates.

    >>> [is_date(one) for one in ("2024", "2024-09", "2024-09-30", "2024-13", "soon")]
    [True, True, True, False, False]
    """
    return bool(_DATE.match(text))


def read_resume(raw: bytes) -> dict[str, Any]:
    """Label, summary, city, education and work of the file; NotAResume where nothing of it can be read."""
    if len(raw) > MOST_BYTES:
        raise NotAResume
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as wrong:
        raise NotAResume from wrong
    if not isinstance(data, dict):
        raise NotAResume
    basics = _object(data.get("basics"))
    where = _object(basics.get("location"))
    found = {
        "label": _text(basics.get("label"), 120), "summary": _text(basics.get("summary"), 1500, lines=True),
        "city": _text(where.get("city"), 80),
        "education": _rows(data.get("education"), EDUCATION), "work": _rows(data.get("work"), WORK),
    }  # fmt: skip
    if not any(found.values()):
        raise NotAResume
    return found


def _rows(rows: Any, fields: dict[str, int]) -> list[dict[str, str]]:
    found = []
    for row in rows[:MOST_ROWS] if isinstance(rows, list) else []:
        if not isinstance(row, dict):
            continue
        theirs = {name: row.get(_THEIRS.get(name, name)) for name in fields}
        said = {name: _text(theirs[name], most, lines=name == "summary") for name, most in fields.items()}
        said |= {name: "" for name in ("from_on", "until_on") if not is_date(said[name])}
        if said[next(iter(fields))]:
            found.append(said)
    return found


def _text(value: Any, most: int, *, lines: bool = False) -> str:
    """A text without signs that no page shows, cut to its length."""
    if not isinstance(value, str):
        return ""
    said = "".join(c for c in value if c.isprintable() or (lines and c == "\n"))
    return (said if lines else " ".join(said.split())).strip()[:most]


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}

"""How much is tried, and what came of it: few trials in `make ci`, many in `make deep`, one table of figures."""

from __future__ import annotations

import json
import os
from pathlib import Path

IS_DEEP = os.environ.get("FIRSTFOOT_DEEP") == "1"
_FILE = "FIRSTFOOT_FIGURES"


def count(ci: int, deep: int) -> int:
    """How often to try: the first number in `make ci`, the second in `make deep`."""
    return deep if IS_DEEP else ci


def figure(what: str, value: object, of: str = "") -> None:
    """Put one row into the table that is printed when the run ends; every process of it may."""
    if path := os.environ.get(_FILE):
        row = json.dumps([what, str(value), of]) + "\n"
        with Path(path).open("a", encoding="utf-8") as table:
            table.write(row)  # short lines appended at once do not mix


def begin(folder: Path) -> None:
    """Start a table for this run, before its worker processes start."""
    os.environ.setdefault(_FILE, str(folder / f"figures-{os.getpid()}.jsonl"))


def table() -> list[str]:
    """The rows as aligned lines, in the order of their names; reading them empties the table."""
    path = Path(os.environ.get(_FILE, ""))
    if not path.is_file():
        return []
    rows = sorted({tuple(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()})
    path.unlink()
    wide = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return [f"{what:<{wide[0]}}  {value:>{wide[1]}}  {of}".rstrip() for what, value, of in rows]

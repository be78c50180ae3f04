"""The parts of the stylesheet, in the order of their names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

JOINED = "css/app.css"
_FOLDER = Path(__file__).parent / "static"
_PART = re.compile(r"css/\d\d-[a-z-]+\.css")


def in_order(names: Iterable[str]) -> list[str]:
    """Those of `names` that are parts of the stylesheet, in the order they are joined."""
    return sorted(name for name in names if _PART.fullmatch(name))


def parts() -> list[str]:
    """Every part that is shipped, as static names."""
    return in_order(path.relative_to(_FOLDER).as_posix() for path in (_FOLDER / "css").glob("*.css"))

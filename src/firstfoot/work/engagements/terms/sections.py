"""One section of an agreement as data: a heading, paragraphs, items, and groups of items."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

type Section = dict[str, Any]


def section(
    code: str, heading: str, *paragraphs: str, items: Iterable[str] = (), groups: Iterable[Section] = ()
) -> Section:
    """What the page, the mail and the paper read aloud; empty paragraphs are left out."""
    return {
        "code": code,
        "heading": heading,
        "paragraphs": [p for p in paragraphs if p],
        "items": list(items),
        "groups": list(groups),
    }

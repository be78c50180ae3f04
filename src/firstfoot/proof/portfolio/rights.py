"""The right to show, as the agreement has it: for all of the work, and another for single results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

FULL, ON_REQUEST, REDACTED, NONE = "full", "on_request", "redacted", "none"
_FROM_WIDE_TO_NARROW = (FULL, ON_REQUEST, REDACTED, NONE)


def right_to_all(terms: dict[str, Any]) -> str:
    """The right that counts where a result has none of its own; one nobody knows is read as "ask first"."""
    return _known(terms.get("portfolio", ""))


def right_to(terms: dict[str, Any], number: int) -> str:
    """The right to one result."""
    own = next((item.get("showing", "") for item in terms.get("deliverables", ()) if item.get("number") == number), "")
    return _known(own) if own else right_to_all(terms)


def right_to_these(terms: dict[str, Any], numbers: Iterable[int]) -> str:
    """The narrowest right among the results; that to all where none is named.

    >>> right_to_these({"portfolio": "full", "deliverables": [{"number": 1, "showing": "redacted"}]}, [1, 2])
    'redacted'
    """
    rights = [right_to(terms, number) for number in numbers] or [right_to_all(terms)]
    return max(rights, key=_FROM_WIDE_TO_NARROW.index)


def asks_the_host(right: str) -> bool:
    """Whether nothing is shown before the host said yes."""
    return right in {ON_REQUEST, REDACTED}


def says_names(right: str) -> bool:
    """Whether the host, and the words of its agreement, may be named."""
    return right in {FULL, ON_REQUEST}


def _known(right: str) -> str:
    return right if right in _FROM_WIDE_TO_NARROW else ON_REQUEST

"""The one form of a document that a proof signs: its statements, sorted (JSON-LD to RDF, RDFC-1.0)."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from typing import Any

from pyld import ContextResolver, jsonld

from firstfoot.proof.credentials.vc.contexts import UnknownContext, load

_ADDRESSES = ("@id", "@type")
_seen: dict[str, Any] = {}  # contexts that were read before; reading them is what costs
_one_at_a_time = threading.Lock()


class Meaningless(Exception):
    """Something in the document has no meaning by its contexts, so no proof would cover it."""


def statements(document: dict[str, Any]) -> str:
    """The document as sorted N-Quads. Raises Meaningless for a word that would be lost on the way.

    JSON-LD leaves out what its contexts do not name. Then anyone could add a line to a signed document,
    so here such a document has no canonical form at all.
    """
    lost: list[Any] = []
    options = {"documentLoader": load, "base": ""}
    with _one_at_a_time:
        return _statements(document, {**options, "contextResolver": ContextResolver(_seen, load)}, lost)


def digest(document: dict[str, Any]) -> bytes:
    """SHA-256 over the statements. Raises Meaningless."""
    return hashlib.sha256(statements(document).encode()).digest()


def _statements(document: dict[str, Any], options: dict[str, Any], lost: list[Any]) -> str:
    try:
        expanded = jsonld.expand(document, dict(options), on_property_dropped=lost.append)
        if lost or any(":" not in address for address in _addresses(expanded)):
            raise Meaningless
        # RDFC-1.0 is the name under which URDNA2015 became a standard.
        form = {"skipExpansion": True, "algorithm": "URDNA2015", "format": "application/n-quads"}
        found = jsonld.normalize(expanded, {**options, **form})
    except (jsonld.JsonLdError, UnknownContext, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Meaningless from error
    return str(found)


def _addresses(expanded: Any) -> Iterator[str]:
    """Every address in an expanded document; a relative one would be left out of its statements."""
    if isinstance(expanded, list):
        for item in expanded:
            yield from _addresses(item)
    elif isinstance(expanded, dict):
        for key, value in expanded.items():
            if key in _ADDRESSES:
                yield from [value] if isinstance(value, str) else value
            elif key not in {"@value", "@language", "@direction", "@index"}:
                yield from _addresses(value)

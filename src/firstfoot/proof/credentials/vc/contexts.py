"""The contexts of JSON-LD, bundled and pinned: whoever could change one could change what a signed word means."""

from __future__ import annotations

import functools
import hashlib
import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("context_files")
CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
PINNED = {
    CREDENTIALS: ("credentials-2.json", "4b8c3c257df2ebbd6a5f188f95639404cb5db3951b59408ad7c49c40e46f6f48"),
    OPEN_BADGES: ("open-badges-3.0.3.json", "7d565ce7159a06e19b8b07d57c80be56843d221d1b7f1aaf2f1b425660c521c3"),
}


class UnknownContext(Exception):
    """A document names a context that is not bundled; nothing is ever fetched."""


def load(address: str, options: Any = None) -> dict[str, Any]:
    """A document loader for pyld that knows the bundled contexts and nothing else; raises UnknownContext."""
    return {
        "contextUrl": None,
        "documentUrl": address,
        "contentType": "application/ld+json",
        "document": context(address),
    }


@functools.cache
def context(address: str) -> dict[str, Any]:
    """One bundled context. Raises UnknownContext, also when the bytes of its file are not those that were pinned."""
    if address not in PINNED:
        raise UnknownContext(address)
    name, digest = PINNED[address]
    raw = (FOLDER / name).read_bytes()
    if hashlib.sha256(raw).hexdigest() != digest:
        raise UnknownContext(address)
    document: dict[str, Any] = json.loads(raw)
    return document

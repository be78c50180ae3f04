"""The first visit: how many requests and bytes a browser needs for the front page, as they go over the wire."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from benchmarks.frame import Row
from benchmarks.site import visitor


def measure(folder: Path) -> list[Row]:
    rows = []
    for what, address in (("front page", "/"), ("list", "/projects/")):
        page = visitor().get(address)
        files = linked(page.body.decode())
        sizes = {name: wire_bytes(folder, name) for name in files}
        kilobytes = (len(gzip.compress(page.body)) + sum(n for f, n in sizes.items() if not f.endswith("woff2"))) / 1024
        rows += [
            Row(f"first visit, {what}: requests", 1 + len(files), "", goal=8),
            Row(f"first visit, {what}: bytes without fonts", kilobytes, "KB", goal=60),
        ]
    return rows


def linked(html: str) -> set[str]:
    """The static files that a page asks for."""
    return set(re.findall(r'(?:href|src)="/static/([^"]+)"', html))


def wire_bytes(folder: Path, name: str) -> int:
    """The size as it is sent: brotli where whitenoise made it."""
    path = folder / "static" / name
    packed = path.with_name(path.name + ".br")
    return (packed if packed.exists() else path).stat().st_size

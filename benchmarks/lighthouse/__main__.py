"""Lighthouse on the public pages of the demo, as on a phone: `make lighthouse` (npm, Chromium; about four minutes)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import world
from benchmarks.frame import Row, table
from benchmarks.load import served

HERE = Path(__file__).parent
TRIES = 3  # on a busy machine it loses its browser now and then
RUNS = 3  # the median counts: one run of a busy machine says little
SCORES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 95
# What a visit may take: (audit, unit, divided by, at most)
TIMES = (
    ("largest-contentful-paint", "s", 1000, 1.2), ("total-blocking-time", "ms", 1, 50),
    ("cumulative-layout-shift", "", 1, 0),
)  # fmt: skip


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="firstfoot-lighthouse-") as temporary:
        program = installed(Path(temporary) / "npm")
        world.settle(Path(temporary) / "world")
        rows: list[Row] = []
        with served() as port:
            for page in pages():
                seen = [look(program, f"http://localhost:{port}{page}", Path(temporary)) for _ in range(RUNS)]
                rows += rows_of(page, seen)
    print(table(rows))


def installed(folder: Path) -> Path:
    """Lighthouse in the version that the lock file names."""
    folder.mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=folder, check=True, timeout=300)
    return folder / "node_modules" / ".bin" / "lighthouse"


def pages() -> list[str]:
    from firstfoot.market.projects.queries import open_projects

    brief = open_projects().order_by("pk").first()
    assert brief is not None
    host = brief.organization.public_id
    return ["/", "/projects/", f"/projects/{brief.public_id}/", f"/organizations/{host}/", "/for-hosts/", "/ledger/"]


def look(program: Path, address: str, folder: Path) -> dict[str, Any]:
    """One report, on a throttled phone."""
    out = folder / "report.json"
    command = [
        program,
        address,
        "--quiet",
        "--chrome-flags=--headless --no-sandbox",
        "--output=json",
        f"--output-path={out}",
    ]
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    for _ in range(TRIES):
        if subprocess.run(command, env=environment, check=False, timeout=180).returncode == 0:
            break
    else:
        raise RuntimeError(f"Lighthouse could not look at {address}.")
    found: dict[str, Any] = json.loads(out.read_text())
    return found


def rows_of(page: str, seen: list[dict[str, Any]]) -> list[Row]:
    name = "/".join(part if len(part) != 12 else "..." for part in page.split("/"))
    rows = [
        Row(f"{name}: {score}", median(one["categories"][score]["score"] * 100 for one in seen), "", goal=LEAST,
            at_least=True)
        for score in SCORES
    ]  # fmt: skip
    return rows + [
        Row(f"{name}: {audit.replace('-', ' ')}",
            median(one["audits"][audit]["numericValue"] / divided for one in seen), unit, goal=most)
        for audit, unit, divided, most in TIMES
    ]  # fmt: skip


if __name__ == "__main__":
    main()

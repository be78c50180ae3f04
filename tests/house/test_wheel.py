"""What is shipped: the same source gives the same wheel, whole, and every lock line carries its hash."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheels(tmp_path_factory) -> list[Path]:
    """Two builds, one after the other, in two places."""
    built = []
    for _ in range(2):
        folder = tmp_path_factory.mktemp("dist")
        asked = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
        subprocess.run(asked, cwd=ROOT, check=True, capture_output=True)
        built += folder.glob("*.whl")
    return built


def test_two_builds_are_identical(wheels):
    assert len({hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in wheels}) == 1


def test_all_that_runs_is_in_it_and_nothing_else(wheels):
    def ours(path: Path) -> bool:
        return path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"

    source = {str(path.relative_to(ROOT / "src")) for path in (ROOT / "src").rglob("*") if ours(path)}
    inside = {name for name in ZipFile(wheels[0]).namelist() if ".dist-info/" not in name}
    assert inside == source


@pytest.mark.parametrize("name", ["build", "run", "test"])
def test_every_locked_package_has_hashes(name):
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert len(lines) > 2
    assert [
        line for line in lines if not re.match(r"[\w.-]+(\[[\w,]+\])?==\S+.*--hash=sha256:[0-9a-f]{64}", line)
    ] == []

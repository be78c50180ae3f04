"""An operator puts this version over the first one's data folder: `firstfoot migrate`, then `firstfoot check`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from django.db import connection

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="the folder holds a SQLite database")


@pytest.fixture
def firstfoot(first, tmp_path):
    """Runs the program in a copy of the first version's data folder; what it printed."""
    data = tmp_path / "data"
    shutil.copytree(first.data, data)
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("FIRSTFOOT_", "DATABASE_", "DJANGO_"))}
    environment = {**clean, "FIRSTFOOT_DATA": str(data), "LOG_LEVEL": "ERROR"}

    def run(*arguments):
        command = [sys.executable, "-W", "error", "-m", "firstfoot.config.program", *arguments]
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=120)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    run.data = data
    return run


def test_the_program_migrates_what_the_first_version_left_and_finds_nothing_wrong(firstfoot):
    assert "The database was copied to" in firstfoot("migrate")
    assert len(list((firstfoot.data / "before-migrating").glob("*.sqlite3"))) == 1
    assert firstfoot("migrate") == ""
    assert "nothing is wrong" in firstfoot("check")

"""Machines of the tests: data folders of their own, and the program run as an operator runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from firstfoot.operations.machine import Machine


@pytest.fixture
def machine(tmp_path):
    """A machine whose database is the one of the tests."""
    here = Machine(
        data=tmp_path / "data", host="127.0.0.1", port=8000, site_url="http://localhost:8000",
        release=settings.RELEASE, passphrase="correct horse", password="a-long-enough-secret",
    )  # fmt: skip
    if connection.vendor == "sqlite":
        return replace(here, sqlite=Path(connection.settings_dict["NAME"]))
    return replace(here, database_url=os.environ["DATABASE_URL"])


@pytest.fixture
def firstfoot(tmp_path):
    """Runs the program on SQLite in a data folder of its own; returns the finished process."""

    def run(*arguments, data=tmp_path / "data", **settings):
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("FIRSTFOOT_", "DATABASE_", "DJANGO_"))}
        environment = {**clean, "FIRSTFOOT_DATA": str(data), "LOG_LEVEL": "ERROR", **settings}
        command = [sys.executable, "-W", "error", "-m", "firstfoot.config.program", *arguments]
        return subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=120)

    return run

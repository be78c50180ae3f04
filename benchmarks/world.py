"""The world that is measured: the demo in a folder of its own, made once and kept when a place for it is named."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def settle(folder: Path, database_url: str = "") -> None:
    """Point this process at the world in `folder`, and make the demo there unless it is there already."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ.update(
        FIRSTFOOT_DATA=str(folder), FIRSTFOOT_DEMO="1", LOG_LEVEL="ERROR", DJANGO_SETTINGS_MODULE="benchmarks.settings",
        DATABASE_URL=database_url, SITE_URL="http://localhost",
    )  # fmt: skip
    for command in (["migrate"], ["demo", "--if-empty"]):
        run_program(*command)
    import django

    django.setup()


def run_program(*arguments: str) -> None:
    """One command of the program, in a process of its own; raises CalledProcessError when it fails."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "firstfoot.config.settings"}
    subprocess.run([sys.executable, "-m", "firstfoot.config.program", *arguments], check=True, env=environment)


@contextmanager
def database(kind: str) -> Iterator[str]:
    """A PostgreSQL database of our own on the server that TEST_DATABASE_URL names; nothing for SQLite."""
    if kind == "sqlite":
        yield ""
        return
    import psycopg

    server, name = os.environ["TEST_DATABASE_URL"], f"firstfoot_bench_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as link:
        link.execute(f'CREATE DATABASE "{name}"')
    try:
        yield f"{server.rpartition('/')[0]}/{name}"
    finally:
        with psycopg.connect(server, autocommit=True) as link:
            link.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

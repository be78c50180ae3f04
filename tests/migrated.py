"""A site that was just migrated, made once for all processes of all test runs: it takes 13 s of CPU, a copy none."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psycopg
from django.db import connection
from psycopg import sql

ROOT = Path(__file__).resolve().parents[1]
CHECKOUT = hashlib.sha256(str(ROOT).encode()).hexdigest()[:10]
GROUNDS = f"firstfoot_test_ground_{CHECKOUT}_"  # databases that the races of one test run share


def put_under_the_tests() -> None:
    """Let the database of this process be made from the migrated one; Django finds nothing left to apply."""
    wanted = connection.settings_dict["TEST"]
    if connection.vendor == "postgresql":
        wanted["TEMPLATE"] = template_database()
    else:
        shutil.copy(folder() / "firstfoot.sqlite3", wanted["NAME"])


def copy_to(data: Path) -> None:
    """A data folder as `firstfoot migrate` leaves it behind: SQLite and the static files, with no secret in it."""
    shutil.copytree(folder(), data, dirs_exist_ok=True)


@cache
def folder() -> Path:
    """Where the data folder to copy lies."""
    made = Path(tempfile.gettempdir()) / f"firstfoot-migrated-{CHECKOUT}"
    key = key_of_sources()
    with _turn():
        if (made / ".key").exists() and (made / ".key").read_text() == key:
            return made
        shutil.rmtree(made, ignore_errors=True)
        _migrate(made)
        (made / "secret.key").unlink(missing_ok=True)
        (made / ".key").write_text(key)
    return made


@cache
def template_database() -> str:
    """The name of the migrated PostgreSQL database; its comment says what it was made from."""
    name, key = f"firstfoot_migrated_{CHECKOUT}", key_of_sources()
    server = os.environ.get("TEST_DATABASE_URL", os.environ["DATABASE_URL"])
    with _turn(), psycopg.connect(server, autocommit=True) as asked:
        found = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
        if asked.execute(found, [name]).fetchone() == (key,):
            return name
        asked.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
        asked.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        with tempfile.TemporaryDirectory(prefix="firstfoot-migrated-") as data:
            _migrate(Path(data), DATABASE_URL=f"{server.rpartition('/')[0]}/{name}")
        asked.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), sql.Literal(key)))
    return name


def drop_grounds() -> None:
    """When all processes are done, nobody copies the shared databases any more."""
    server = os.environ.get("TEST_DATABASE_URL", os.environ["DATABASE_URL"])
    with psycopg.connect(server, autocommit=True) as asked:
        found = asked.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [GROUNDS]).fetchall()
        for (name,) in found:
            asked.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def key_of_sources() -> str:
    """Of what an empty database is made: our migrations and their SQL, those of the packages we run on, this Python."""
    projects = ROOT / "src" / "firstfoot" / "market" / "projects"
    files = [
        *sorted((ROOT / "src").rglob("migrations/*.py")), projects / "listing.py",
        *sorted((projects / "search").glob("*.py")), ROOT / "requirements" / "run.txt",
    ]  # fmt: skip
    digest = hashlib.sha256(sys.version.encode())
    for file in files:
        digest.update(f"{file.relative_to(ROOT)} ".encode() + file.read_bytes())
    return digest.hexdigest()


def _migrate(data: Path, **database: str) -> None:
    ours = ("FIRSTFOOT_", "DATABASE_", "DJANGO_", "TEST_DATABASE_", "SMTP_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    subprocess.run(
        [sys.executable, "-m", "firstfoot.config.program", "migrate"], check=True, timeout=300,
        env={**clean, "FIRSTFOOT_DATA": str(data), "LOG_LEVEL": "ERROR", **database},
    )  # fmt: skip


@contextmanager
def _turn() -> Iterator[None]:
    """One process makes it, the others wait."""
    with (Path(tempfile.gettempdir()) / f"firstfoot-migrated-{CHECKOUT}.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield

"""A copy of the database as of one moment, and what it says of that moment."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from firstfoot.operations.machine import CannotRun, Machine
from firstfoot.operations.migrate import copy_database

_FILES = "SELECT path FROM files_storedfile ORDER BY path"
_SCHEMA = "SELECT app, name FROM django_migrations ORDER BY app, name"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the copied database knows: its files, and each app's last applied migration."""

    files: list[str]
    schema: dict[str, str]

    @staticmethod
    def of(files: Iterable[Any], schema: Iterable[Any]) -> Snapshot:
        return Snapshot([path for (path,) in files], dict(schema))


def snapshot_of(machine: Machine, target: Path) -> Snapshot:
    """Copy the database to `target` while others write; raises CannotRun when there is none of ours."""
    return _of_sqlite(machine.sqlite, target) if machine.sqlite else _of_postgresql(machine.database_url, target)


def _of_sqlite(source: Path, target: Path) -> Snapshot:
    if not source.exists():
        raise CannotRun(f"there is no database at {source}.")
    copy_database(source, target)
    with closing(sqlite3.connect(target)) as copy:
        try:
            return Snapshot.of(copy.execute(_FILES), copy.execute(_SCHEMA))
        except sqlite3.OperationalError as error:
            raise CannotRun(f"{source} is no database of ours ({error}).") from error


def _of_postgresql(url: str, target: Path) -> Snapshot:
    """The dump and our own questions see the very same moment."""
    import psycopg

    try:
        with psycopg.connect(url) as moment:
            moment.isolation_level, moment.read_only = psycopg.IsolationLevel.REPEATABLE_READ, True
            (name,) = moment.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
            found = Snapshot.of(moment.execute(_FILES), moment.execute(_SCHEMA))
            dump = ["pg_dump", "--format=custom", "--no-owner", "--no-privileges"]
            run_tool([*dump, f"--snapshot={name}", f"--file={target}"], url)
            return found
    except psycopg.errors.UndefinedTable as error:
        raise CannotRun(
            f"the database that DATABASE_URL names is none of ours ({error.diag.message_primary})."
        ) from error
    except psycopg.OperationalError as error:
        raise CannotRun(f"the database that DATABASE_URL names does not answer ({error}).") from error


def run_tool(command: list[str], url: str) -> None:
    """Run one of PostgreSQL's own tools; CannotRun with its words when it fails or is not there.

    The password goes through the environment: command lines can be read by everyone on the machine.
    """
    parts = urlsplit(url)
    password = unquote(parts.password or "")
    plain = parts._replace(netloc=parts.netloc.replace(f":{parts.password}@", "@")).geturl()
    environment = {**os.environ, "PGPASSWORD": password} if password else None
    try:
        done = subprocess.run(
            [*command, f"--dbname={plain}"], check=False, capture_output=True, text=True, env=environment
        )
    except FileNotFoundError:
        raise CannotRun(f"{command[0]} is not installed (Debian: postgresql-client).") from None
    if done.returncode:
        raise CannotRun(done.stderr.strip() or f"{command[0]} failed with {done.returncode}.")

"""`firstfoot migrate`: brings the database and the static files to this release."""

from __future__ import annotations

import argparse
import sqlite3
from pathlib import Path

from firstfoot.operations.django_ready import start_django
from firstfoot.operations.machine import Machine

KEPT = 3  # copies of the database from before a migration
FOLDER = "before-migrating"


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Copy the SQLite database when migrations are pending, migrate, collect static files."""
    start_django()
    from firstfoot.operations.static_files import collect_when_changed

    bring_up_to_date(machine)
    collect_when_changed()
    return 0


def bring_up_to_date(machine: Machine) -> None:
    """Apply what is pending; an up-to-date database is only looked at."""
    from django.core.management import call_command
    from django.db import connection

    from firstfoot.reactions.health import pending_migrations

    pending = pending_migrations()
    if pending:
        if machine.sqlite and connection.introspection.table_names():
            copy = copy_before_migrating(machine.sqlite, machine.data / FOLDER)
            print(f"The database was copied to {copy} before {len(pending)} migrations.", flush=True)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)


def copy_before_migrating(database: Path, folder: Path) -> Path:
    """A consistent copy beside the data; only the last few are kept. Returns where it is."""
    from firstfoot.kernel import clock

    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"{clock.now():%Y%m%d-%H%M%S-%f}.sqlite3"
    copy_database(database, copy)
    for old in sorted(folder.glob("*.sqlite3"))[:-KEPT]:
        old.unlink()
    return copy


def copy_database(source: Path, target: Path) -> None:
    """SQLite's own online copy: consistent while others write."""
    origin, copy = sqlite3.connect(f"file:{source}?mode=ro", uri=True), sqlite3.connect(target)
    try:
        origin.backup(copy)
    finally:
        copy.close()
        origin.close()

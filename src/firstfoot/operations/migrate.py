"""`firstfoot migrate`: brings the database and the static files to this release."""

from __future__ import annotations

import argparse
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from firstfoot.operations.django_ready import start_django
from firstfoot.operations.machine import CannotRun, Machine

KEPT = 3  # copies of the database from before a migration
FOLDER = "before-migrating"
TURN = 0x66697273  # the number of the lock that machines take turns by


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Copy the SQLite database when migrations are pending, migrate, collect static files."""
    start_django()
    from django.db import OperationalError
    from django.db.transaction import TransactionManagementError

    from firstfoot.operations.static_files import collect_when_changed

    try:
        bring_up_to_date(machine)
    except (OperationalError, TransactionManagementError) as error:
        # Once a transaction is broken, whatever is asked next is refused, because of the error that broke it.
        why = error if isinstance(error, OperationalError) else error.__cause__ or error.__context__
        raise CannotRun(f"the database could not be brought to this release: {why}. It is as it was.") from error
    try:
        collect_when_changed()
    except OSError as error:
        raise CannotRun(f"the static files could not be collected: {error}. The next start tries again.") from error
    return 0


def bring_up_to_date(machine: Machine) -> None:
    """Apply what is pending, all of it or nothing; an up-to-date database is only looked at.

    Raises CannotRun when the disk has no room for the copy that is made before.
    """
    from django.core.management import call_command
    from django.db import connection

    from firstfoot.reactions.health import pending_migrations

    pending = pending_migrations()
    if pending and machine.sqlite and connection.introspection.table_names():
        copy = copy_before_migrating(machine.sqlite, machine.data / FOLDER)
        print(f"The database was copied to {copy} before {len(pending)} migrations.", flush=True)
    if pending or not has_cache_table():
        with all_or_nothing():
            call_command("migrate", verbosity=0, interactive=False)
            call_command("createcachetable", verbosity=0)


def has_cache_table() -> bool:
    """Whether the table of limits on tries is there; no migration makes it."""
    from django.conf import settings
    from django.db import connection

    kept = settings.CACHES["default"]
    return not kept["BACKEND"].endswith("DatabaseCache") or kept["LOCATION"] in connection.introspection.table_names()


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """One transaction for all migrations: whatever ends us, the old state is whole, or the new one is.

    Django gives each its own, and notes some as applied only after it: a machine that stops
    in between has tables that the next start tries to make again.
    """
    from django.db import connection, transaction

    is_sqlite = connection.vendor == "sqlite"
    if is_sqlite:
        connection.disable_constraint_checking()  # which SQLite allows outside of a transaction only
    try:
        with transaction.atomic():
            if not is_sqlite:
                with connection.cursor() as cursor:
                    # Two machines that start at once migrate one after the other, however long it takes.
                    cursor.execute("SET LOCAL lock_timeout = 0")
                    cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
                    # Rows that await a check forbid changes of their table.
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            yield
            connection.check_constraints()
    finally:
        if is_sqlite:
            connection.enable_constraint_checking()


def copy_before_migrating(database: Path, folder: Path) -> Path:
    """A consistent copy beside the data; only the last few are kept. Returns where it is.

    Raises CannotRun, with nothing left behind, when there is no room for it.
    """
    from firstfoot.kernel import clock

    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"{clock.now():%Y%m%d-%H%M%S-%f}.sqlite3"
    part = copy.with_suffix(".part")
    for left in folder.glob("*.part"):  # of one that was killed
        left.unlink()
    try:
        copy_database(database, part)
        part.rename(copy)  # whole, or not there
    except (sqlite3.OperationalError, OSError) as error:
        part.unlink(missing_ok=True)
        raise CannotRun(f"no room to copy the database before migrating ({error}). Nothing was changed.") from None
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

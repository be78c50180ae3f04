"""`firstfoot backup`: a consistent archive of database, files and sealed key, made while the site runs."""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from firstfoot.operations.archive import DATABASES, FILES, write_archive
from firstfoot.operations.django_ready import start_django
from firstfoot.operations.machine import CannotRun, Machine
from firstfoot.operations.migrate import copy_database
from firstfoot.operations.passphrase import ask


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Write the archive; an existing file is never overwritten."""
    target: Path = arguments.file.absolute()
    if target.exists():
        raise CannotRun(f"{target} exists already.")
    passphrase = ask(machine.passphrase, "passphrase", "FIRSTFOOT_PASSPHRASE", twice=True)
    start_django()
    from django.conf import settings

    from firstfoot.kernel import clock

    kind = "sqlite" if machine.sqlite else "postgresql"
    made_at = clock.now().isoformat(timespec="seconds")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".firstfoot-backup-") as staging:
        # The database first: a file is written before its row, so each row we copy has its file.
        database = Path(staging) / DATABASES[kind]
        dump(machine, database)
        members = {DATABASES[kind]: database, **stored_files(Path(settings.MEDIA_ROOT))}
        write_archive(
            target, members, release=machine.release, made_at=made_at, database=kind, schema=schema(),
            secret=settings.SECRET_KEY, passphrase=passphrase,
        )  # fmt: skip
    print(f"{target}: database, {len(members) - 1} files and the sealed key ({target.stat().st_size:,} bytes).")
    print("Without the passphrase it cannot be restored. The rest of it is readable: keep it private.")
    return 0


def dump(machine: Machine, target: Path) -> None:
    """A consistent copy of the database as of one moment."""
    if machine.sqlite:
        if not machine.sqlite.exists():
            raise CannotRun(f"there is no database at {machine.sqlite}.")
        copy_database(machine.sqlite, target)
        return
    run_tool(["pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}"], machine.database_url)


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
        raise CannotRun(f"{command[0]}: {done.stderr.strip()}")


def stored_files(root: Path) -> dict[str, Path]:
    return {FILES + path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}


def schema() -> dict[str, str]:
    """Each app's last applied migration."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    return dict(sorted(MigrationRecorder(connection).applied_migrations()))

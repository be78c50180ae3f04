"""`firstfoot restore`: brings an archive back into an empty data folder, or changes nothing.

Everything is unpacked and proved in a corner first; only then is it put in place.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

from firstfoot.operations.archive import DATABASES, Manifest, unpack
from firstfoot.operations.backup import run_tool
from firstfoot.operations.machine import CannotRun, Machine
from firstfoot.operations.passphrase import ask
from firstfoot.operations.serve import make_private


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Restore, bring the schema to this release, then verify all rules."""
    refuse_filled(machine)
    passphrase = ask(machine.passphrase, "passphrase", "FIRSTFOOT_PASSPHRASE", twice=False)
    was_there = machine.data.exists()
    make_private(machine.data)
    try:
        # Inside the data folder, so that the last step is a rename also when the folder is a mounted volume.
        with tempfile.TemporaryDirectory(dir=machine.data, prefix=".restoring-") as staging:
            manifest, secret = unpack(arguments.file, Path(staging), passphrase)
            refuse_unfit(manifest, machine)
            put_in_place(Path(staging), secret, manifest, machine)
    except BaseException:
        if not was_there:
            machine.data.rmdir()
        raise
    print(f"Restored what was saved on {manifest.made_at} by release {manifest.release}.", flush=True)
    for command in ("migrate", "check"):
        code = subprocess.run(machine.program(command), check=False).returncode
        if code:
            return code
    return 0


def refuse_filled(machine: Machine) -> None:
    """Nothing that is there is overwritten."""
    if machine.data.exists() and any(part.name != "lost+found" for part in machine.data.iterdir()):
        raise CannotRun(f"{machine.data} is not empty. Restore into a new folder: set FIRSTFOOT_DATA.")
    if machine.sqlite and machine.sqlite.exists():
        raise CannotRun(f"{machine.sqlite} exists already.")
    if machine.database_url and tables_in(machine.database_url):
        raise CannotRun("The database that DATABASE_URL names is not empty. Restore into a new one.")


def tables_in(url: str) -> int:
    import psycopg

    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    return int(row[0]) if row else 0


def refuse_unfit(manifest: Manifest, machine: Machine) -> None:
    kind = "sqlite" if machine.sqlite else "postgresql"
    if manifest.database != kind:
        raise CannotRun(f"The archive holds {manifest.database}, this installation is set up for {kind}.")
    if _numbers(manifest.release) > _numbers(machine.release):
        raise CannotRun(f"The archive is of release {manifest.release}, this is {machine.release}. Upgrade first.")


def _numbers(release: str) -> tuple[int, ...]:
    """
    >>> _numbers("0.10.1") > _numbers("0.9")
    True
    """
    return tuple(int(part) for part in release.split(".") if part.isdigit())


def put_in_place(folder: Path, secret: str, manifest: Manifest, machine: Machine) -> None:
    """Database, key and files to where this installation looks for them."""
    database = folder / DATABASES[manifest.database]
    if machine.sqlite:
        if machine.sqlite.parent == machine.data:
            database.rename(folder / machine.sqlite.name)
        else:
            shutil.move(database, machine.sqlite)
    else:
        run_tool(["pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", str(database)],
                 machine.database_url)  # fmt: skip
        database.unlink()
    key = folder / "secret.key"
    key.write_text(secret)
    key.chmod(0o600)
    for part in folder.iterdir():
        part.rename(machine.data / part.name)

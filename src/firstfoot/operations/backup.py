"""`firstfoot backup`: a consistent archive of database, files and sealed keys, made while the site runs."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from firstfoot.operations.archive import DATABASES, FILES, SECRET_KEY, Member, write_archive
from firstfoot.operations.django_ready import start_django
from firstfoot.operations.machine import CannotRun, Machine
from firstfoot.operations.passphrase import opening
from firstfoot.operations.snapshot import Snapshot, snapshot_of

STAGING = ".firstfoot-backup-"
LEFT_OVER_AFTER = 24 * 3600  # seconds
MOST_NAMED = 10


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Write the archive, whole or not at all; an existing file is never overwritten."""
    target: Path = arguments.file.absolute()
    refuse_taken(target)
    passphrase = opening(arguments.key_file, machine, twice=True)
    start_django()
    try:
        remove_leftovers(target.parent)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=STAGING) as staging:
            files, lost = save(Path(staging), target, machine, passphrase)
    except OSError as error:
        raise CannotRun(f"{target} could not be written ({error.strerror or error}).") from error
    print(f"{target}: database, {files} files and the sealed keys ({target.stat().st_size:,} bytes).")
    print("Without the passphrase it cannot be restored. The rest of it is readable: keep it private.")
    if lost:
        named = ", ".join(lost[:MOST_NAMED]) + (", ..." if len(lost) > MOST_NAMED else "")
        print(f"{len(lost)} files that the database knows are not there: {named}", file=sys.stderr)
    return 0


def refuse_taken(target: Path) -> None:
    if target.exists():
        raise CannotRun(f"{target} exists already.")
    if not target.parent.is_dir():
        raise CannotRun(f"there is no folder {target.parent}.")


def save(folder: Path, target: Path, machine: Machine, passphrase: str) -> tuple[int, list[str]]:
    """Make the archive in a corner, then put it in its place; how many files it holds, and which are lost."""
    from django.conf import settings

    from firstfoot.kernel import clock

    kind = "sqlite" if machine.sqlite else "postgresql"
    made_at = clock.now().isoformat(timespec="seconds")
    database = folder / DATABASES[kind]
    # The database first: a file is written before its row, so each row of that moment has its file.
    snapshot = snapshot_of(machine, database)
    files, lost = stored_files(snapshot)
    write_archive(
        folder / target.name, [Member.of(DATABASES[kind], database), *files], release=machine.release,
        made_at=made_at, database=kind, schema=snapshot.schema, keys=keys_of(machine, settings.SECRET_KEY),
        passphrase=passphrase,
    )  # fmt: skip
    refuse_taken(target)
    (folder / target.name).rename(target)
    return len(files), lost


def stored_files(snapshot: Snapshot) -> tuple[list[Member], list[str]]:
    """What the rows of the snapshot name, and the paths among them that are not there.

    Nothing else that lies in the folder: an upload that is under way has no row yet.
    """
    from django.core.files.storage import default_storage

    files, lost = [], []
    for path in snapshot.files:
        try:
            files.append(Member(FILES + path, _opens(path), default_storage.size(path)))
        except FileNotFoundError:
            lost.append(path)
    return files, lost


def _opens(path: str):  # type: ignore[no-untyped-def]
    from django.core.files.storage import default_storage

    return lambda: default_storage.open(path, "rb")


def keys_of(machine: Machine, secret: str) -> dict[str, bytes]:
    """The secret key, wherever it comes from, and every other key of the data folder."""
    others = {path.name: path.read_bytes() for path in sorted(machine.data.glob("*.key"))}
    return {**others, SECRET_KEY: secret.encode()}


def remove_leftovers(folder: Path) -> None:
    """What a backup that was killed left here: it holds the database, readable."""
    for path in _leftovers(folder):
        shutil.rmtree(path, ignore_errors=True)


def _leftovers(folder: Path) -> Iterator[Path]:
    for path in folder.glob(f"{STAGING}*"):
        if time.time() - path.stat().st_mtime > LEFT_OVER_AFTER:
            yield path

"""`firstfoot restore`: brings an archive back into an empty data folder, or changes nothing.

Everything is unpacked and proved in a corner first; only then is it put in place.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from firstfoot.operations.archive import DATABASES, FILES, Manifest, unpack
from firstfoot.operations.django_ready import start_django
from firstfoot.operations.machine import CannotRun, Machine
from firstfoot.operations.migrate import bring_up_to_date
from firstfoot.operations.passphrase import opening
from firstfoot.operations.serve import make_private
from firstfoot.operations.snapshot import run_tool


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Restore, bring the schema to this release, then verify all rules."""
    refuse_filled(machine)
    passphrase = opening(arguments.key_file, machine, twice=False)
    with corner_of(machine.data) as corner:
        manifest, keys = unpack(arguments.file, corner, passphrase)
        refuse_unfit(manifest, machine)
        put_in_place(corner, keys, manifest, machine)
    make_private(machine.data)
    print(f"Restored what was saved on {manifest.made_at} by release {manifest.release}.", flush=True)
    bring_up_to_date(machine)
    from firstfoot.operations.check.command import report

    return report()


@contextmanager
def corner_of(folder: Path) -> Iterator[Path]:
    """A private place inside the empty folder, gone afterwards. When something fails the folder is as it was.

    Inside, so that what follows is a rename also when the folder is a mounted volume.
    """
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".restoring-") as corner:
            yield Path(corner)
    except BaseException:
        for part in parts_of(folder):
            shutil.rmtree(part) if part.is_dir() else part.unlink()
        for path in made:
            path.rmdir()
        raise


def parts_of(folder: Path) -> list[Path]:
    """What is in a folder, but for what a file system puts there itself."""
    return [part for part in folder.iterdir() if part.name != "lost+found"]


def refuse_filled(machine: Machine) -> None:
    """Nothing that is there is overwritten."""
    if machine.data.exists() and parts_of(machine.data):
        raise CannotRun(f"{machine.data} is not empty. Restore into a new folder: set FIRSTFOOT_DATA.")
    if machine.sqlite and machine.sqlite.exists():
        raise CannotRun(f"{machine.sqlite} exists already.")
    if machine.database_url and tables_in(machine.database_url):
        raise CannotRun("The database that DATABASE_URL names is not empty. Restore into a new one.")


def tables_in(url: str) -> int:
    import psycopg

    try:
        with psycopg.connect(url) as connection:
            row = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    except psycopg.OperationalError as error:
        raise CannotRun(f"the database that DATABASE_URL names does not answer ({error}).") from error
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


def put_in_place(corner: Path, keys: dict[str, bytes], manifest: Manifest, machine: Machine) -> None:
    """Keys, files and database to where this installation looks for them; the database last, since it ends whole."""
    for name, key in keys.items():
        (machine.data / name).write_bytes(key)
        (machine.data / name).chmod(0o600)
    start_django()  # not before: without its key this installation would make itself a new one
    with bring_files(corner / FILES):
        bring_database(corner / DATABASES[manifest.database], machine)


@contextmanager
def bring_files(folder: Path) -> Iterator[None]:
    """The files to the data folder, or to the bucket; out of that again when what comes next fails."""
    from django.conf import settings
    from django.core.files import File
    from django.core.files.storage import FileSystemStorage, default_storage

    from firstfoot.foundation.files.queries import places

    if isinstance(default_storage, FileSystemStorage):
        if folder.exists():
            folder.rename(settings.MEDIA_ROOT)
        yield
        return
    if next(places(), None) is not None:
        raise CannotRun("The bucket that FILES_URL names is not empty. Restore into a new one.")
    brought: list[str] = []
    try:
        for path in (path for path in folder.rglob("*") if path.is_file()):
            with path.open("rb") as content:
                brought.append(default_storage.save(path.relative_to(folder).as_posix(), File(content)))
        yield
    except BaseException:
        for name in brought:
            default_storage.delete(name)
        raise


def bring_database(saved: Path, machine: Machine) -> None:
    if machine.sqlite is None:
        run_tool(["pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", str(saved)],
                 machine.database_url)  # fmt: skip
    else:
        shutil.move(saved, machine.sqlite)

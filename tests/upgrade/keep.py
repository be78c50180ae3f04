"""Keeps the data of an earlier version for the tests, small and without a trace of the machine that made it.

first.tar.xz is the demo world of aa97c74, the first version with `firstfoot demo`. It was made so:

    git archive aa97c74 | tar -x -C FOLDER
    cd FOLDER && export PYTHONPATH=src FIRSTFOOT_DATA=DATA FIRSTFOOT_DEMO=1
    python -m firstfoot.config.program migrate && python -m firstfoot.config.program demo
    cd CHECKOUT && python -m tests.upgrade.keep DATA tests/upgrade/first.tar.xz
"""

from __future__ import annotations

import io
import sqlite3
import sys
import tarfile
from contextlib import closing
from pathlib import Path

SQL = "firstfoot.sql"


def keep(data: Path, archive: Path) -> None:
    """The database as SQL text, and the files; in one order, without owners and times."""
    with closing(sqlite3.connect(data / "firstfoot.sqlite3")) as database:
        text = "\n".join(database.iterdump())
    assert str(data) not in text
    with tarfile.open(archive, "w:xz", preset=9) as tar:
        add(tar, SQL, text.encode())
        for path in sorted((data / "files").rglob("*")):
            if path.is_file():
                add(tar, path.relative_to(data).as_posix(), path.read_bytes())


def add(tar: tarfile.TarFile, name: str, body: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(body)
    tar.addfile(member, io.BytesIO(body))


if __name__ == "__main__":
    keep(Path(sys.argv[1]), Path(sys.argv[2]))

"""The arena: a database of its own for races, begun anew from the same ground for each."""

from __future__ import annotations

import fcntl
import os
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from firstfoot.operations.migrate import copy_database
from tests import migrated
from tests.faults.zygote import Zygote
from tests.figures import count
from tests.races.grounds import lay
from tests.races.race import Result, play

TRIALS = count(ci=15, deep=200)
CONTROLS = count(ci=9, deep=15) if connection.vendor == "postgresql" else 0  # trials at most without guard


class Arena:
    """The database in which is raced, and those it is copied from: one for each ground, laid once for all processes."""

    def __init__(self, zygote: Zygote, grounds: Path, run: str, folder: Path) -> None:
        self.zygote, self.grounds, self.run, self.folder = zygote, grounds, run, folder
        self.is_sqlite = connection.vendor == "sqlite"
        self.known: dict[str, dict[str, Any]] = {}
        grounds.mkdir(exist_ok=True)

    def begin(self, ground: str) -> dict[str, Any]:
        """The ground as it was laid, in a database of this race's own."""
        if ground not in self.known:
            self.known[ground] = self._laid(ground)
        self._copy(self._ground(ground), self._arena())
        return self.known[ground]

    def play(self, **how: Any) -> Result:
        result: Result = self._in(self._arena(), play, **how)
        return result

    def close(self) -> None:
        self._drop(self._arena())

    def _laid(self, ground: str) -> dict[str, Any]:
        """What stands on it; whoever comes first lays it, and the others wait."""
        kept = self.grounds / f"{ground}.pickle"
        with (self.grounds / f"{ground}.lock").open("w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            if not kept.exists():
                self._copy(self._migrated(), self._ground(ground))
                found = self._in(self._ground(ground), lay, ground=ground, size=TRIALS + CONTROLS)
                kept.write_bytes(pickle.dumps(found))
        known: dict[str, Any] = pickle.loads(kept.read_bytes())
        return known

    def _in(self, database: str, function: Any, **kwargs: Any) -> Any:
        outcome = self.zygote.run(function, kwargs, database={"NAME": database})
        assert not outcome.error, outcome.error
        return outcome.answer

    def _migrated(self) -> str:
        return str(migrated.folder() / "firstfoot.sqlite3") if self.is_sqlite else migrated.template_database()

    def _ground(self, ground: str) -> str:
        return (
            str(self.grounds / f"{ground}.sqlite3") if self.is_sqlite else f"{migrated.GROUNDS}{self.run[:8]}_{ground}"
        )

    def _arena(self) -> str:
        return str(self.folder / "arena.sqlite3") if self.is_sqlite else f"firstfoot_test_arena_{os.getpid()}"

    def _copy(self, origin: str, name: str) -> None:
        self._drop(name)
        if self.is_sqlite:
            return copy_database(Path(origin), Path(name))
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{origin}"')
        return None

    def _drop(self, name: str) -> None:
        if self.is_sqlite:
            for path in Path(name).parent.glob(f"{Path(name).name}*"):
                path.unlink()
            return
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def arena(django_db_setup, tmp_path_factory, testrun_uid) -> Iterator[Arena]:
    warm = Zygote("tests.races.contest.warm")
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    made = Arena(warm, shared / "grounds", testrun_uid, tmp_path_factory.mktemp("races"))
    yield made
    warm.close()
    made.close()

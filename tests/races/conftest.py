"""The arena: a database of its own for races, begun anew from the same ground for each."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection, connections

from firstfoot.operations.migrate import copy_database
from tests.faults.zygote import Zygote
from tests.figures import count
from tests.races.grounds import lay
from tests.races.race import Result, play

TRIALS = count(ci=15, deep=200)
CONTROLS = count(ci=9, deep=15) if connection.vendor == "postgresql" else 0  # trials at most without guard


class Arena:
    """Databases beside that of the tests: one for each ground as it was laid, and the one in which is raced."""

    def __init__(self, zygote: Zygote, folder: Path) -> None:
        self.zygote, self.folder = zygote, folder
        self.is_sqlite = connection.vendor == "sqlite"
        self.grounds: dict[str, dict[str, Any]] = {}
        self.made: set[str] = set()
        self._copy(str(connection.settings_dict["NAME"]), self._named("empty"))

    def begin(self, ground: str) -> dict[str, Any]:
        """The ground as it was laid, in a database of this race's own."""
        if ground not in self.grounds:
            self._copy(self._named("empty"), self._named(ground))
            self.grounds[ground] = self._run(ground, lay, ground=ground, size=TRIALS + CONTROLS)
        self._copy(self._named(ground), self._named("arena"))
        return self.grounds[ground]

    def play(self, **how: Any) -> Result:
        result: Result = self._run("arena", play, **how)
        return result

    def _run(self, name: str, function: Any, **kwargs: Any) -> Any:
        outcome = self.zygote.run(function, kwargs, database={"NAME": self._named(name)})
        assert not outcome.error, outcome.error
        return outcome.answer

    def _named(self, name: str) -> str:
        return str(self.folder / f"{name}.sqlite3") if self.is_sqlite else f"firstfoot_test_{name}_{os.getpid()}"

    def _copy(self, origin: str, name: str) -> None:
        self.made.add(name)
        if self.is_sqlite:
            for path in self.folder.glob(f"{Path(name).name}*"):
                path.unlink()
            return copy_database(Path(origin), Path(name))
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{origin}"')
        return None

    def close(self) -> None:
        if self.is_sqlite:
            return shutil.rmtree(self.folder)
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
            for name in self.made:
                server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        return None


@pytest.fixture(scope="module")
def arena(django_db_setup, tmp_path_factory) -> Iterator[Arena]:
    connections.close_all()  # nobody may look at what is copied
    warm = Zygote("tests.races.contest.warm")
    made = Arena(warm, tmp_path_factory.mktemp("races"))
    yield made
    warm.close()
    made.close()

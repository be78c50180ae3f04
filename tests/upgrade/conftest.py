"""The demo world of the first landed version, in a database of its own, brought to now as a start brings it."""

from __future__ import annotations

import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.management.color import no_style
from django.db import connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor

from firstfoot.operations.machine import Machine
from firstfoot.operations.migrate import bring_up_to_date
from tests.upgrade.keep import SQL

ARCHIVE = Path(__file__).with_name("first.tar.xz")


@dataclass(frozen=True)
class First:
    """The first landed version: its folder, its migrations, and what its database holds."""

    data: Path
    applied: tuple[tuple[str, str], ...]

    @property
    def database(self) -> Path:
        return self.data / "firstfoot.sqlite3"

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.database)) as database:
            return database.execute(statement, values).fetchall()


@pytest.fixture(scope="session")
def first(tmp_path_factory) -> First:
    """As it was kept; never changed."""
    data = tmp_path_factory.mktemp("first")
    with tarfile.open(ARCHIVE) as tar:
        tar.extractall(data, filter="data")
    with closing(sqlite3.connect(data / "firstfoot.sqlite3")) as database:
        database.executescript((data / SQL).read_text())
        applied = tuple(database.execute("SELECT app, name FROM django_migrations ORDER BY id").fetchall())
    return First(data, applied)


@pytest.fixture(scope="package")
def upgraded(first, django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """The site is at home in the first version's database, which migrated to now. Tests undo what they do."""
    with django_db_blocker.unblock(), moved_to_a_database_of_its_own(tmp_path_factory) as machine:
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(first.database)) as old, closing(sqlite3.connect(machine.sqlite)) as new:
                old.backup(new)
        else:
            fill_from(first)
        bring_up_to_date(machine)
        yield


@contextmanager
def moved_to_a_database_of_its_own(tmp_path_factory: Any) -> Iterator[Machine]:
    """The default connection leads to a new database for a while."""
    data = tmp_path_factory.mktemp("upgraded")
    home = connection.settings_dict["NAME"]
    sqlite = data / "firstfoot.sqlite3" if connection.vendor == "sqlite" else None
    away = str(sqlite or f"{home}_first")
    connection.close()
    if sqlite is None:
        on_the_server(f"DROP DATABASE IF EXISTS {away}", f"CREATE DATABASE {away}")
    connection.settings_dict["NAME"] = away
    try:
        yield Machine(
            data=data, host="127.0.0.1", port=8000, site_url="", release=django_settings.RELEASE, sqlite=sqlite
        )
    finally:
        connection.close()
        connection.settings_dict["NAME"] = home
        if sqlite is None:
            on_the_server(f"DROP DATABASE {away} WITH (FORCE)")


def on_the_server(*statements: str) -> None:
    with connection._nodb_cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def fill_from(first: First) -> None:
    """Make the tables as that version made them, and copy the rows through its own models."""
    executor = MigrationExecutor(connection)
    known = executor.loader.graph.nodes
    state = executor.migrate([node for node in first.applied if node in known])
    executor.loader.build_graph()
    connections.databases["first"] = {**connections["default"].settings_dict, **sqlite_settings(first)}
    try:
        models = [model for model in state.apps.get_models(include_auto_created=True) if model._meta.managed]
        with transaction.atomic():
            for model in models:
                columns = [field for field in model._meta.concrete_fields if not field.generated]
                model._base_manager.using("default").all().delete()
                model._base_manager.using("default").bulk_create(model._base_manager.using("first").only(
                    *(field.name for field in columns)))  # fmt: skip
            with connection.cursor() as cursor:
                for statement in connection.ops.sequence_reset_sql(no_style(), models):
                    cursor.execute(statement)
    finally:
        connections["first"].close()
        del connections["first"], connections.databases["first"]


def sqlite_settings(first: First) -> dict[str, Any]:
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(first.database), "OPTIONS": {}}

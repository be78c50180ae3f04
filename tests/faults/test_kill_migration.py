"""`kill -9` during a migration: the old state is whole, the copy from before is there, the next start completes it."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.postgres.operations import NotInTransactionMixin
from django.db import connection

from firstfoot.kernel import clock
from firstfoot.operations.machine import Machine
from firstfoot.operations.migrate import FOLDER, bring_up_to_date
from firstfoot.reactions.health import pending_migrations
from tests.faults import served
from tests.faults.dying import AFTER_COMMIT, BEFORE_COMMIT
from tests.faults.site import children, is_alive
from tests.faults.worlds import everything
from tests.figures import IS_DEEP, count, figure

GROWN = {"MIGRATION_MODULES": {"conversations": "tests.faults.growth"}}


@pytest.fixture
def grow(site):
    """Brings the site's database to a later release, or dies on the way."""
    sqlite = site.data / "firstfoot.sqlite3" if connection.vendor == "sqlite" else None
    machine = Machine(data=site.data, host="127.0.0.1", port=site.port, site_url="", release="later", sqlite=sqlite)

    def run(deadly=None):
        how = {"database": site.database, "settings": GROWN, "deadly": deadly}
        outcome = site.zygote.run(bring_up_to_date, {"machine": machine}, **how)
        assert outcome.error == ""
        return outcome

    return run


@pytest.fixture
def look(site):
    """Calls a function in the site's database as the later release sees it."""

    def call(function):
        outcome = site.zygote.run(function, {}, database=site.database, settings=GROWN)
        assert outcome.error == ""
        return outcome.answer

    return call


def weighed() -> list[tuple[int, str, bool]]:
    """Each thread's weight, and the topic that the migration gave it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT weight, title, pinned FROM conversations_thread t"
            " JOIN conversations_topic o ON o.thread_id = t.id ORDER BY t.id"
        )
        return [(weight, title[:8], bool(pinned)) for weight, title, pinned in cursor.fetchall()]


def copies(data: Path) -> list[Path]:
    return sorted((data / FOLDER).glob("*")) if (data / FOLDER).exists() else []


@pytest.mark.deep
def test_killed_after_any_statement_the_old_state_is_whole(site, grow, look):
    site.inside(served.settle_in)
    before, pending = look(everything), look(pending_migrations)
    assert pending == ["conversations.0003_topics", "conversations.0004_weights"]

    points = len(grow(BEFORE_COMMIT).points) - 1
    few = sorted({1, points // 2, 1 + clock.today().toordinal() * 7 % points})
    deadly = list(range(1, points + 1)) if IS_DEEP else few
    for point in deadly:
        assert grow(point).was_killed
    assert look(everything) == before
    assert look(pending_migrations) == pending
    assert site.inside(served.faults) == []
    if connection.vendor == "sqlite":
        assert_copies(site.data, before)

    assert grow(AFTER_COMMIT).was_killed
    assert look(pending_migrations) == []
    assert set(look(weighed)) == {(7, "Topic of", True)}
    assert grow().points[-1] != AFTER_COMMIT, "there is nothing left to do"
    assert site.inside(served.faults) == []
    figure("kill during a migration", "0 half schemas", f"{len(deadly) + 2} kills, {points} statements")


def assert_copies(data: Path, before: dict[str, list[object]]) -> None:
    """Three at most, each whole: the state from before, though the upgrade was tried more often."""
    found = copies(data)
    assert [path.suffix for path in found] == [".sqlite3"] * 3
    for path in found:
        with sqlite3.connect(path) as copy:
            assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            threads = copy.execute("SELECT COUNT(*) FROM conversations_thread").fetchone()[0]
        copy.close()
        assert threads == len(before["conversations_thread"])


@pytest.mark.deep
def test_a_first_start_killed_anywhere_is_completed_by_the_next(site):
    """Supervisor and migration killed together, as by a machine that loses its power."""
    chance = random.Random(clock.today().toordinal())
    reset(site)
    kills = count(ci=1, deep=12)
    for _ in range(kills):
        start_and_kill(site, chance.uniform(0.5, 4.0))
    site.start()
    assert site.run("check").stdout.endswith("11 rules checked: nothing is wrong.\n")
    assert site.ask("/accounts/login/", data={"login": "sam@example.org", "password": "x"})[0] == 200
    figure("kill -9 of a first start", "completed by the next", f"{kills} kills")


def reset(site) -> None:
    """An empty database."""
    if connection.vendor == "sqlite":
        (site.data / "firstfoot.sqlite3").unlink()
        return
    import psycopg

    with psycopg.connect(site.environment["DATABASE_URL"], autocommit=True) as admin:
        admin.execute("DROP SCHEMA public CASCADE")
        admin.execute("CREATE SCHEMA public")


def start_and_kill(site, after: float) -> None:
    command = [sys.executable, "-m", "firstfoot.config.program", "serve"]
    with site.log.open("ab") as log:
        whole = subprocess.Popen(command, env=site.environment, stdout=log, stderr=log)
    time.sleep(after)
    below = [pid for child in children(whole.pid) for pid in (child, *children(child))]
    whole.kill()
    whole.wait()
    for pid in below:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    site.wait_for(lambda: not any(is_alive(pid) for pid in below), 20, "all are gone")


def test_no_migration_asks_for_transactions_of_its_own():
    """All of an upgrade is one transaction; a migration that cannot be part of one needs another way."""
    for config in apps.get_app_configs():
        folder = Path(config.path, "migrations")
        for path in folder.glob("0*.py") if config.name.startswith("firstfoot.") else ():
            migration = import_module(f"{config.name}.migrations.{path.stem}").Migration
            assert migration.atomic, path
            assert not any(isinstance(operation, NotInTransactionMixin) for operation in migration.operations), path

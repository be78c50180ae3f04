"""The same on PostgreSQL: a dump, restored into an empty database, and refused for a filled one."""

from contextlib import ExitStack

import psycopg
import pytest
from django.db import connection

from firstfoot.operations import archive
from firstfoot.operations.machine import CannotRun
from firstfoot.operations.snapshot import run_tool
from tests.operations.living import empty_database

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL")
PASSPHRASE = {"FIRSTFOOT_PASSPHRASE": "correct horse"}


@pytest.fixture
def database():
    """Makes empty databases beside the one of the tests; answers their addresses."""
    with ExitStack() as made:
        yield lambda word: made.enter_context(empty_database(word))


def people_in(url):
    with psycopg.connect(url) as found:
        return found.execute("SELECT email FROM accounts_person").fetchall()


def test_a_backup_comes_back_whole_and_only_into_an_empty_database(firstfoot, database, tmp_path):
    first, second = database("first"), database("second")
    target, old, new = tmp_path / "site.tar", tmp_path / "old", tmp_path / "new"
    for command in (["migrate"], ["createsteward", "--email", "stella@example.org", "--name", "Stella"]):
        assert firstfoot(*command, data=old, DATABASE_URL=first).returncode == 0
    assert firstfoot("backup", str(target), data=old, DATABASE_URL=first, **PASSPHRASE).stderr == ""

    done = firstfoot("restore", str(target), data=new, DATABASE_URL=second, **PASSPHRASE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing is wrong" in done.stdout
    assert people_in(second) == people_in(first) == [("stella@example.org",)]

    again = firstfoot("restore", str(target), data=tmp_path / "third", DATABASE_URL=second, **PASSPHRASE)
    assert "The database that DATABASE_URL names is not empty." in again.stderr
    other = firstfoot("restore", str(target), data=tmp_path / "fourth", **PASSPHRASE)
    assert "The archive holds postgresql, this installation is set up for sqlite." in other.stderr
    assert not (tmp_path / "third").exists()
    assert not (tmp_path / "fourth").exists()


def test_a_dump_that_cannot_be_read_changes_nothing(firstfoot, database, tmp_path):
    """The archive is whole and ours; what it holds is not for this server."""
    target, empty = tmp_path / "site.tar", database("unread")
    (tmp_path / "dump").write_bytes(b"PGDMP from another century")
    archive.write_archive(
        target, [archive.Member.of("database.dump", tmp_path / "dump")], release="0.1.0", made_at="2026-11-22",
        database="postgresql", schema={}, keys={"secret.key": b"k"}, passphrase=PASSPHRASE["FIRSTFOOT_PASSPHRASE"],
    )  # fmt: skip
    new = tmp_path / "new"
    new.mkdir()
    done = firstfoot("restore", str(target), data=new, DATABASE_URL=empty, **PASSPHRASE)
    assert (done.returncode, done.stderr.partition(" error:")[0]) == (1, "firstfoot restore: pg_restore:"), done.stderr
    with psycopg.connect(empty) as found:
        assert found.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)
    assert list(new.iterdir()) == []


def test_a_password_never_stands_on_the_command_line(tmp_path):
    shown = tmp_path / "shown"
    tool = tmp_path / "tool"
    tool.write_text(f'#!/bin/sh\necho "$@ / $PGPASSWORD" > {shown}\n')
    tool.chmod(0o700)
    run_tool([str(tool)], "postgresql://us:p%2Fw@db:5433/fire")
    assert shown.read_text() == "--dbname=postgresql://us@db:5433/fire / p/w\n"


def test_a_tool_that_is_not_there_is_named():
    with pytest.raises(CannotRun, match="no_such_tool is not installed"):
        run_tool(["no_such_tool"], "postgresql://db/fire")

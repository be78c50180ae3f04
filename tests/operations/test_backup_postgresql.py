"""The same on PostgreSQL: a dump, restored into an empty database, and refused for a filled one."""

import os
import shutil
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection

from firstfoot.operations.backup import run_tool
from firstfoot.operations.machine import CannotRun

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL"),
    pytest.mark.skipif(not shutil.which("pg_dump"), reason="PostgreSQL's tools are not installed"),
]
PASSPHRASE = {"FIRSTFOOT_PASSPHRASE": "correct horse"}


@pytest.fixture
def database(request):
    """Makes empty databases beside the one of the tests; answers their addresses."""
    server = os.environ["DATABASE_URL"]
    made = []

    def make(word):
        name = f"firstfoot_test_{word}_{os.getpid()}"
        with psycopg.connect(server, autocommit=True) as admin:
            admin.execute(f'CREATE DATABASE "{name}"')
        made.append(name)
        return urlsplit(server)._replace(path=f"/{name}").geturl()

    yield make
    with psycopg.connect(server, autocommit=True) as admin:
        for name in made:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


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

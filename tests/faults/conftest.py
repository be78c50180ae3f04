"""The warm process that forks what is killed, and a site that is really served."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection, connections

from firstfoot.operations.migrate import copy_database
from tests.faults.site import Site
from tests.faults.zygote import Zygote


@pytest.fixture(scope="session")
def zygote():
    """One warm process for each process of the test run."""
    warm = Zygote()
    yield warm
    warm.close()


@pytest.fixture(scope="session")
def collected(tmp_path_factory):
    """Where the static files that one site collected are kept for the others."""
    return tmp_path_factory.getbasetemp().parent / "collected"


@pytest.fixture
def folder():
    """A data folder with a short path: the worker's socket stands in it."""
    with tempfile.TemporaryDirectory(prefix="ff") as place:
        yield Path(place) / "data"


@pytest.fixture
def site(zygote, transactional_db, folder, collected, own_database):
    """A site of its own, on a copy of the test database; not started yet. What it needs more is set before."""
    folder.mkdir(mode=0o700)
    if collected.exists():
        shutil.copytree(collected, folder / "static")
    environment, database = own_database(folder)
    made = Site(zygote, folder, database, **environment)
    yield made
    made.stop()
    if not collected.exists() and (folder / "static" / ".stamp").exists():
        with suppress(OSError):
            shutil.copytree(folder / "static", folder.parent / "collected")
            (folder.parent / "collected").rename(collected)


@pytest.fixture
def own_database(transactional_db):
    """Makes a database that is empty and has this release's tables; how a site reaches it, and how a job does."""
    made = []

    def make(data: Path):
        ours = connection.settings_dict
        if connection.vendor == "sqlite":
            copy_database(Path(ours["NAME"]), data / "firstfoot.sqlite3")
            return {}, {"NAME": str(data / "firstfoot.sqlite3")}
        server, name = os.environ["DATABASE_URL"], f"firstfoot_test_site_{os.getpid()}"
        connections.close_all()  # nobody may look at what is copied
        with psycopg.connect(server, autocommit=True) as admin:
            admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{ours["NAME"]}"')
        made.append((server, name))
        return {"DATABASE_URL": urlsplit(server)._replace(path=f"/{name}").geturl()}, {"NAME": name}

    yield make
    for server, name in made:
        with psycopg.connect(server, autocommit=True) as admin:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

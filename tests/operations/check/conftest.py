"""A finished story, and the means to break it past the actions."""

from __future__ import annotations

import pytest
from django.db import connection

from firstfoot.operations.check.command import checks
from tests.factories.engagements import accept, evaluate, make_active, submit, upload


@pytest.fixture
def story(cast, settings, tmp_path):
    """A completed engagement with a file, and a second one that is still active."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "files")},
        },
    }
    engagement = make_active(cast)
    submit(engagement, files=[upload(engagement.intern)])
    accept(engagement)
    accept_rest(engagement)
    evaluate(engagement, engagement.intern)
    evaluate(engagement, engagement.supervisor)
    engagement.refresh_from_db()
    return engagement


def accept_rest(engagement):
    for thing in engagement.deliverables.exclude(state="accepted").order_by("number"):
        submit(engagement, thing.number)
        accept(engagement, thing.number)


@pytest.fixture
def sql(db):
    """Runs a statement past the actions; returns how many rows it touched."""

    def run(statement, *values):
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.rowcount

    return run


@pytest.fixture
def unguarded(sql):
    """Takes every constraint from a table, until the test's transaction is rolled back."""

    def strip(table):
        if connection.vendor == "postgresql":
            sql("SET CONSTRAINTS ALL IMMEDIATE")
        sql(f"ALTER TABLE {table} RENAME TO {table}_guarded")
        sql(f"CREATE TABLE {table} AS SELECT * FROM {table}_guarded")

    return strip


@pytest.fixture
def found():
    """The codes that one invariant's check finds, each once."""

    def codes(invariant):
        return sorted({fault.code for fault in checks()[invariant]() if fault.invariant == invariant})

    return codes

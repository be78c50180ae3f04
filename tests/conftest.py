"""Fixtures that every test may use."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import caches
from django.db import connection
from hypothesis import HealthCheck
from hypothesis import settings as laws
from playwright.sync_api import Browser

from tests import figures, migrated
from tests.cast import Cast, assemble
from tests.chromium import chromium
from tests.remembering import forget_the_cast

# How fast a busy machine draws examples is no fault of ours. `make deep` looks further each time; for a change the same
# examples are drawn again, so that what fails is the change.
laws.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
laws.register_profile("deep", deadline=None, suppress_health_check=[HealthCheck.too_slow])
laws.load_profile("deep" if figures.IS_DEEP else "ci")


def pytest_configure(config):
    """The figures of all worker processes come together in one table."""
    figures.begin(Path(tempfile.gettempdir()))


def pytest_collection_modifyitems(config, items):
    """What takes too long for every change runs in `make deep` alone; what has no browser here says so."""
    if not shutil.which("chromium"):
        for item in items:
            if "browser" in item.keywords:
                item.add_marker(pytest.mark.skip(reason="there is no Chromium here (Debian: apt install chromium)"))
    if not figures.IS_DEEP:
        later = {"deep_only", "once"} if connection.vendor == "postgresql" else {"deep_only"}
        late = [item for item in items if not later.isdisjoint(item.keywords)]
        config.hook.pytest_deselected(items=late)
        items[:] = [item for item in items if item not in late]


def pytest_sessionfinish(session):
    """What the worker processes shared is dropped once all are done."""
    if not hasattr(session.config, "workerinput") and connection.vendor == "postgresql":
        migrated.drop_grounds()


def pytest_terminal_summary(terminalreporter, config):
    """One table of what the trials showed."""
    if not hasattr(config, "workerinput") and (rows := figures.table()):
        terminalreporter.section("figures")
        for row in rows:
            terminalreporter.write_line(row)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb):
    """The copy of the migrated database stands before Django looks; what it lies in is deleted at the end."""
    return django_db_keepdb or connection.vendor == "sqlite"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """Each process takes a copy of one migrated database."""
    migrated.put_under_the_tests()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """What Django asks SQLite once in a process is no part of what a page asks."""
    with django_db_blocker.unblock():
        assert connection.features.supports_json_field


@pytest.fixture
def cast(db) -> Iterator[Cast]:
    """The standing cast (tests/cast.py)."""
    yield assemble()
    forget_the_cast()


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    """One browser for all tests of a module; each opens profiles of its own."""
    with chromium() as browser:
        yield browser


@pytest.fixture(autouse=True)
def _fresh_caches():
    """No test sees another's rate limits or cached cards."""
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture
def bucket(settings, monkeypatch, tmp_path) -> Iterator[None]:
    """An S3 of our own in this process."""
    import boto3
    from moto import mock_aws

    from firstfoot.config import env

    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("FILES_URL", "s3://papers?region=us-east-1")
    with mock_aws():
        boto3.client("s3", region_name="us-east-1").create_bucket(Bucket="papers")
        settings.STORAGES = settings.STORAGES | {"default": env.file_storage(tmp_path)}
        yield

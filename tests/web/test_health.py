"""The two answers for machines."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from firstfoot.kernel import clock
from firstfoot.reactions import health
from firstfoot.reactions.models import WorkerMark


def test_alive_needs_nothing(client):
    response = client.get("/healthz")  # no database: this test may not touch one
    assert (response.status_code, response.content) == (200, b"ok")


@pytest.fixture
def worker(db):
    return WorkerMark.objects.create(name="heartbeat:worker", at=clock.now())


def test_ready_when_all_is_well(client, worker):
    response = client.get("/readyz")
    assert response.status_code == 200
    signs = {"database": "ok", "migrations": "ok", "worker": "ok", "disk": "ok"}
    assert response.json() == {"ready": True, "signs": signs}
    assert "no-store" in response["Cache-Control"]


def test_not_ready_without_a_worker(client, db):
    response = client.get("/readyz")
    assert (response.status_code, response.json()["signs"]["worker"]) == (503, "never_seen")


def test_not_ready_once_the_worker_is_silent(client, worker):
    with clock.at(clock.now() + timedelta(minutes=3)):
        response = client.get("/readyz")
    assert (response.status_code, response.json()["signs"]["worker"]) == (503, "silent")


def test_not_ready_with_pending_migrations(client, worker, monkeypatch):
    monkeypatch.setattr(health, "pending_migrations", lambda: ["accounts.0002"])
    assert client.get("/readyz").json()["signs"]["migrations"] == "pending"


def test_not_ready_on_a_full_disk(client, worker, monkeypatch):
    monkeypatch.setattr(health, "free_bytes", lambda: 1024)
    assert client.get("/readyz").json()["signs"]["disk"] == "nearly_full"


def test_a_database_that_is_away_is_said_and_not_asked_again(client, monkeypatch):
    class Away:
        vendor = "postgresql"

        def cursor(self):
            raise DatabaseError

    monkeypatch.setattr(health, "connection", Away())
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"ready": False, "signs": {"database": "unreachable", "disk": "ok"}}


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_only_reading(client, path):
    assert client.post(path).status_code == 405

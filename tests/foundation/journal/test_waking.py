"""The wake-up: after the commit, never before, and never in the way."""

from __future__ import annotations

import tempfile
import threading
import time
from pathlib import Path

import pytest
from django.db import connection, transaction

from firstfoot.foundation.journal import wake
from firstfoot.foundation.journal.wake import Listener, wake_worker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def listener(settings):
    with tempfile.TemporaryDirectory(prefix="ff") as folder:
        settings.DATA_DIR = Path(folder)
        ear = Listener()
        yield ear
        ear.close()


def test_a_commit_wakes_the_listener(listener):
    with transaction.atomic():
        wake_worker()
        assert listener.wait(0.05) is False
    assert listener.wait(2) is True


def test_a_rollback_does_not(listener):
    with transaction.atomic():
        wake_worker()
        transaction.set_rollback(True)
    assert listener.wait(0.05) is False


def test_many_wake_ups_are_one(listener):
    for _ in range(5):
        with transaction.atomic():
            wake_worker()
    time.sleep(0.05)
    while listener.wait(0.05):
        pass
    assert listener.wait(0.05) is False


def test_a_wake_up_ends_a_wait_under_way(listener):
    def write():
        time.sleep(0.1)
        with transaction.atomic():
            wake_worker()
        connection.close()

    thread = threading.Thread(target=write)
    began = time.monotonic()
    thread.start()
    assert listener.wait(5) is True
    assert time.monotonic() - began < 3
    thread.join(5)


def test_without_a_listener_a_commit_goes_through(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    with transaction.atomic():
        wake_worker()


def test_a_worker_that_leaves_late_does_not_deafen_the_next(listener):
    former = wake._SocketEar()
    latter = wake._SocketEar()
    former.close()
    wake._send_byte()
    assert latter.wait(2) is True
    latter.close()
    assert not wake.socket_path().exists()


def test_a_socket_that_cannot_be_bound_only_waits(settings):
    settings.DATA_DIR = Path("/nowhere") / ("deep" * 40)
    ear = wake._SocketEar()
    assert ear.wait(0.01) is False
    ear.close()

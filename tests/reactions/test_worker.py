"""The worker: one leader, a heartbeat, a soft stop, and nothing lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from firstfoot.foundation.notifications.actions import store_mail
from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel import clock
from firstfoot.reactions import worker
from firstfoot.reactions.health import worker_seen_at
from firstfoot.reactions.marks import give_up_lead, raise_mark, read_mark, take_lead
from firstfoot.reactions.models import ReactionRun
from firstfoot.reactions.postman import Postman
from firstfoot.reactions.worker import drain, run_worker
from tests import migrated
from tests.factories.applications import make_offered, make_open_project
from tests.foundation.notifications.servers import rude_server
from tests.reactions.support import MONDAY

LEASE = timedelta(seconds=90)


def test_one_leads_until_its_lease_is_over(db):
    with clock.at(MONDAY):
        assert take_lead("leader", 1, LEASE)
        assert not take_lead("leader", 2, LEASE)
        assert take_lead("leader", 1, LEASE)
    with clock.at(MONDAY + LEASE * 2):
        assert take_lead("leader", 2, LEASE)
        assert not take_lead("leader", 1, LEASE)


def test_who_gives_up_the_lead_frees_it_at_once(db):
    with clock.at(MONDAY):
        take_lead("leader", 1, LEASE)
        give_up_lead("leader", 2)
        assert not take_lead("leader", 2, LEASE)
        give_up_lead("leader", 1)
        assert take_lead("leader", 2, LEASE)


def test_marks_only_rise(db):
    assert raise_mark("x", 5)
    assert not raise_mark("x", 5)
    assert not raise_mark("x", 3)
    assert read_mark("x") == 5


def test_draining_an_empty_house_does_nothing(db):
    assert drain() == 0


def test_drain_moves_the_clock_and_leaves_it(cast):
    drain(MONDAY)
    assert abs(clock.now() - MONDAY) > timedelta(seconds=1) or clock.now() == MONDAY
    assert ReactionRun.objects.exclude(state="done").count() == 0


@pytest.fixture
def quick(settings, monkeypatch):
    """A worker with a socket of its own and short pauses."""
    with tempfile.TemporaryDirectory(prefix="ff") as folder:
        settings.DATA_DIR = Path(folder)
        monkeypatch.setattr(worker, "SLICE_SECONDS", 0.05)
        monkeypatch.setattr(worker, "LONGEST_NAP_SECONDS", 0.3)
        yield


@contextmanager
def at_work():
    """A worker in a thread; the test stops it."""
    stop, errors = threading.Event(), []

    def work():
        try:
            run_worker(stop)
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    yield stop, thread
    stop.set()
    thread.join(30)
    assert not thread.is_alive()
    assert errors == []


@pytest.fixture
def working(quick, transactional_db):
    with at_work() as (stop, thread):
        yield stop, thread


def wait_for(condition, seconds=15):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.django_db(transaction=True)
def test_it_reacts_sends_and_shows_that_it_is_alive(working, mailoutbox):
    from tests.cast import assemble

    cast = assemble()
    make_offered(cast, cast.sam, make_open_project(cast))

    assert wait_for(lambda: Mail.objects.filter(kind="offer_made", state="sent").exists())
    assert worker_seen_at() is not None


@pytest.mark.django_db(transaction=True)
def test_a_stop_is_noticed_soon_and_frees_the_lead(working):
    stop, thread = working
    assert wait_for(lambda: read_mark("leader") > 0)
    began = time.monotonic()
    stop.set()
    thread.join(10)
    assert time.monotonic() - began < 5
    assert read_mark("leader") == 0


@pytest.mark.django_db(transaction=True)
def test_a_broken_round_costs_that_round_only(working, monkeypatch):
    broken = threading.Event()
    real = worker.react

    def breaks_once():
        if not broken.is_set():
            broken.set()
            raise RuntimeError("no database")
        return real()

    monkeypatch.setattr(worker, "react", breaks_once)
    assert broken.wait(10)
    from tests.cast import assemble

    assemble()
    assert wait_for(lambda: ReactionRun.objects.filter(state="done").exists())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("temper", ["silent", "dripping"])
def test_a_mail_server_that_hangs_keeps_nobodys_news_waiting(quick, settings, temper):
    from tests.cast import assemble

    cast = assemble()
    drain()
    with at_work(), rude_server(temper) as (port, _heard):
        backend = "firstfoot.foundation.notifications.smtp.PatientBackend"
        options = {"host": "127.0.0.1", "port": port, "timeout": 30}
        settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}
        store_mail(key="m", kind="test", address="sam@example.org", subject="s", text="t", html="")
        assert wait_for(lambda: Mail.objects.filter(key="m", leased_until__isnull=False).exists())
        make_offered(cast, cast.sam, make_open_project(cast))
        assert wait_for(lambda: Notice.objects.filter(kind="offer_made").exists())
        assert Mail.objects.get(key="m").leased_until is not None, "the server still holds the postman"


def test_a_postman_that_was_never_sent_out_leaves_at_once():
    postman = Postman()
    postman.leave()
    assert not postman.is_alive()


PROGRAM = """
import django
django.setup()
from firstfoot.reactions.worker import run_worker
run_worker()
print("stopped", flush=True)
"""


def test_sigterm_ends_it_softly():
    """On SQLite in a folder of its own, with the product's settings; its socket shows that it listens."""
    with tempfile.TemporaryDirectory(prefix="ff") as folder:
        ours = {"DATABASE_URL", "TEST_DATABASE_URL", "FIRSTFOOT_TEST_DB", "SMTP_URL"}
        values = {name: value for name, value in os.environ.items() if name not in ours}
        values |= {"DJANGO_SETTINGS_MODULE": "firstfoot.config.settings", "FIRSTFOOT_DATA": folder}
        migrated.copy_to(Path(folder))
        process = subprocess.Popen([sys.executable, "-c", PROGRAM], env=values, stdout=subprocess.PIPE, text=True)
        try:
            assert wait_for((Path(folder) / "worker.sock").exists, seconds=60)
            process.send_signal(signal.SIGTERM)
            output, _ = process.communicate(timeout=30)
        finally:
            process.kill()
        assert (process.returncode, output) == (0, "stopped\n")

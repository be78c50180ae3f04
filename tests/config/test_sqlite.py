"""The write queue before SQLite: pragmas in force, one writer at a time, nobody kept out by the dead."""

import sqlite3
import threading
import time

import pytest
from django.db import OperationalError, connection, connections, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.web.shared.trouble import in_passing

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite's own backend")


@pytest.mark.django_db
def test_the_pragmas_are_in_force():
    with connection.cursor() as cursor:
        found = {}
        for name in ("journal_mode", "synchronous", "foreign_keys", "mmap_size"):
            row = cursor.execute(f"PRAGMA {name}").fetchone()
            found[name] = row[0] if row else None
    assert (found["journal_mode"], found["synchronous"], found["foreign_keys"]) == ("wal", 2, 1)
    assert not found["mmap_size"]


def in_thread(work):
    failures = []

    def run():
        try:
            work()
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    return thread, failures


@pytest.mark.django_db(transaction=True)
def test_writers_wait_for_each_other():
    entered, order = threading.Event(), []

    def first():
        with transaction.atomic():
            entered.set()
            time.sleep(0.2)
            Person.objects.create_user("one@example.org")
            order.append(1)

    def second():
        entered.wait(5)
        with transaction.atomic():
            order.append(2)
            Person.objects.create_user("two@example.org")

    threads = [in_thread(first), in_thread(second)]
    for thread, _ in threads:
        thread.join(10)
    assert ([f for _, failures in threads for f in failures], order) == ([], [1, 2])
    assert Person.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_writer_gives_up_after_the_timeout(monkeypatch):
    entered, leave = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            entered.set()
            leave.wait(10)

    thread, _ = in_thread(hold)
    entered.wait(5)
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.1)
    with pytest.raises(OperationalError, match="database is locked"), transaction.atomic():
        pass
    leave.set()
    thread.join(10)
    with transaction.atomic():  # and the queue is free again
        assert Person.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_what_sqlite_can_do_is_found_out_while_somebody_else_writes(monkeypatch):
    entered, leave = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            entered.set()
            leave.wait(10)

    thread, _ = in_thread(hold)
    entered.wait(5)
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.1)
    connection.features.__dict__.pop("supports_json_field", None)
    assert connection.features.supports_json_field
    leave.set()
    thread.join(10)


@pytest.mark.django_db(transaction=True)
def test_a_failed_transaction_leaves_the_queue():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        _ = 1 / 0
    assert connection._queue is None


@pytest.mark.django_db(transaction=True)
def test_what_runs_after_the_commit_may_write():
    done = []

    def write():
        with transaction.atomic():
            done.append(Person.objects.create_user("after@example.org").pk)

    with transaction.atomic():
        transaction.on_commit(write)
    assert len(done) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("past_the_queue", [False, True])
def test_what_a_page_can_do_without_waits_for_nobody(past_the_queue):
    """Neither for our own queue nor for another program that writes to the file."""
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None, check_same_thread=False)
    entered, leave = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            entered.set()
            leave.wait(20)

    if past_the_queue:
        other.execute("BEGIN IMMEDIATE")
    else:
        thread, _ = in_thread(hold)
        entered.wait(5)
    began = time.monotonic()
    with in_passing(), transaction.atomic():
        raise AssertionError("there was no turn to take")
    assert time.monotonic() - began < 5
    assert connection.waits
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)
    leave.set()
    if not past_the_queue:
        thread.join(10)
    other.close()


@pytest.mark.django_db
def test_a_fault_of_ours_is_not_passed_over():
    with pytest.raises(OperationalError, match="no such table"), in_passing(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM nowhere")

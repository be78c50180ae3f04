"""What happens before the site is served: a private folder, a copy, migrations, static files."""

import os
import socket
import sqlite3
import stat
import threading
from argparse import Namespace
from dataclasses import replace

import pytest
from django.conf import settings as django_settings

from firstfoot.operations import migrate, serve, static_files
from firstfoot.operations.machine import CannotRun


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_the_data_folder_is_private_and_so_is_its_key(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    (folder / "secret.key").write_text("key")
    (folder / "secret.key").chmod(0o644)
    serve.make_private(folder)
    assert (mode(folder), mode(folder / "secret.key")) == (0o700, 0o600)


def test_one_data_folder_is_served_once(tmp_path):
    held = serve.hold(tmp_path / "serve.lock")
    try:
        with pytest.raises(CannotRun, match="already being served"):
            serve.hold(tmp_path / "serve.lock")
    finally:
        os.close(held)
    os.close(serve.hold(tmp_path / "serve.lock"))


def test_a_taken_port_is_refused_in_words():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotRun, match=f"cannot listen on 127.0.0.1:{port} .*Set PORT"):
            serve.refuse_taken("127.0.0.1", port)
    serve.refuse_taken("127.0.0.1", port)


def test_after_a_hard_end_the_port_is_waited_for():
    taken = socket.create_server(("127.0.0.1", 0))
    port = taken.getsockname()[1]
    leaving = threading.Timer(0.3, taken.close)
    leaving.start()
    serve.refuse_taken("127.0.0.1", port, patience=30)
    leaving.join()


def test_a_lock_tells_whether_who_held_it_said_goodbye(machine, monkeypatch):
    machine.data.mkdir()
    held = serve.hold(machine.data / "serve.lock")
    assert (serve.was_killed(held), serve.was_killed(held)) == (False, True)
    os.close(held)  # as when the process is killed

    monkeypatch.setattr(serve, "WEB_GRACE", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(CannotRun):
        serve.run(Namespace(no_worker=True), replace(machine, port=taken.getsockname()[1]))
    held = serve.hold(machine.data / "serve.lock")
    assert not serve.was_killed(held)
    os.close(held)


def test_serve_stops_when_the_preparation_fails(machine, monkeypatch):
    monkeypatch.setattr(serve.subprocess, "run", lambda *a, **k: Namespace(returncode=3))
    free = socket.create_server(("127.0.0.1", 0))
    port = free.getsockname()[1]
    free.close()
    assert serve.run(Namespace(no_worker=True), replace(machine, port=port)) == 3


def test_the_database_is_copied_whole_and_three_copies_stay(tmp_path):
    source = tmp_path / "live.sqlite3"
    with sqlite3.connect(source) as live:
        live.execute("PRAGMA journal_mode=WAL")
        live.execute("CREATE TABLE t (n INTEGER)")
        live.execute("INSERT INTO t VALUES (42)")
        live.commit()
        copies = [migrate.copy_before_migrating(source, tmp_path / "copies") for _ in range(5)]
    live.close()
    assert sorted((tmp_path / "copies").iterdir()) == copies[-3:]
    with sqlite3.connect(copies[-1]) as copy:
        assert copy.execute("SELECT n FROM t").fetchall() == [(42,)]
    copy.close()


def test_static_files_are_collected_again_only_when_they_changed(settings, tmp_path, monkeypatch):
    settings.STATIC_ROOT = tmp_path / "static"
    monkeypatch.setattr(static_files, "stamp_of_sources", lambda: "release 1")
    assert static_files.collect_when_changed()
    assert not static_files.collect_when_changed()
    monkeypatch.setattr(static_files, "stamp_of_sources", lambda: "release 2")
    assert static_files.collect_when_changed()
    assert (tmp_path / "static" / "img").is_dir()


def test_the_stamp_names_the_release():
    assert static_files.stamp_of_sources().startswith(f"{django_settings.RELEASE} ")

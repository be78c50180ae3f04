"""Waking the worker when a fact was written: a byte on a local socket, or NOTIFY on PostgreSQL."""

from __future__ import annotations

import contextlib
import select
import socket
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

CHANNEL = "firstfoot_wake"
# What Django's parameters hold beyond the connection itself.
_NOT_FOR_LISTENING = {"cursor_factory", "context", "prepare_threshold", "autocommit"}


def socket_path() -> Path:
    return Path(settings.DATA_DIR) / "worker.sock"


def wake_worker() -> None:
    """Tell the worker, after the commit, that there is something to do. Never fails, never waits."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"NOTIFY {CHANNEL}")  # once a transaction, however often it is said
    else:
        transaction.on_commit(_send_byte, robust=True)


def _send_byte() -> None:
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
        out.setblocking(False)
        out.sendto(b"1", str(socket_path()))


class Listener:
    """The worker's ear: `wait(seconds)` returns early, with True, when a wake-up came.

    Deaf is not broken: where no socket can be bound or the database is away, it only waits.
    """

    def __init__(self) -> None:
        self._ear: _SocketEar | _PostgresEar = _PostgresEar() if connection.vendor == "postgresql" else _SocketEar()

    def wait(self, seconds: float) -> bool:
        return self._ear.wait(seconds)

    def close(self) -> None:
        self._ear.close()


class _SocketEar:
    """A datagram socket in the data folder."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._place = 0
        try:
            socket_path().unlink(missing_ok=True)
            self._socket.bind(str(socket_path()))
            self._place = socket_path().stat().st_ino
        except OSError:
            self._socket.close()
            self._socket = None

    def wait(self, seconds: float) -> bool:
        if self._socket is None:
            time.sleep(seconds)
            return False
        ready, _, _ = select.select([self._socket], [], [], seconds)
        with contextlib.suppress(BlockingIOError):
            while ready and self._socket.recv(64):
                pass
        return bool(ready)

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            with contextlib.suppress(FileNotFoundError):
                if socket_path().stat().st_ino == self._place:  # not yet another worker's
                    socket_path().unlink()


class _PostgresEar:
    """LISTEN on a connection of its own, opened again when it breaks."""

    def __init__(self) -> None:
        self._link: Any = None
        self._open()

    def wait(self, seconds: float) -> bool:
        import psycopg

        if self._link is None:
            time.sleep(seconds)
            self._open()
            return self._link is not None  # something may have been missed meanwhile
        try:
            return any(True for _ in self._link.notifies(timeout=seconds, stop_after=1))
        except psycopg.Error:
            self.close()
            return False

    def close(self) -> None:
        if self._link is not None:
            self._link.close()
            self._link = None

    def _open(self) -> None:
        import psycopg

        params = {k: v for k, v in connection.get_connection_params().items() if k not in _NOT_FOR_LISTENING}
        with contextlib.suppress(psycopg.Error):
            self._link = psycopg.connect(**params, autocommit=True)
            self._link.execute(f"LISTEN {CHANNEL}")

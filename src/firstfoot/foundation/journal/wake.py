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


def socket_path() -> Path:
    return Path(settings.DATA_DIR) / "worker.sock"


def wake_worker() -> None:
    """Tell the worker, after the commit, that there is something to do. Never fails, never waits."""
    if connection.vendor == "postgresql":
        if not getattr(connection, "_wake_sent", False):
            with connection.cursor() as cursor:
                cursor.execute(f"NOTIFY {CHANNEL}")
    else:
        transaction.on_commit(_send_byte, robust=True)


def _send_byte() -> None:
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
        out.setblocking(False)
        out.sendto(b"1", str(socket_path()))


class Listener:
    """The worker's ear: `wait(seconds)` returns early when a wake-up came."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._pg: Any = None
        if connection.vendor == "postgresql":
            import psycopg

            self._pg = psycopg.connect(**connection.get_connection_params_for_listen())  # type: ignore[attr-defined]
        else:
            path = socket_path()
            path.unlink(missing_ok=True)
            self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            self._socket.bind(str(path))
            self._socket.setblocking(False)

    def wait(self, seconds: float) -> None:
        if self._socket is None:
            time.sleep(seconds)
            return
        ready, _, _ = select.select([self._socket], [], [], seconds)
        if ready:
            with contextlib.suppress(BlockingIOError):
                while self._socket.recv(64):
                    pass

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            socket_path().unlink(missing_ok=True)

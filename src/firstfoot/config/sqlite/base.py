"""SQLite's backend with a lock before each write transaction, so that writers queue and none sleeps long.

SQLite's own busy handler sleeps in growing steps, and a writer that waits there
can be overtaken for seconds. A file lock taken before BEGIN IMMEDIATE and tried
again each half millisecond keeps the queue short. A writer waits at most
`timeout` seconds, then gets the error that SQLite itself would give.
"""

# mypy: disable-error-code="misc"
from __future__ import annotations

import fcntl
import os
import time
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

TRY_AGAIN_AFTER = 0.0005  # seconds


class DatabaseWrapper(base.DatabaseWrapper):
    """One descriptor a transaction, so that the lock separates threads as well as processes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._queue: int | None = None

    def _start_transaction_under_autocommit(self) -> None:
        self._enter_queue()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._leave_queue()
            raise

    def _commit(self) -> None:
        super()._commit()
        self._leave_queue()

    def _rollback(self) -> None:
        try:
            super()._rollback()
        finally:
            self._leave_queue()

    def _close(self) -> None:
        try:
            super()._close()
        finally:
            self._leave_queue()

    def _enter_queue(self) -> None:
        name = str(self.settings_dict["NAME"])
        if self._queue is not None or ":memory:" in name or "mode=memory" in name:
            return
        descriptor = os.open(f"{name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        deadline = time.monotonic() + float(self.settings_dict["OPTIONS"].get("timeout", 5))
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > deadline:
                    os.close(descriptor)
                    raise OperationalError("database is locked") from None
                time.sleep(TRY_AGAIN_AFTER)
            else:
                self._queue = descriptor
                return

    def _leave_queue(self) -> None:
        if self._queue is not None:
            os.close(self._queue)
            self._queue = None

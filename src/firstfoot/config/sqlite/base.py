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
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.backends.sqlite3 import base, features
from django.db.utils import OperationalError
from django.utils.functional import cached_property

TRY_AGAIN_AFTER = 0.0005  # seconds
LONG, SELDOM = 1.0, 0.02  # who has waited a second tries less often: whoever writes so long may be frozen


class DatabaseFeatures(features.DatabaseFeatures):
    """What this SQLite can do, found out without a transaction."""

    @cached_property
    def supports_json_field(self) -> bool:  # type: ignore[override]  # the stubs call it a plain attribute
        """Django asks inside of a transaction, and a turn that does not come would be kept as a no for good."""
        try:
            with self.connection.cursor() as cursor:
                cursor.execute("SELECT JSON('{}')")
        except OperationalError:
            return False
        return True


class DatabaseWrapper(base.DatabaseWrapper):
    """One descriptor a transaction, so that the lock separates threads as well as processes."""

    features_class = DatabaseFeatures

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._queue: int | None = None
        self.waits = True  # whether a transaction may wait for its turn; see web.shared.trouble.in_passing

    def _start_transaction_under_autocommit(self) -> None:
        self._enter_queue()
        try:
            with self._in_a_hurry():
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

    @contextmanager
    def _in_a_hurry(self) -> Iterator[None]:
        """Let SQLite itself not wait either, for others that write past our queue."""
        if self.waits:
            yield
            return
        with self.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 0")
            try:
                yield
            finally:
                cursor.execute(f"PRAGMA busy_timeout = {int(self._patience() * 1000)}")

    def _patience(self) -> float:
        return float(self.settings_dict["OPTIONS"].get("timeout", 5))

    def _enter_queue(self) -> None:
        name = str(self.settings_dict["NAME"])
        if self._queue is not None or ":memory:" in name or "mode=memory" in name:
            return
        descriptor = os.open(f"{name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        began = time.monotonic()
        patience = self._patience() if self.waits else 0.0
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waited = time.monotonic() - began
                if waited >= patience:
                    os.close(descriptor)
                    raise OperationalError("database is locked") from None
                time.sleep(TRY_AGAIN_AFTER if waited < LONG else SELDOM)
            else:
                self._queue = descriptor
                return

    def _leave_queue(self) -> None:
        if self._queue is not None:
            os.close(self._queue)
            self._queue = None

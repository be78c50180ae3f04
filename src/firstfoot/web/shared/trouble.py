"""What kept a request from our records, told by the error alone: others who write, no database, a full disk."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from django.db import Error, InterfaceError, OperationalError, connections
from django.db.transaction import TransactionManagementError


class Trouble(StrEnum):
    """Each is an answer of its own; anything else is a fault of ours."""

    BUSY = "busy"
    AWAY = "away"
    FULL = "full"


_OF_SQLITE = {
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_IOERR: Trouble.AWAY,
    sqlite3.SQLITE_CANTOPEN: Trouble.AWAY,
    sqlite3.SQLITE_READONLY: Trouble.AWAY,
}
# PostgreSQL's codes, the longest beginning that fits: https://www.postgresql.org/docs/current/errcodes-appendix.html
_OF_POSTGRESQL = {
    "08": Trouble.AWAY,  # no connection
    "25P03": Trouble.AWAY,  # it was idle inside a transaction for too long and is closed
    "40": Trouble.BUSY,  # a deadlock that was resolved against us
    "53": Trouble.BUSY,  # out of connections or memory
    "53100": Trouble.FULL,
    "55P03": Trouble.BUSY,  # a lock did not come in time
    "57014": Trouble.BUSY,  # it took longer than it may
    "57P": Trouble.AWAY,  # it is going down, or coming up
}
_FULL = {errno.ENOSPC, errno.EDQUOT}


def trouble_of(error: BaseException | None) -> Trouble | None:
    """What an error says; None when it is none of these."""
    if isinstance(error, OSError):
        return Trouble.FULL if error.errno in _FULL else None
    if not isinstance(error, Error):
        return None
    cause = error.__cause__
    if isinstance(error, TransactionManagementError):  # more was asked of a transaction that something had broken
        return trouble_of(cause or error.__context__)
    if isinstance(cause, sqlite3.Error):
        return _OF_SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
    if code := getattr(cause, "sqlstate", None):
        fitting = [known for known in _OF_POSTGRESQL if code.startswith(known)]
        return _OF_POSTGRESQL[max(fitting, key=len)] if fitting else None
    if isinstance(error, OperationalError) and "locked" in str(error):
        return Trouble.BUSY  # our own queue of writers, see config.sqlite
    return Trouble.AWAY if isinstance(error, InterfaceError | OperationalError) else None


@contextmanager
def in_passing() -> Iterator[None]:
    """Around a write that a page can do without: on SQLite it waits for nobody, and trouble with it is nobody's."""
    link: Any = connections["default"]
    link.waits = False
    try:
        yield
    except (Error, OSError) as error:
        if trouble_of(error) is None:
            raise
    finally:
        link.waits = True

"""A child that reports each statement and commit it passes, and kills itself at the one it was told.

Only tests load this; the product knows nothing of it.
"""

from __future__ import annotations

import os
import signal
import smtplib
from collections.abc import Callable
from typing import Any

BEFORE_COMMIT, AFTER_COMMIT = "before commit", "after commit"

type Deadly = int | str | None  # the number of a point, or the first with this label; None: lives on


class Watch:
    """Counts the points that a process passes; at the deadly one it dies as from `kill -9`."""

    def __init__(self, report: int, deadly: Deadly) -> None:
        self.report, self.deadly, self.count = report, deadly, 0

    def passes(self, label: str) -> None:
        """One more point lies behind this process."""
        self.count += 1
        os.write(self.report, f"{' '.join(label.split())[:120]}\n".encode())
        if self.deadly in {self.count, label}:
            os.kill(os.getpid(), signal.SIGKILL)

    def over(self, connection: Any) -> None:
        """Watch every statement and every commit of a connection."""
        connection.execute_wrappers.append(self._statement)
        commit = connection._commit

        def watched() -> None:
            self.passes(BEFORE_COMMIT)
            commit()
            self.passes(AFTER_COMMIT)

        connection._commit = watched

    def over_mail(self) -> None:
        """Watch everything said to a mail server, and every answer of one."""
        for name in ("send", "getreply"):
            self._after(smtplib.SMTP, name, f"mail server: {name}")

    def _after(self, owner: Any, name: str, label: str) -> None:
        call = getattr(owner, name)

        def watched(*args: Any, **kwargs: Any) -> Any:
            done = call(*args, **kwargs)
            self.passes(label)
            return done

        setattr(owner, name, watched)

    def _statement(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        done = execute(sql, params, many, context)
        self.passes(sql)
        return done

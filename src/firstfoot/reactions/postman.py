"""The thread that sends mail: a mail server that hangs or drips keeps nobody's news waiting."""

from __future__ import annotations

import threading

import structlog
from django.db import close_old_connections, connections

from firstfoot.foundation.notifications.sending import deliver_due

log = structlog.get_logger(__name__)

LEAVES_WITHIN = 15.0  # seconds for the mail in hand; one that hangs is later found as uncertain, or sent anew


class Postman(threading.Thread):
    """Sends what is due whenever it is woken, on a database connection of its own."""

    def __init__(self) -> None:
        super().__init__(name="postman", daemon=True)
        self._there_is_mail, self._halt = threading.Event(), threading.Event()

    def wake(self) -> None:
        self._there_is_mail.set()

    def leave(self) -> None:
        """Finish the mail in hand, within reason."""
        self._halt.set()
        self.wake()
        if self.is_alive():
            self.join(LEAVES_WITHIN)

    def run(self) -> None:
        while not self._halt.is_set():
            self._there_is_mail.wait()
            self._there_is_mail.clear()
            self._deliver()
        connections.close_all()

    def _deliver(self) -> None:
        close_old_connections()
        try:
            if not self._halt.is_set():
                deliver_due(stop=self._halt)
        except Exception:  # the database may be away for a moment: the next round looks again
            log.exception("sending failed")

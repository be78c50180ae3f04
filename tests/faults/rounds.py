"""One round of the worker as a job for a child."""

from __future__ import annotations

from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.reactions.worker import _Worker, react


def one_round() -> None:
    """React, send, lead; then what follows from that."""
    worker = _Worker()
    worker.round()
    react()
    deliver_due()

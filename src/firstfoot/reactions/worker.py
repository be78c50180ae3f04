"""The worker: reacts to facts, rings the clocks, sends the mail, then waits to be woken."""

from __future__ import annotations

import secrets
import signal
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import close_old_connections

from firstfoot.foundation.journal.wake import Listener
from firstfoot.kernel import clock
from firstfoot.reactions import clocks, runs, schedule
from firstfoot.reactions.marks import give_up_lead, take_lead, touch_mark
from firstfoot.reactions.postman import Postman

log = structlog.get_logger(__name__)

LEADER = "leader"
LEAD_LEASE = timedelta(seconds=90)
HEARTBEAT_SECONDS = 15.0
TICK_SECONDS = 20.0  # clocks and schedule
LONGEST_NAP_SECONDS = 5.0
SLICE_SECONDS = 0.5  # how soon a stop is noticed while waiting
MOST_ROUNDS = 1000


def drain(now: datetime | None = None) -> int:
    """Run due reactions and due clocks until nothing is due; how many there were.

    With `now` the clock is moved there meanwhile. Sends no mail: that is `deliver_due`.
    """
    done = 0
    with clock.at(now) if now is not None else nullcontext():
        for _ in range(MOST_ROUNDS):
            step = react() + clocks.ring_due()
            if not step:
                break
            done += step
        clocks.remind_due()
    return done


def react() -> int:
    """Plan and run what follows from facts until nothing is due."""
    done = 0
    for _ in range(MOST_ROUNDS):
        step = runs.plan() + runs.run_due()
        if not step:
            break
        done += step
    return done


def run_worker(stop: threading.Event | None = None) -> None:
    """Work until `stop` is set, or SIGTERM or SIGINT comes; what is in hand is finished first.

    Several workers may run: reactions and mail are leased one by one, clocks and
    schedule are for the one that leads.
    """
    halt = stop or _stop_on_signals()
    worker, listener = _Worker(), Listener()
    log.info("worker started", worker=settings.WORKER_NAME)
    worker.postman.start()
    try:
        while not halt.is_set():
            worker.round()
            _nap(listener, halt)
    finally:
        listener.close()
        worker.postman.leave()
        worker.leave()
        log.info("worker stopped", worker=settings.WORKER_NAME)


class _Worker:
    """One round after the other, each part as often as it needs."""

    def __init__(self) -> None:
        self.me = secrets.randbits(62) + 1
        self.postman = Postman()
        self.beat = _Every(HEARTBEAT_SECONDS, lambda: touch_mark(f"heartbeat:{settings.WORKER_NAME}"))
        self.tick = _Every(TICK_SECONDS, self.lead)

    def round(self) -> None:
        """React, have mail sent, and when it is time beat and lead; a failure is logged and costs this round only."""
        close_old_connections()
        try:
            self.beat()
            react()
            self.postman.wake()
            self.tick()
        except Exception:  # the database may be away for a moment: the next round looks again
            log.exception("worker round failed")

    def lead(self) -> None:
        if take_lead(LEADER, self.me, LEAD_LEASE):
            clocks.ring_due()
            clocks.remind_due()
            schedule.do_due()

    def leave(self) -> None:
        try:
            give_up_lead(LEADER, self.me)
        except Exception:
            log.exception("worker could not give up the lead")


class _Every:
    """Calls something at most once in so many seconds of the machine's own clock."""

    def __init__(self, seconds: float, call: Callable[[], None]) -> None:
        self.seconds, self.call = seconds, call
        self.next = 0.0

    def __call__(self) -> None:
        if time.monotonic() >= self.next:
            self.call()
            self.next = time.monotonic() + self.seconds


def _nap(listener: Listener, halt: threading.Event) -> None:
    until = time.monotonic() + LONGEST_NAP_SECONDS
    while not halt.is_set() and time.monotonic() < until:
        if listener.wait(SLICE_SECONDS):
            return


def _stop_on_signals() -> threading.Event:
    halt = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: halt.set())
    return halt

"""Keeps child processes running: restarts the fallen with a growing pause, stops all gracefully."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from functools import partial
from types import FrameType

from firstfoot.operations.lifeline import end_with_parent

TICK = 0.25  # seconds between looks
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 30.0  # seconds before a restart; doubles with each quick fall
STEADY_AFTER = 30.0  # seconds of running after which a fall counts as the first again


class Child:
    """One process that should always run, the leader of its own group."""

    def __init__(self, name: str, command: Sequence[str], grace: float) -> None:
        self.name, self.command, self.grace = name, list(command), grace
        self.process: subprocess.Popen[bytes] | None = None
        self.started = self.retry_at = 0.0
        self.pause = FIRST_PAUSE

    def start(self) -> None:
        self.started = time.monotonic()
        # There are no threads here, so the function between fork and exec is safe.
        self.process = subprocess.Popen(
            self.command,
            start_new_session=True,
            preexec_fn=partial(end_with_parent, os.getpid(), signal.SIGTERM),  # noqa: PLW1509
        )

    def tend(self) -> None:
        """Notice a fall, sweep its group away, and start anew once the pause is over."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.retry_at:
                self.start()
            return
        code = self.process.poll()
        if code is None:
            return
        # A web server killed hard leaves workers that serve old code on the same port.
        self._kill_group()
        if now - self.started > STEADY_AFTER:
            self.pause = FIRST_PAUSE
        say(f"{self.name} ended with {code}; starting it again in {self.pause:.1f} s")
        self.process, self.retry_at = None, now + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)

    def ask_to_stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait_or_kill(self) -> None:
        """Wait the rest of the grace, then end what is left of the group."""
        if self.process is None:
            return
        try:
            self.process.wait(self.grace)
        except subprocess.TimeoutExpired:
            say(f"{self.name} did not stop within {self.grace:.0f} s and is ended")
        self._kill_group()
        self.process.wait()

    def _kill_group(self) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)


class Supervisor:
    """Runs children until told to stop."""

    def __init__(self, children: Sequence[Child], *, address: tuple[str, int], on_ready: str = "") -> None:
        self.children, self.address, self.on_ready = children, address, on_ready
        self.stopping = False

    def run(self) -> int:
        """Start all, restart the fallen; returns 0 after a stop that was asked for."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._asked_to_stop)
        for child in self.children:
            child.start()
        while not self.stopping:
            for child in self.children:
                child.tend()
            self._greet()
            time.sleep(TICK)
        for child in self.children:
            child.ask_to_stop()
        for child in self.children:
            child.wait_or_kill()
        return 0

    def _asked_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def _greet(self) -> None:
        """Say once that the site answers, when it does."""
        if self.on_ready:
            with contextlib.suppress(OSError), socket.create_connection(self.address, timeout=TICK):
                say(self.on_ready)
                self.on_ready = ""


def say(text: str) -> None:
    print(text, flush=True)

"""`firstfoot serve`: prepares the data folder, then runs web server and worker under one supervisor.

This process never loads Django: it stays small, and a fault in our code cannot take it down.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

from firstfoot.operations.lifeline import end_with_parent
from firstfoot.operations.machine import CannotRun, Machine
from firstfoot.operations.supervisor import Child, Supervisor

WORKER_GRACE = 20.0  # seconds that a reaction in flight may take
WEB_GRACE = 15.0
DEMO_PEOPLE = (
    "Walk in from the landing page, without a password, as Hana Brindle (host), Sam Okoro (intern) "
    "or Hugo Marsh (supervisor)."
)


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Serve until SIGTERM or SIGINT."""
    make_private(machine.data)
    lock = hold(machine.data / "serve.lock")
    try:
        refuse_taken(machine.host, machine.port, WEB_GRACE if was_killed(lock) else 0.0)
        ending = partial(end_with_parent, os.getpid(), signal.SIGKILL)
        prepared = subprocess.run(machine.program("migrate"), check=False, preexec_fn=ending)
        if prepared.returncode:
            return prepared.returncode
        children = [Child("web", web_command(machine), WEB_GRACE)]
        if not arguments.no_worker:
            children.append(Child("worker", machine.program("worker"), WORKER_GRACE))
        return Supervisor(children, on_ready=greeting(machine), address=reachable(machine)).run()
    finally:
        os.ftruncate(lock, 0)
        os.close(lock)


def make_private(folder: Path) -> None:
    """The data folder with mode 0700 and its key with 0600."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    with suppress(FileNotFoundError):
        (folder / "secret.key").chmod(0o600)


def hold(path: Path) -> int:
    """Keep others from serving the same data folder; freed when this process ends, however it ends."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise CannotRun(f"{path.parent} is already being served. Stop that one, or set FIRSTFOOT_DATA.") from None
    return descriptor


def was_killed(lock: int) -> bool:
    """Whether who held the lock before ended without a goodbye; from now on that would be we."""
    is_marked = bool(os.pread(lock, 1, 0))
    os.pwrite(lock, b"serving", 0)
    return is_marked


def refuse_taken(host: str, port: int, patience: float = 0.0) -> None:
    """Raise CannotRun when something else listens there: the web server would only fail again and again.

    After a supervisor was killed hard, its web server needs a moment to leave: `patience` seconds at most.
    """
    until = time.monotonic() + patience
    while (reason := cannot_listen(host, port)) and time.monotonic() < until:
        time.sleep(0.1)
    if reason:
        raise CannotRun(f"cannot listen on {host}:{port} ({reason}). Set PORT to a free one.")


def cannot_listen(host: str, port: int) -> str:
    """Why nobody can listen there now; empty when it is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error.strerror or str(error)
    return ""


def web_command(machine: Machine) -> list[str]:
    """One thread of pages a process keeps the write queue short; the event loop before it waits for slow readers."""
    return [
        *(sys.executable, "-m", "granian", "firstfoot.config.front:application"),
        *("--interface", "rsgi", "--no-ws", "--host", machine.host, "--port", str(machine.port)),
        *("--workers", str(machine.web_workers), "--blocking-threads", "1"),
        *("--respawn-failed-workers", "--workers-kill-timeout", "10", "--log-level", "warning"),
    ]


def reachable(machine: Machine) -> tuple[str, int]:
    """Where this machine itself reaches the web server."""
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  (read, not bound)
    return everywhere.get(machine.host, machine.host), machine.port


def greeting(machine: Machine) -> str:
    said = f"Firstfoot answers at {machine.site_url}  (data in {machine.data}; Ctrl-C stops it)"
    return f"{said}\n{DEMO_PEOPLE}" if machine.is_demo else said

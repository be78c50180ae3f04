"""`firstfoot serve`: prepares the data folder, then runs web server and worker under one supervisor.

This process never loads Django: it stays small, and a fault in our code cannot take it down.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

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
    refuse_taken(machine.host, machine.port)
    prepared = subprocess.run(machine.program("migrate"), check=False)
    if prepared.returncode:
        return prepared.returncode
    children = [Child("web", web_command(machine), WEB_GRACE)]
    if not arguments.no_worker:
        children.append(Child("worker", machine.program("worker"), WORKER_GRACE))
    try:
        return Supervisor(children, on_ready=greeting(machine), address=reachable(machine)).run()
    finally:
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


def refuse_taken(host: str, port: int) -> None:
    """Raise CannotRun when something else listens there: the web server would only fail again and again."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CannotRun(f"cannot listen on {host}:{port} ({error.strerror}). Set PORT to a free one.") from None


def web_command(machine: Machine) -> list[str]:
    """One thread a process: each request has its connection, and the write queue stays short."""
    return [
        *(sys.executable, "-m", "granian", "firstfoot.config.wsgi:application"),
        *("--interface", "wsgi", "--host", machine.host, "--port", str(machine.port)),
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

"""A living site: real processes of the program on the test's own database and a data folder of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection

from firstfoot.foundation.accounts.models import Person
from firstfoot.operations.machine import Machine
from firstfoot.operations.serve import web_command

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "a" * 32  # the CSRF cookie and the header that repeats it


class Site:
    """Starts processes that see what the test sees. Needs a test whose rows are committed (`transactional_db`)."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def environment(self, **changes: str) -> dict[str, str]:
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("FIRSTFOOT_", "DATABASE_", "DJANGO_"))}
        return {
            **clean, "FIRSTFOOT_DATA": str(self.data), "DATABASE_URL": database_url(), "LOG_LEVEL": "ERROR",
            "FIRSTFOOT_SECRET_KEY": settings.SECRET_KEY, "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "tests.operations.living_settings", **changes,
        }  # fmt: skip

    def start(self, *command: str, **options: object) -> subprocess.Popen[str]:
        """A Python process, the leader of its own group."""
        line = [sys.executable, "-W", "error", *command]
        return subprocess.Popen(line, env=self.environment(), text=True, start_new_session=True, cwd=ROOT, **options)  # type: ignore[call-overload,no-any-return]

    def run(self, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
        """The program, as an operator runs it."""
        line = [sys.executable, "-W", "error", "-m", "firstfoot.config.program", *arguments]
        return subprocess.run(
            line, check=False, capture_output=True, text=True, env=self.environment(**changes), cwd=ROOT, timeout=300
        )

    @contextmanager
    def web(self, workers: int = 1, *, plain: bool = False) -> Iterator[Web]:
        """The web server as `firstfoot serve` starts it, ready to answer; killed at the end, if nobody did so before.

        `plain` calls the pages without the front that takes bodies off the wire, as another web server would.
        """
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        machine = Machine(
            data=self.data, host="127.0.0.1", port=port, site_url="http://localhost", release="", web_workers=workers
        )
        command = web_command(machine)[1:]
        if plain:
            command[command.index("rsgi")] = "wsgi"
            command[command.index("firstfoot.config.front:application")] = "firstfoot.config.wsgi:application"
        server = Web(port, self.start(*command))
        try:
            server.wait()
            yield server
        finally:
            server.kill()


class Web:
    """One running web server."""

    def __init__(self, port: int, process: subprocess.Popen[str]) -> None:
        self.port, self.process = port, process

    def wait(self, seconds: float = 60) -> None:
        """Until it answers."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.process.poll() is None:
            with suppress(OSError):
                if b"200" in self.ask(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"):
                    return
            time.sleep(0.05)
        raise TimeoutError("the web server did not answer")

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def ask(self, request: bytes) -> bytes:
        """Send a whole request; the first line of the answer."""
        with self.connect() as line:
            line.sendall(request)
            return line.recv(4096).partition(b"\r\n")[0]

    def kill(self) -> None:
        """At once, with all its workers."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def database_url() -> str:
    """The database of the test, as an address."""
    held = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite://{held['NAME']}"
    who = urlsplit(os.environ["DATABASE_URL"]).netloc
    return f"postgresql://{who}/{held['NAME']}"


@contextmanager
def empty_database(word: str) -> Iterator[str]:
    """The address of a new, empty PostgreSQL database beside the one of the tests; dropped afterwards."""
    server, name = os.environ["DATABASE_URL"], f"firstfoot_test_{word}_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def cookies_of(person: Person) -> str:
    """The cookies of someone who has signed in."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(person.pk), person.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session.create()
    return f"sessionid={session.session_key}; csrftoken={TOKEN}"


def form(path: str, cookies: str, fields: dict[str, str], files: dict[str, bytes] = {}) -> tuple[bytes, bytes]:  # noqa: B006
    """A form as a browser sends it: head and body."""
    edge = "----edge"
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ] + [
        f'--{edge}\r\nContent-Disposition: form-data; name="attachments"; filename="{name}"\r\n'
        f"Content-Type: application/octet-stream\r\n\r\n".encode()
        + content
        + b"\r\n"
        for name, content in files.items()
    ]
    body = b"".join(parts) + f"--{edge}--\r\n".encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\nX-CSRFToken: {TOKEN}\r\n"
        f"Content-Type: multipart/form-data; boundary={edge}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode(), body

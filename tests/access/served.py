"""The site as `firstfoot serve` runs it, on the database of the test, and raw connections to it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from firstfoot.foundation.accounts.models import Person
from firstfoot.operations.machine import Machine
from firstfoot.operations.serve import web_command

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "a" * 32  # the CSRF cookie, and the header that repeats it
EDGE = "----edge"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float


@dataclass
class Site:
    """One running web server, and its data folder."""

    port: int
    process: subprocess.Popen[bytes]
    data: Path

    def connect(self, *, receive_buffer: int = 0) -> socket.socket:
        line = socket.socket()
        if receive_buffer:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        line.settimeout(60)
        try:
            line.connect(("127.0.0.1", self.port))
        except OSError:
            line.close()
            raise
        return line

    def ask(self, request: bytes, *, seconds: float = 60) -> Reply:
        """Send these bytes and read one answer. Raises TimeoutError when none comes in time."""
        began = time.monotonic()
        with self.connect() as line:
            line.settimeout(seconds)
            line.sendall(request)
            return read(line, began, request.partition(b" ")[0].decode())

    def get(self, path: str, cookies: str = "", *, seconds: float = 60, **headers: str) -> Reply:
        return self.ask(head("GET", path, cookies, **headers), seconds=seconds)

    def workers(self) -> list[int]:
        """The processes that answer requests."""
        found = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [int(pid) for pid in found if b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes()]

    def peak_megabytes(self) -> float:
        """The most memory that any of them has held."""
        peaks = [Path(f"/proc/{pid}/status").read_text().partition("VmHWM:")[2].split()[0] for pid in self.workers()]
        return max(int(kilobytes) for kilobytes in peaks) / 1024

    def kept_bytes(self) -> int:
        """What lies in the data folder, temporary files included."""
        return sum(path.stat().st_size for path in self.data.rglob("*") if path.is_file())


@contextmanager
def serving(data: Path, *, workers: int = 2) -> Iterator[Site]:
    """The web server, ready to answer; ended with all its processes."""
    data.mkdir(parents=True, exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    machine = Machine(
        data=data, host="127.0.0.1", port=port, site_url=f"http://localhost:{port}", release=settings.RELEASE,
        web_workers=workers,
    )  # fmt: skip
    process = subprocess.Popen(web_command(machine), env=_environment(data, port), start_new_session=True, cwd=ROOT)
    site = Site(port, process, data)
    try:
        _wait(site)
        yield site
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _environment(data: Path, port: int) -> dict[str, str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("FIRSTFOOT_", "DATABASE_", "DJANGO_"))}
    return {
        **clean, "FIRSTFOOT_DATA": str(data), "DATABASE_URL": _database_url(), "PORT": str(port), "TMPDIR": str(data),
        "FIRSTFOOT_SECRET_KEY": settings.SECRET_KEY, "PYTHONPATH": str(ROOT), "LOG_LEVEL": "CRITICAL",
        "DJANGO_SETTINGS_MODULE": "tests.access.served_settings",
    }  # fmt: skip


def _database_url() -> str:
    held = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite://{held['NAME']}"
    return f"postgresql://{urlsplit(os.environ['DATABASE_URL']).netloc}/{held['NAME']}"


def _wait(site: Site, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with suppress(OSError):
            if site.get("/healthz", seconds=10).status == 200:
                return
        assert site.process.poll() is None, "the web server ended"
        time.sleep(0.05)
    raise TimeoutError("the web server did not answer")


def read(line: socket.socket, began: float, method: str = "GET") -> Reply:
    """One answer from the line."""
    with closing(HTTPResponse(line, method=method)) as response:
        response.begin()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Reply(response.status, headers, response.read(), time.monotonic() - began)


def cookies_of(person: Person) -> str:
    """The cookies of someone who has signed in."""
    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(person.pk), person.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}; csrftoken={TOKEN}"


def head(method: str, path: str, cookies: str = "", **headers: str) -> bytes:
    """The first lines of a request."""
    given = {"Host": "localhost", **({"Cookie": cookies, "X-CSRFToken": TOKEN} if cookies else {})}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in given.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


@dataclass
class Upload:
    """A form with files, as a browser sends it."""

    path: str
    cookies: str
    fields: Mapping[str, object] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)

    def body(self) -> bytes:
        parts = [
            f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in self.fields.items()
        ]
        for name, content in self.files.items():
            said = f'form-data; name="attachments"; filename="{name}"\r\nContent-Type: application/octet-stream'
            parts.append(f"--{EDGE}\r\nContent-Disposition: {said}\r\n\r\n".encode() + content + b"\r\n")
        return b"".join(parts) + f"--{EDGE}--\r\n".encode()

    def head(self, length: int) -> bytes:
        kind = f"multipart/form-data; boundary={EDGE}"
        return head("POST", self.path, self.cookies, Content_Type=kind, Content_Length=str(length))

    def bytes(self) -> bytes:
        body = self.body()
        return self.head(len(body)) + body

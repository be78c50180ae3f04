"""A really served site: supervisor, web server and worker as processes, on a data folder and port of its own."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.faults.zygote import Zygote

KEY = "only-for-tests-" * 4  # that of the tests, so that sessions made here are good there
FORM = "application/x-www-form-urlencoded"
TOKEN = "a" * 32  # a CSRF token is whatever cookie and header agree on


class Site:
    """`firstfoot serve` with the product's own settings."""

    def __init__(self, zygote: Zygote, data: Path, database: dict[str, Any], **environment: str) -> None:
        self.zygote, self.data, self.database = zygote, data, database
        with socket.create_server(("127.0.0.1", 0)) as held:
            self.port = int(held.getsockname()[1])
        ours = ("FIRSTFOOT_", "DATABASE_", "DJANGO_", "SMTP_", "TEST_DATABASE_")
        clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        self.environment = {
            **clean, "FIRSTFOOT_DATA": str(data), "PORT": str(self.port), "WEB_WORKERS": "2", "LOG_LEVEL": "WARNING",
            "FIRSTFOOT_SECRET_KEY": KEY, **environment,
        }  # fmt: skip
        self.log = data.with_name(f"{data.name}.log")
        self.supervisor: subprocess.Popen[bytes] | None = None
        self.known: dict[str, Any] = {}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One command of the program, to its end."""
        command = [sys.executable, "-m", "firstfoot.config.program", *arguments]
        return subprocess.run(command, check=False, capture_output=True, text=True, env=self.environment, timeout=300)

    def start(self, *, within: float = 120.0) -> float:
        """Serve until ready; how long that took."""
        began = time.monotonic()
        command = [sys.executable, "-m", "firstfoot.config.program", "serve"]
        with self.log.open("ab") as log:
            self.supervisor = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        self.wait_ready(within)
        return time.monotonic() - began

    def stop(self) -> int | None:
        """Ask it to stop; what it left with."""
        if self.supervisor is None:
            return None
        with suppress(ProcessLookupError):
            self.supervisor.send_signal(signal.SIGCONT)
        self.supervisor.terminate()
        try:
            return self.supervisor.wait(60)
        except subprocess.TimeoutExpired:
            for pid in [*self.everyone(), self.supervisor.pid]:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            return None

    # --- who runs

    def web(self) -> int:
        """The web server's main process."""
        return self._child("granian")

    def worker(self) -> int:
        return self._child("worker")

    def web_workers(self) -> list[int]:
        return children(self.web())

    def everyone(self) -> list[int]:
        """All processes below the supervisor."""
        return list(_below(self.supervisor.pid)) if self.supervisor else []

    def _child(self, word: str) -> int:
        assert self.supervisor is not None
        until = time.monotonic() + 60
        while time.monotonic() < until:
            for pid in children(self.supervisor.pid):
                if word in command_of(pid):
                    return pid
            time.sleep(0.02)
        raise AssertionError(f"there is no {word}: {self.said()}")

    def said(self) -> str:
        """The end of its log."""
        return self.log.read_text(errors="replace")[-3000:] if self.log.exists() else ""

    # --- what it answers

    def ask(
        self,
        path: str,
        *,
        who: str = "",
        data: dict[str, Any] | None = None,
        files: dict[str, tuple[str, bytes]] | None = None,
        timeout: float = 60.0,
    ) -> tuple[int, str]:
        """GET, or POST with data; status and text. Raises OSError or HTTPException when nothing answers."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        cookies = [f"csrftoken={TOKEN}"] + ([f"sessionid={self.known['sessions'][who]}"] if who else [])
        sent = {"Cookie": "; ".join(cookies), "Connection": "close"}
        body: bytes | None = None
        if data is not None:
            body, kind = encode_multipart(data, files) if files else (urlencode(data).encode(), FORM)
            sent |= {"Content-Type": kind, "X-CSRFToken": TOKEN}
        try:
            link.request("GET" if data is None else "POST", path, body, sent)
            answer = link.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            link.close()

    def signs(self) -> dict[str, str]:
        """What /readyz says of each part; {"answer": "none"} when nothing answers."""
        try:
            status, text = self.ask("/readyz", timeout=20)
        except (OSError, http.client.HTTPException):
            return {"answer": "none"}
        return {**json.loads(text)["signs"], "status": str(status)}

    def wait_ready(self, within: float) -> None:
        self.wait_for(lambda: self.signs().get("status") == "200", within, "it is ready")

    def wait_for(self, condition: Any, within: float, what: str) -> float:
        """Wait until the condition holds; how long that took."""
        began = time.monotonic()
        while not condition():
            if time.monotonic() - began > within:
                raise AssertionError(f"not within {within:.1f} s: {what}; {self.signs()}; {self.said()}")
            time.sleep(0.02)
        return time.monotonic() - began

    # --- what it holds

    def inside(self, function: Any, **kwargs: Any) -> Any:
        """Call a function on the site's own database, in a process of the tests; its answer."""
        outcome = self.zygote.run(function, kwargs, database=self.database, settings=self.settings())
        assert not outcome.error, outcome.error
        return outcome.answer

    def settings(self) -> dict[str, Any]:
        from django.conf import settings

        place = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
        files = {**place, "OPTIONS": {"location": str(self.data / "files")}}
        return {"DATA_DIR": self.data, "STORAGES": {**settings.STORAGES, "default": files}}


def encode_multipart(data: dict[str, Any], files: dict[str, tuple[str, bytes]]) -> tuple[bytes, str]:
    """A form with files as a browser sends it, and its type."""
    parts = [f'form-data; name="{name}"\r\n\r\n{value}'.encode() for name, value in data.items()]
    for field, (name, content) in files.items():
        head = f'form-data; name="{field}"; filename="{name}"\r\nContent-Type: application/octet-stream\r\n\r\n'
        parts.append(head.encode() + content)
    body = b"".join(b"--BOUNDARY\r\nContent-Disposition: " + part + b"\r\n" for part in parts)
    return body + b"--BOUNDARY--\r\n", "multipart/form-data; boundary=BOUNDARY"


def children(pid: int) -> list[int]:
    """The direct children of a process, whichever of its threads forked them."""
    found: list[int] = []
    with suppress(FileNotFoundError, ProcessLookupError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text().split())
    return found


def _below(pid: int) -> Iterator[int]:
    for child in children(pid):
        yield child
        yield from _below(child)


def command_of(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    return ""


def is_alive(pid: int) -> bool:
    """Whether the process runs; a zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def fresh_start() -> float:
    """How long a fresh interpreter takes to load the site at this moment, on this machine, in this weather."""
    began = time.monotonic()
    code = "import tests.settings, firstfoot.config.wsgi"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    return time.monotonic() - began

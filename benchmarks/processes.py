"""The site as it runs: its start, and the memory of all its processes by what is theirs alone (PSS)."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from benchmarks.frame import Row

ROUNDS = 3


def measure(folder: Path) -> list[Row]:
    setup = _child_cpu("import django; django.setup()")
    whole = _child_cpu("from firstfoot.config.wsgi import application")
    return [Row("start", whole, "ms", setup, "django.setup() alone", 2), *_memory()]


def _child_cpu(code: str) -> float:
    """The least CPU time of a fresh Python that runs this."""
    times = []
    for _ in range(ROUNDS):
        before = os.times()
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "firstfoot.config.settings"}
        subprocess.run([sys.executable, "-c", code], check=True, env=environment)
        after = os.times()
        times.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(times) * 1000


def _memory() -> list[Row]:
    port = free_port()
    environment = {**os.environ, "PORT": str(port), "WEB_WORKERS": "1", "DJANGO_SETTINGS_MODULE": ""}
    environment.pop("DJANGO_SETTINGS_MODULE")
    serve = subprocess.Popen(
        [sys.executable, "-m", "firstfoot.config.program", "serve"], env=environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        wait_until_served(port)
        for _ in range(20):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/projects/", timeout=10).read()
        time.sleep(2)
        sizes = {pid: (_pss(pid), _words(pid)) for pid in _family(serve.pid)}
        web = max(size for size, words in sizes.values() if "granian" in words or "spawn" in words)
        everything = sum(size for size, _ in sizes.values())
        return [Row("one web process", web, "MB", goal=75), Row("all, one web process", everything, "MB", goal=200)]
    finally:
        serve.send_signal(signal.SIGTERM)
        serve.wait(40)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


def wait_until_served(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2).read()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("The site did not answer within a minute.")


def _family(pid: int) -> list[int]:
    """The process and all below it."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in _family(int(child)))]


def _pss(pid: int) -> float:
    found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def _words(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")

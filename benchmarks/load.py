"""Many people at once on the served site, four reads to a write, SQLite and PostgreSQL: `make load`.

Each one asks for lists and briefs, and every fifth time posts into the conversation of an engagement.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from benchmarks import world
from benchmarks.processes import free_port, wait_until_served
from benchmarks.world import database

SECONDS = float(os.environ.get("LOAD_SECONDS", "10"))
CLIENTS = (8, 64)
LONGEST = 540  # seconds for one database


@dataclass
class Seen:
    """What the clients of one run saw."""

    reads: list[float] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody at work: their cookies, their token, their conversation."""

    cookies: str
    token: str
    path: str


def main(kind: str = "") -> None:
    if kind:
        return one(kind)
    for each in ("sqlite", "postgresql"):
        subprocess.run([sys.executable, "-m", "benchmarks.load", each], check=True)
    return None


def _end(number: int, _frame: object) -> None:
    raise SystemExit(f"ended by signal {number}")


def one(kind: str) -> None:
    """One database; ends by itself in good time, and takes down what it started when it is told to end."""
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGALRM, _end)
    signal.alarm(LONGEST)
    with tempfile.TemporaryDirectory(prefix="firstfoot-load-") as temporary, database(kind) as url:
        world.settle(Path(temporary), url)
        writers, pages = prepare()
        with served() as port:
            for clients in CLIENTS:
                seen = asyncio.run(run(port, clients, writers, pages))
                print(line(kind, clients, seen), flush=True)


def prepare() -> tuple[list[Writer], list[str]]:
    from benchmarks.site import signed_in
    from firstfoot.market.projects.queries import open_projects
    from firstfoot.work.engagements.models import Engagement

    writers = []
    for engagement in Engagement.objects.filter(state="active").select_related("intern"):
        cookies = signed_in(engagement.intern.email).cookies
        token = cookies.partition("csrftoken=")[2].partition(";")[0]
        writers.append(Writer(cookies, token, f"/work/{engagement.public_id}/conversation/"))
    return writers, ["/projects/", *(f"/projects/{p.public_id}/" for p in open_projects())]


@contextmanager
def served() -> Iterator[int]:
    """The site with as many processes as there are cores, and its worker."""
    port = free_port()
    environment = {**os.environ, "PORT": str(port), "DJANGO_SETTINGS_MODULE": "firstfoot.config.settings"}
    serve = subprocess.Popen(
        [sys.executable, "-m", "firstfoot.config.program", "serve"], env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_until_served(port)
        yield port
    finally:
        serve.send_signal(signal.SIGTERM)
        serve.wait(45)


async def run(port: int, clients: int, writers: list[Writer], pages: list[str]) -> Seen:
    seen, until = Seen(), time.monotonic() + SECONDS
    await asyncio.gather(*(client(port, n, writers[n % len(writers)], pages, seen, until) for n in range(clients)))
    return seen


async def client(port: int, number: int, writer: Writer, pages: list[str], seen: Seen, until: float) -> None:
    turn = number
    while time.monotonic() < until:
        turn += 1
        is_write = turn % 5 == 0
        start = time.monotonic()
        try:
            if is_write:
                body = urlencode({"body": f"News {number} {turn}", "key": f"load{number}-{turn}-{port}"}).encode()
                status = await ask(port, "POST", writer.path, writer, body)
            else:
                status = await ask(port, "GET", pages[turn % len(pages)])
        except (OSError, ValueError, IndexError, TimeoutError) as error:
            seen.errors.append(repr(error))
            continue
        (seen.writes if is_write else seen.reads).append(time.monotonic() - start)
        if status != (302 if is_write else 200):
            seen.errors.append(f"{'write' if is_write else 'read'}: {status}")


async def ask(port: int, method: str, path: str, writer: Writer | None = None, body: bytes = b"") -> int:
    async with asyncio.timeout(60):
        reader, out = await asyncio.open_connection("127.0.0.1", port)
        try:
            head = [f"{method} {path} HTTP/1.1", "Host: localhost", "Connection: close"]
            if writer is not None:
                head += [f"Cookie: {writer.cookies}", f"X-CSRFToken: {writer.token}", f"Content-Length: {len(body)}"]
                head += ["Content-Type: application/x-www-form-urlencoded"]
            out.write("\r\n".join([*head, "", ""]).encode() + body)
            answer = await reader.read()
        finally:
            out.close()
    return int(answer.split(b" ", 2)[1])


def line(kind: str, clients: int, seen: Seen) -> str:
    def p99(times: list[float]) -> str:
        return f"{quantiles(times, n=100)[98] * 1000:.0f} ms" if len(times) > 1 else "-"

    rate = (len(seen.reads) + len(seen.writes)) / SECONDS
    return (
        f"{kind:<10} {clients:>3} clients  {rate:6.0f}/s  reads {len(seen.reads)} p99 {p99(seen.reads)}  "
        f"writes {len(seen.writes)} p99 {p99(seen.writes)}  errors {len(seen.errors)} {seen.errors[:2]}"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])

"""A frozen writer, a mail server that hangs: others are served as ever, and whoever has to wait loses nothing."""

from __future__ import annotations

import re
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from html import unescape

import pytest
from django.db import connection

from firstfoot.foundation.notifications.actions import store_mail
from tests.faults import served
from tests.figures import IS_DEEP, count, figure

WAIT = 3  # seconds that a writer waits in these tests
# Times their time pages may take; a few rounds in ci, beside other tests, tell whether somebody waits: 100 times.
MOST = 1.10 if IS_DEEP else 3.0

# Holds what a writer holds, and does not go on; needs nothing of ours.
HOLDS = {
    "sqlite": """
        import fcntl, os, sqlite3, sys, time
        if sys.argv[2] == "in the queue":
            fcntl.flock(os.open(sys.argv[1] + ".lock", os.O_RDWR | os.O_CREAT, 0o600), fcntl.LOCK_EX)
        link = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
        link.execute("BEGIN IMMEDIATE")
        print("held", flush=True)
        time.sleep(600)
    """,
    "postgresql": """
        import psycopg, sys, time
        link = psycopg.connect(sys.argv[1], options="-c idle_in_transaction_session_timeout=" + sys.argv[2])
        link.execute("SELECT id FROM engagements_engagement FOR UPDATE")
        print("held", flush=True)
        time.sleep(600)
    """,
}


@contextmanager
def frozen_writer(site, how: str):
    """A process that holds a writer's lock and is stopped; at the end it is gone."""
    code = "\n".join(line[8:] for line in HOLDS[connection.vendor].splitlines())
    place = str(site.data / "firstfoot.sqlite3") if connection.vendor == "sqlite" else site.environment["DATABASE_URL"]
    holder = subprocess.Popen([sys.executable, "-c", code, place, how], stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.send_signal(signal.SIGSTOP)
        yield
    finally:
        holder.kill()
        holder.wait()
        holder.stdout.close()


def read(site, times: int) -> float:
    """The median time of a page, in seconds."""
    paths = [(f"/work/{site.known['engagement']}/", "hugo"), ("/projects/", ""), ("/inbox/", "sam")]
    spent = []
    for number in range(times):
        path, who = paths[number % len(paths)]
        began = time.monotonic()
        status, _text = site.ask(path, who=who)
        spent.append(time.monotonic() - began)
        assert status in {200, 302}
    return statistics.median(spent)


def write(site, body: str, timeout: float = 60.0) -> tuple[int, str, float]:
    """Status, page and seconds of a message sent by sam."""
    began = time.monotonic()
    path = f"/work/{site.known['engagement']}/conversation/"
    status, text = site.ask(path, who="sam", data={"body": body, "key": f"key of {body}"[:60]}, timeout=timeout)
    return status, text, time.monotonic() - began


def send_again(site, page: str) -> int:
    """Press the button on the page that says that it was not saved."""
    action = re.search(r'<form method="post" action="([^"]+)"', page)
    fields = dict(re.findall(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>', page, re.DOTALL))
    assert action
    data = {name: unescape(value) for name, value in fields.items()}
    return site.ask(unescape(action[1]), who="sam", data=data)[0]


@pytest.fixture
def running(site):
    site.environment["WRITE_WAIT_SECONDS"] = str(WAIT)
    site.known = site.inside(served.settle_in)
    site.start()
    read(site, 6)
    return site


def gate(ratios: list[float], what: str) -> None:
    middle = statistics.median(ratios)
    figure(what, f"{middle:.2f} times", f"of their time, {len(ratios)} pairs of rounds")
    assert middle <= MOST, ratios


@pytest.mark.deep
def test_a_frozen_writer_keeps_nobody_who_reads_and_other_writers_lose_nothing(running):
    site, ratios, pages, waited = running, [], {}, []
    ways = ["in the queue", "past it"] if connection.vendor == "sqlite" else ["600000", "600000"]
    for number in range(count(ci=2, deep=8)):
        calm = read(site, 12)
        with frozen_writer(site, ways[number % 2]), ThreadPoolExecutor(3) as people:
            texts = [f"Round {number}, & <thought> {n}\nwith a second line" for n in range(3)]
            waiting = [people.submit(write, site, text) for text in texts]
            time.sleep(0.3)
            ratios.append(read(site, 12) / calm)
            assert site.ask("/inbox/", who=("cora", "rita", "paz", "otto")[number % 4])[0] == 200, "not seen before"
            for text, answer in zip(texts, waiting, strict=True):
                status, page, seconds = answer.result()
                assert (status, 'data-trouble="busy"' in page) == (503, True)
                pages[text] = page
                waited.append(seconds)
        assert [send_again(site, pages[text]) for text in texts] == [302] * 3
    stored = {body.replace("\r\n", "\n"): times for body, times in site.inside(served.posts).items()}
    assert stored == dict.fromkeys(pages, 1)
    assert max(waited) < 2 * WAIT + 6
    gate(ratios, "pages while a writer is frozen")
    figure("writers behind a frozen one are told after", f"{max(waited):.1f} s", f"at most; the wait is {WAIT} s")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite frees the lock when its holder ends")
def test_a_frozen_session_is_ended_and_writers_go_on_by_themselves(running):
    with frozen_writer(running, "1500"):
        assert write(running, "After the silence")[0] == 302


class Hanging:
    """A mail server that takes calls and never says a word, until it is told to hang up."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.calls: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                self.calls.append(self._listener.accept()[0])

    def hang_up(self) -> None:
        for call in self.calls:
            call.close()
        self.calls.clear()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.hang_up()


@pytest.fixture
def mail_server():
    server = Hanging()
    yield server
    server.close()


@pytest.mark.deep
@pytest.mark.once
def test_a_mail_server_that_hangs_keeps_neither_pages_nor_news(site, mail_server):
    site.environment["SMTP_URL"] = f"smtp://127.0.0.1:{mail_server.port}"
    site.known = site.inside(served.settle_in)
    site.inside(served.forget_mails)
    site.start()
    read(site, 6)
    ratios, news = [], []
    for number in range(count(ci=2, deep=8)):
        calm = read(site, 12)
        calm_news = until_told(site, f"Calm {number}")
        site.inside(
            store_mail, key=f"m{number}", kind="test", address="sam@example.org", subject="s", text="t", html=""
        )
        site.wait_for(lambda: mail_server.calls, 30, "the mail server is called")
        ratios.append(read(site, 12) / calm)
        news.append((until_told(site, f"Hanging {number}"), calm_news))
        assert mail_server.calls, "it still hangs"
        mail_server.hang_up()
    assert [pair for pair in news if pair[0] > max(3.0, 3 * pair[1])] == []
    gate(ratios, "pages while the mail server hangs")
    figure("news while the mail server hangs", f"{max(new for new, _ in news):.1f} s", "at most after the message")


def until_told(site, body: str) -> float:
    """Seconds from sam's message to the notice that tells hugo of it."""
    before = site.inside(served.told_of_posts)[2]
    began = time.monotonic()
    assert write(site, body)[0] == 302
    site.wait_for(lambda: site.inside(served.told_of_posts)[2] > before, 60, "hugo is told")
    return time.monotonic() - began

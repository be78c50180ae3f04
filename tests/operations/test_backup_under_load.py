"""A backup made while people work holds one moment of database and files, and comes back whole."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing, nullcontext
from hashlib import sha256
from itertools import count as counting

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse

from tests.factories.engagements import make_active
from tests.figures import count, figure
from tests.operations.living import Site, cookies_of, empty_database, form

pytestmark = pytest.mark.deep
PASSPHRASE = {"FIRSTFOOT_PASSPHRASE": "correct horse"}
KEYS = "SELECT idempotency_key FROM engagements_submission UNION SELECT idempotency_key FROM conversations_post"
FILES = "SELECT path, sha256 FROM files_storedfile"
WITHOUT_FILE = """
    SELECT count(*) FROM engagements_submission s
    WHERE NOT EXISTS (SELECT 1 FROM engagements_submissionfile f WHERE f.submission_id = s.id)
"""


class Pair(threading.Thread):
    """An intern and a supervisor who hand in, return and write without end, through the pages."""

    def __init__(self, web, engagement):
        super().__init__(daemon=True)
        self.web, self.engagement = web, engagement
        self.intern, self.host = cookies_of(engagement.intern), cookies_of(engagement.supervisor)
        self.acknowledged: list[tuple[float, str]] = []  # when the answer came, and the key of what was written
        self.failed: list[bytes] = []
        self.over = threading.Event()

    def run(self):
        for number in counting(1):
            if self.over.is_set():
                return
            key, content = f"{self.name}-{number}", b"%PDF-1.7 " + f"{self.name} {number} ".encode() * 9000
            details = {"key": key, "note": "", "links": ""}
            self.send("deliverable_submit", self.intern, details, {"map.pdf": content}, key=key)
            marks = {"met_1": "not_yet", "why_1": "A source", "met_2": "met", "why_2": ""}
            answer = {"submission": f"{number}", "comment": "Nearly.", "decision": "return", **marks}
            self.send("deliverable_review", self.host, answer)
            self.send("conversation", self.intern, {"key": f"post-{key}", "body": "Again."}, key=f"post-{key}")

    def send(self, page, cookies, fields, files=None, key=""):
        numbered = [1] if page.startswith("deliverable") else []
        path = reverse(f"work:{page}", args=[self.engagement.public_id, *numbered])
        answer = self.web.ask(b"".join(form(path, cookies, fields, files or {})))
        if b" 302 " not in answer:
            self.failed.append(page.encode() + b": " + answer)
            self.over.set()
        elif key:
            self.acknowledged.append((time.monotonic(), key))


@pytest.fixture
def site(transactional_db, tmp_path):
    return Site(tmp_path / "data")


@pytest.mark.django_db(transaction=True)
def test_a_backup_under_load_is_consistent_and_holds_what_was_acknowledged(site, cast, tmp_path):
    trials, busy = count(ci=2, deep=10), 0
    with site.web(workers=2) as web:
        pairs = [Pair(web, make_active(cast, person=person)) for person in (cast.sam, cast.paz)]
        for pair in pairs:
            pair.start()
        for trial in range(trials):
            busy += one_trial(site, pairs, tmp_path / str(trial))
        for pair in pairs:
            pair.over.set()
        for pair in pairs:
            pair.join(60)
    assert [pair.failed for pair in pairs] == [[], []]
    figure(f"backup: under load, {connection.vendor}", f"{trials} of {trials}",
           f"consistent, {busy // trials} writes acknowledged meanwhile each")  # fmt: skip


def one_trial(site, pairs, folder) -> int:
    """Back up, restore into an empty place, compare; how many writes were acknowledged during the backup."""
    folder.mkdir()
    wait_for(lambda: all(len(pair.acknowledged) > 2 for pair in pairs))
    began = time.monotonic()
    done = site.run("backup", str(folder / "site.tar"), **PASSPHRASE)
    ended = time.monotonic()
    assert (done.returncode, done.stderr) == (0, "")
    acknowledged = [written for pair in pairs for written in list(pair.acknowledged)]
    with a_place(folder) as address:
        new = Site(folder / "new")
        secret = {"FIRSTFOOT_SECRET_KEY": ""}
        done = new.run("restore", str(folder / "site.tar"), DATABASE_URL=address, **secret, **PASSPHRASE)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        assert "nothing is wrong" in done.stdout
        keys, files, (without,) = asked(address, new.data)
    assert {key for when, key in acknowledged if when < began} <= {key for (key,) in keys}
    assert without == (0,)
    root = new.data / "files"
    kept = {p.relative_to(root).as_posix(): sha256(p.read_bytes()).hexdigest() for p in root.rglob("*") if p.is_file()}
    assert kept == dict(files)
    assert (new.data / "secret.key").read_text() == settings.SECRET_KEY
    meanwhile = sum(began < when < ended for when, _ in acknowledged)
    assert meanwhile > 0, "nobody worked during the backup: the trial shows nothing"
    return meanwhile


def a_place(folder):
    """Where a restore goes: the SQLite file of the new folder, or a new database."""
    return nullcontext("") if connection.vendor == "sqlite" else empty_database(f"restored{folder.name}")


def asked(address, data):
    """The answers of the restored database."""
    restored = psycopg.connect(address) if address else sqlite3.connect(data / "firstfoot.sqlite3")
    with closing(restored):
        return [restored.execute(question).fetchall() for question in (KEYS, FILES, WITHOUT_FILE)]


def wait_for(is_so):
    deadline = time.monotonic() + 60
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.05)

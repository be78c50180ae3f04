"""An upload that ends at any byte hands in nothing, and what it leaves is gone after the sweep."""

from __future__ import annotations

import json
import os
import random
import socket
import struct
import subprocess
import time
from datetime import timedelta
from itertools import count as counting
from pathlib import Path

import pytest
from django.urls import reverse

from firstfoot.foundation.files.actions import sweep_orphans
from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel import clock
from firstfoot.operations.check.stored_files import file_faults
from firstfoot.work.engagements.models import Submission
from tests.factories.engagements import make_active
from tests.figures import count, figure
from tests.operations import dying_uploads
from tests.operations.living import Site, cookies_of, form

pytestmark = [pytest.mark.deep, pytest.mark.once]
MAP = b"%PDF-1.7 " + bytes(range(256)) * 5000  # 1.3 MB: more than is kept in memory
RESET = (socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
_keys = counting(1)


@pytest.fixture
def site(transactional_db, tmp_path, settings):
    data = tmp_path / "data"
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": data / "files"}}
    }
    settings.FILE_UPLOAD_TEMP_DIR = data / "arriving"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir(parents=True)
    return Site(data)


@pytest.fixture
def engagement(site, cast):
    return make_active(cast)


@pytest.fixture
def upload(engagement):
    """A new form with a file, whole; a note and a link stand before the file, so that half of it makes sense."""
    path = reverse("work:deliverable_submit", args=[engagement.public_id, 1])
    cookies = cookies_of(engagement.intern)

    def build():
        fields = {"key": f"cut-{next(_keys)}", "note": "Here it is.", "links": "https://example.org/a"}
        return form(path, cookies, fields, {"map.pdf": MAP})

    return build


def ends(length: int, tries: int) -> list[int]:
    """Where to cut: around every seam of the form, and anywhere."""
    seams = [0, 1, 120, 420, 700, 70_000, 1_048_000, length - 60, length - 1]
    chance = random.Random(len(MAP) + tries)
    return (seams + [chance.randrange(length) for _ in range(max(tries - len(seams), 0))])[:tries]


def sweep_two_days_later(site) -> set[str]:
    """What stands in the folders after a sweep that finds everything old."""
    long_ago = (clock.now() - timedelta(days=2)).timestamp()
    files = [path for path in site.data.rglob("*") if path.is_file() and path.parent != site.data]
    for path in files:
        os.utime(path, (long_ago, long_ago))
    sweep_orphans(clock.now())
    assert [fault.code for fault in file_faults()] == []
    root = site.data / "files"
    assert list((site.data / "arriving").iterdir()) == []
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("plain", [False, True], ids=["as served", "without the front"])
def test_a_lost_connection_hands_in_nothing(site, upload, plain):
    """At each byte: the half that came says enough to be handed in, and must not be."""
    whole = upload()
    places = ends(len(whole[1]), count(ci=9, deep=120))
    with site.web(plain=plain) as web:
        for number, end in enumerate(places):
            head, body = upload()
            with web.connect() as line:
                line.sendall(head + body[:end])
                if number % 2:
                    line.setsockopt(*RESET)  # as a telephone that loses its network, not as one that hangs up
        web.wait()
        assert b"302" in web.ask(b"".join(whole))  # one after the other: all that broke off are over by now
        only = Submission.objects.get().files.get().file
        assert StoredFile.objects.get() == only
        assert list((site.data / "arriving").iterdir()) == []
    assert (site.data / "files" / only.path).read_bytes() == MAP
    assert sweep_two_days_later(site) == {only.path}
    figure("files: connection lost at", len(places), "places of an upload, 0 handed in, 0 left")


@pytest.mark.parametrize("plain", [False, True], ids=["as served", "without the front"])
def test_a_killed_web_server_leaves_nothing_behind(site, upload, plain):
    places = ends(len(upload()[1]), count(ci=7, deep=40))[6 :: count(ci=9, deep=1)]
    for end in places:
        with site.web(plain=plain) as web, web.connect() as line:
            head, body = upload()
            line.sendall(head + body[:end])
            arrives(site, plain and end >= 70_000)
            web.kill()
    assert (Submission.objects.count(), StoredFile.objects.count()) == (0, 0)
    left = list((site.data / "arriving").iterdir())
    assert (left != []) is plain  # what the front takes has no name that could outlive it
    assert sweep_two_days_later(site) == set()
    figure("files: web server killed at", len(places), "places of an upload, 0 left after the sweep")


def arrives(site, has_a_name):
    """Until the server has begun to keep what it was sent."""
    deadline = time.monotonic() + (20 if has_a_name else 0.2)
    while time.monotonic() < deadline:
        if any(path.stat().st_size for path in (site.data / "arriving").iterdir()):
            return
        time.sleep(0.01)


def test_a_process_killed_anywhere_between_file_and_row_leaves_nothing_that_the_sweep_keeps(site, engagement):
    size = len(dying_uploads.CONTENT)
    points = [
        *[end or 1 for end in ends(size, count(ci=5, deep=120)) if end <= size], "before its row",
        "between row and commit", "after its row is committed", "not at all",
    ]  # fmt: skip
    told = json.dumps([engagement.public_id, *points])
    ran = site.start("-m", "tests.operations.dying_uploads", told, stdout=subprocess.PIPE)
    ended = json.loads(ran.communicate(timeout=300)[0])
    assert ended == [9] * (len(points) - 1) + [0]

    kept = set(StoredFile.objects.values_list("path", flat=True))
    assert (len(kept), Submission.objects.count()) == (2, 1)  # committed, and handed in
    assert len(files_in(site)) == len(points)  # each death left its part
    assert sweep_two_days_later(site) == kept
    figure("files: process killed at", len(points) - 1, "places between first byte and commit, 0 left after the sweep")


def files_in(site) -> list[Path]:
    return [path for path in (site.data / "files").rglob("*") if path.is_file()]

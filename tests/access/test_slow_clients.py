"""Phones on a bad line, and files that are too large: nobody else waits for them."""

from __future__ import annotations

import statistics
import threading
import time

import pytest
from django.urls import reverse

from firstfoot.foundation.files.models import StoredFile
from tests.access.served import Site, Upload, cookies_of, head, read, serving
from tests.factories.engagements import deliverable, make_active, submit, upload
from tests.figures import count, figure

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.deep, pytest.mark.once]

MEGABYTE = 1024 * 1024
LARGE = 12 * MEGABYTE  # more than the buffers between server and client hold
DRIP = 1024  # bytes a second
PHONES = count(ci=2, deep=50)
ASKED = count(ci=8, deep=60)


@pytest.fixture
def work(cast, tmp_path, settings):
    """One result to hand in, and another with a large file in it."""
    data = tmp_path / "data"
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": data / "files"}}
    }
    engagement = make_active(cast)
    submit(engagement, 2, files=[upload(cast.sam, "large.pdf", b"%PDF-" + b"x" * LARGE)])
    return engagement, data


def handing_in(engagement, **files: bytes) -> Upload:
    url = reverse("work:deliverable_submit", args=[engagement.public_id, 1])
    fields = {"key": f"key-{time.monotonic_ns()}", "seen": deliverable(engagement).version, "note": "My careful note"}
    named = {f"{name}.pdf": content for name, content in files.items()}
    return Upload(url, cookies_of(engagement.intern), fields, named)


class Phones:
    """Slow clients in threads, until the block ends."""

    def __init__(self, site: Site) -> None:
        self.site, self.over, self.moved = site, threading.Event(), 0
        self._threads: list[threading.Thread] = []

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.over.set()
        for thread in self._threads:
            thread.join(30)

    def start(self, does, *given) -> None:
        self._threads.append(threading.Thread(target=does, args=given, daemon=True))
        self._threads[-1].start()

    def send(self, form: Upload) -> None:
        body = form.body()
        with self.site.connect() as line:
            line.sendall(form.head(len(body)))
            for place in range(0, len(body), DRIP):
                line.sendall(body[place : place + DRIP])
                self.moved += DRIP
                if self.over.wait(1):
                    return

    def fetch(self, path: str, cookies: str) -> None:
        with self.site.connect(receive_buffer=4096) as line:
            line.sendall(head("GET", path, cookies))
            while chunk := line.recv(DRIP):
                self.moved += len(chunk)
                if self.over.wait(1):
                    return


def waits(site: Site) -> list[float]:
    """How long somebody else waits for pages."""
    return [site.get(path, seconds=20).seconds for _ in range(ASKED) for path in ("/projects/", "/healthz")]


def test_slow_uploads_and_downloads_do_not_stop_the_site(work):
    engagement, data = work
    large = StoredFile.objects.get()
    with serving(data) as site, Phones(site) as phones:
        before = waits(site)
        for _ in range(PHONES):
            phones.start(phones.send, handing_in(engagement, slow=b"%PDF-1.7" + b"x" * MEGABYTE))
            phones.start(phones.fetch, reverse("people:file", args=[large.public_id]), cookies_of(engagement.intern))
        time.sleep(2)
        during = waits(site)
        assert phones.moved >= 2 * PHONES * DRIP, "the phones are not under way"
    apart = f"of {len(during)} pages; {statistics.median(before) * 1000:.0f} ms without them"
    figure(f"slow: page, median, {PHONES} uploads and {PHONES} downloads at 1 KB/s",
           f"{statistics.median(during) * 1000:.0f} ms", apart)  # fmt: skip
    assert StoredFile.objects.count() == 1, "an upload that broke off left nothing"


def test_a_slow_upload_arrives_and_a_slow_download_is_whole(work):
    engagement, data = work
    large = StoredFile.objects.get()
    form = handing_in(engagement, fine=b"%PDF-1.7 fine")
    body = form.body()
    with serving(data, workers=1) as site:
        with site.connect() as line:
            line.sendall(form.head(len(body)) + body[:50])
            time.sleep(0.5)
            line.sendall(body[50:])
            reply = read(line, time.monotonic())
        got = site.get(reverse("people:file", args=[large.public_id]), form.cookies)
        asked = site.ask(head("HEAD", reverse("people:file", args=[large.public_id]), form.cookies))
    assert (reply.status, StoredFile.objects.get(name="fine.pdf").size) == (302, 13)
    assert got.body == b"%PDF-" + b"x" * LARGE
    assert (asked.status, asked.body, asked.headers["content-length"]) == (200, b"", str(LARGE + 5))


def test_a_large_file_is_refused_early_and_at_its_field(work):
    engagement, data = work
    with serving(data, workers=1) as site:
        kept, peak = site.kept_bytes(), site.peak_megabytes()
        form = handing_in(engagement, **{"too large": b"%PDF-1.7" + b"x" * (26 * MEGABYTE)})
        refused = site.ask(form.bytes())
        # Not a byte of these is sent: the answer comes before.
        flood = site.ask(form.head(300 * MEGABYTE), seconds=20)
        stranger = site.ask(Upload(form.path, "").head(20 * MEGABYTE), seconds=20)
        elsewhere = site.ask(Upload(reverse("people:settings"), form.cookies).head(3 * MEGABYTE), seconds=20)
        grown, most = site.kept_bytes() - kept, site.peak_megabytes() - peak
    text = refused.body.decode()
    assert refused.status == 422
    assert "A file is larger than 25 MB. Share it as a link instead." in text
    assert "My careful note" in text
    assert (flood.status, "A file may have 25 MB." in flood.body.decode()) == (413, True)
    assert (stranger.status, stranger.headers["location"]) == (302, "/accounts/login/?next=/home/")
    assert elsewhere.status == 413
    assert StoredFile.objects.count() == 1
    assert grown < MEGABYTE
    figure("access: memory for a file of 26 MB", f"{most:.0f} MB", "more than before")
    assert most < 60

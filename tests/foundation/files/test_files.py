"""Storing files: what is taken, what is refused, what is swept away."""

from __future__ import annotations

import hashlib
import os
import threading
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections, transaction

from firstfoot.foundation.files import kinds, queries
from firstfoot.foundation.files.actions import store_file, sweep_orphans
from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached

PDF = b"%PDF-1.7 a map"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Each test has its own place for files."""
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    }
    return tmp_path


def age(path: Path) -> None:
    """As if nobody had touched it for two days."""
    long_ago = (datetime.now(UTC) - timedelta(days=2)).timestamp()
    os.utime(path, (long_ago, long_ago))


def test_a_file_is_kept_with_its_digest(cast):
    stored = store_file(upload=SimpleUploadedFile("../My map.PDF", PDF), actor=cast.sam)

    stored.refresh_from_db()
    assert (stored.name, stored.size, stored.media_type) == ("My map.PDF", len(PDF), "application/pdf")
    assert stored.sha256 == hashlib.sha256(PDF).hexdigest()
    assert "map" not in stored.path
    with queries.open_file(stored) as content:
        assert content.read() == PDF


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", b"<script>"), ("drawing.svg", b"<svg"), ("run.exe", b"MZ"), ("map.pdf", b"MZ\x90"),
        ("notes.txt", b"a\x00b"), ("no-ending", b"text"), ("film.mp4", b"....mdat"), ("photo.webp", b"RIFF....WAVE"),
    ],
)  # fmt: skip
def test_what_is_refused(cast, name, content):
    with pytest.raises(Conflict, match="file_type_refused"):
        store_file(upload=SimpleUploadedFile(name, content), actor=cast.sam)
    assert StoredFile.objects.count() == 0


def test_too_large_by_the_stated_size(cast, settings):
    settings.UPLOAD_MAX_BYTES = 10
    with pytest.raises(LimitReached, match="file_too_large"):
        store_file(upload=SimpleUploadedFile("map.pdf", PDF), actor=cast.sam)


def test_too_large_while_reading(cast, settings):
    settings.UPLOAD_MAX_BYTES = 10
    upload = SimpleUploadedFile("map.pdf", PDF)
    upload.size = 0
    with pytest.raises(LimitReached, match="file_too_large"):
        store_file(upload=upload, actor=cast.sam)
    assert StoredFile.objects.count() == 0


@pytest.mark.parametrize(("name", "kept"), [("a/b\\c.pdf", "c.pdf"), ("", "file"), ("x" * 300 + ".pdf", None)])
def test_plain_names(name, kept):
    plain = kinds.plain_name(name)
    assert plain == kept if kept else (len(plain), plain[-4:]) == (200, ".pdf")


def test_orphans_go_after_a_day(cast, folder):
    stored = store_file(upload=SimpleUploadedFile("map.pdf", PDF), actor=cast.sam)
    old = default_storage.save("2026/01/old", ContentFile(b"x"))
    fresh = default_storage.save("2026/01/fresh", ContentFile(b"x"))
    for path in (old, stored.path):
        age(folder / path)

    assert sweep_orphans(clock.now()) == 1
    assert (default_storage.exists(old), default_storage.exists(fresh), default_storage.exists(stored.path)) == (
        False, True, True,
    )  # fmt: skip
    assert sweep_orphans(clock.now()) == 0


def test_lost_files_are_named(cast, folder):
    stored = store_file(upload=SimpleUploadedFile("map.pdf", PDF), actor=cast.sam)
    assert list(queries.lost_files()) == []
    (folder / stored.path).unlink()
    assert list(queries.lost_files()) == [stored]


def test_what_a_broken_upload_left_goes_after_a_day(db, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "arriving"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    old, fresh = (settings.FILE_UPLOAD_TEMP_DIR / name for name in ("old.upload.pdf", "fresh.upload.pdf"))
    for path in (old, fresh):
        path.write_bytes(b"%PDF-")
    age(old)
    assert sweep_orphans(clock.now()) == 1
    assert (old.exists(), fresh.exists()) == (False, True)


@pytest.mark.django_db(transaction=True)
def test_a_file_whose_row_comes_while_the_sweep_looks_at_it_stays(cast, folder):
    path = default_storage.save("2026/01/late", ContentFile(b"x"))
    age(folder / path)
    is_written, may_commit = threading.Event(), threading.Event()

    def come_late():
        with transaction.atomic():
            StoredFile.objects.create(path=path, name="late", size=1, stored_by=cast.sam, stored_at=clock.now())
            is_written.set()
            may_commit.wait(30)
        connections.close_all()

    def sweep():
        swept = sweep_orphans(clock.now())
        connections.close_all()
        return swept

    with ThreadPoolExecutor(2) as both:
        row = both.submit(come_late)
        assert is_written.wait(30)
        swept = both.submit(sweep)
        wait([swept], timeout=0.5)  # it has seen a file without a row, and wants it
        may_commit.set()
        row.result(30)
        assert swept.result(30) == 0
    assert default_storage.exists(path)


class Forgetful(FileSystemStorage):
    """Loses each file as soon as it has it, as a sweep does that comes between file and row."""

    def save(self, name, content, max_length=None):
        path = super().save(name, content, max_length)
        self.delete(path)
        return path


def test_a_row_never_comes_for_a_file_that_was_swept(cast, settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": f"{__name__}.Forgetful", "OPTIONS": {"location": str(tmp_path)}}
    }
    with pytest.raises(Conflict, match="file_lost"):
        store_file(upload=SimpleUploadedFile("map.pdf", PDF), actor=cast.sam)
    assert StoredFile.objects.count() == 0

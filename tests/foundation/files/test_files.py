"""Storing files: what is taken, what is refused, what is swept away."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

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
    long_ago = (datetime.now(UTC) - timedelta(days=2)).timestamp()
    for path in (old, stored.path):
        os.utime(folder / path, (long_ago, long_ago))

    assert sweep_orphans(clock.now()) == 1
    assert (default_storage.exists(old), default_storage.exists(fresh), default_storage.exists(stored.path)) == (
        False, True, True,
    )  # fmt: skip
    assert sweep_orphans(clock.now()) == 0


def test_lost_files_are_named(cast, folder):
    stored = store_file(upload=SimpleUploadedFile("map.pdf", PDF), actor=cast.sam)
    assert queries.lost_files() == []
    (folder / stored.path).unlink()
    assert queries.lost_files() == [stored]

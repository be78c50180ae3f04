"""Files in a bucket: measured, served, swept and checked as those in a folder are."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from firstfoot.foundation.files.actions import store_file, sweep_orphans
from firstfoot.foundation.files.queries import lost_files, open_file, places
from firstfoot.kernel import clock
from firstfoot.kernel.errors import LimitReached
from firstfoot.operations.check.stored_files import file_faults

BODY = b"%PDF-1.7 " + b"bread " * 20_000


def test_a_file_is_measured_by_what_it_holds(cast, bucket):
    stored = store_file(upload=SimpleUploadedFile("map.pdf", BODY), actor=cast.sam)

    assert (stored.size, stored.sha256) == (len(BODY), hashlib.sha256(BODY).hexdigest())
    with open_file(stored) as content:
        assert content.read() == BODY
    assert (list(places()), list(file_faults()), list(lost_files())) == ([stored.path], [], [])


def test_a_file_too_large_leaves_nothing(cast, bucket, settings):
    settings.UPLOAD_MAX_BYTES = 1000
    with pytest.raises(LimitReached):
        store_file(upload=SimpleUploadedFile("map.pdf", BODY), actor=cast.sam)
    assert list(places()) == []


def test_what_no_row_knows_is_found_and_swept(cast, bucket):
    kept = store_file(upload=SimpleUploadedFile("map.pdf", BODY), actor=cast.sam)
    default_storage.save("2026/11/stray", BytesIO(b"x"))
    with clock.at(clock.now() + timedelta(days=2)):
        assert [fault.code for fault in file_faults()] == ["file_unknown"]
        assert sweep_orphans(clock.now()) == 1
        assert list(file_faults()) == []
    assert list(places()) == [kept.path]


def test_a_row_without_its_file_is_found(cast, bucket):
    stored = store_file(upload=SimpleUploadedFile("map.pdf", BODY), actor=cast.sam)
    default_storage.delete(stored.path)
    assert [fault.code for fault in file_faults()] == ["file_missing"]
    with pytest.raises(FileNotFoundError):
        open_file(stored)

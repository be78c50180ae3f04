"""Files in a bucket: the archive holds them, and a restore brings them to an empty bucket or leaves it as it was."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from firstfoot.foundation.files.actions import store_file
from firstfoot.foundation.files.queries import open_file, places
from firstfoot.operations.backup import stored_files
from firstfoot.operations.machine import CannotRun
from firstfoot.operations.restore import bring_files
from firstfoot.operations.snapshot import Snapshot

BODY = b"%PDF-1.7 a map"


@pytest.fixture
def saved(tmp_path):
    """Files as a restore finds them unpacked."""
    folder = tmp_path / "files"
    (folder / "2026").mkdir(parents=True)
    (folder / "2026" / "one").write_bytes(BODY)
    return folder


def test_the_archive_reads_from_the_bucket_what_the_rows_name(cast, bucket):
    stored = store_file(upload=SimpleUploadedFile("map.pdf", BODY), actor=cast.sam)
    default_storage.save("under-way", ContentFile(b"half"))
    members, lost = stored_files(Snapshot([stored.path, "gone"], {}))
    assert ([(m.name, m.size) for m in members], lost) == ([(f"files/{stored.path}", len(BODY))], ["gone"])
    with members[0].open() as content:
        assert content.read() == BODY


def test_files_come_back_under_their_names(cast, bucket, saved):
    stored = store_file(upload=SimpleUploadedFile("map.pdf", BODY), actor=cast.sam)
    default_storage.delete(stored.path)
    (saved / stored.path).parent.mkdir(parents=True)
    (saved / stored.path).write_bytes(BODY)
    with bring_files(saved):
        pass
    assert sorted(places()) == sorted(["2026/one", stored.path])
    with open_file(stored) as content:
        assert content.read() == BODY


def test_when_the_database_cannot_be_brought_the_bucket_is_empty_again(bucket, saved):
    seen = []

    def bring_database():
        seen.extend(places())
        raise CannotRun("pg_restore: no")

    with pytest.raises(CannotRun, match="pg_restore: no"), bring_files(saved):
        bring_database()
    assert (seen, list(places())) == (["2026/one"], [])


def test_a_bucket_with_something_in_it_is_left_alone(bucket, saved):
    default_storage.save("theirs", ContentFile(b"x"))
    with pytest.raises(CannotRun, match="is not empty"), bring_files(saved):
        pass
    assert list(places()) == ["theirs"]

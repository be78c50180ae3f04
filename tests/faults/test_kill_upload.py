"""`kill -9` while a file comes in: no row without its file, and no file is left without a row after the sweep."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from firstfoot.foundation.files.actions import KEPT, store_file, sweep_orphans
from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel import clock
from firstfoot.operations.check.command import all_faults
from tests.faults import stages
from tests.faults.dying import AFTER_COMMIT, BEFORE_COMMIT
from tests.faults.worlds import begin
from tests.figures import count, figure

pytestmark = pytest.mark.once

BODY = b"%PDF-1.7 " + bytes(range(256)) * 400


class CutShort(SimpleUploadedFile):
    """An upload in small chunks, whose process dies after some bytes: while it is kept, not while it is measured."""

    dies_after = len(BODY) + 1
    reads = 0

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        self.seek(0)
        self.reads += 1
        for place in range(0, len(BODY), 1000):
            if self.reads > 1 and place >= self.dies_after:
                os.kill(os.getpid(), signal.SIGKILL)
            yield BODY[place : place + 1000]


def upload(dies_after: int = len(BODY) + 1) -> CutShort:
    file = CutShort("comparison.pdf", BODY, "application/pdf")
    file.dies_after = dies_after
    return file


@pytest.mark.deep
@pytest.mark.django_db(transaction=True)
def test_an_upload_killed_at_any_byte_leaves_nothing_after_the_sweep(zygote, settings, tmp_path):
    world = begin(stages.people)
    place = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = {**settings.STORAGES, "default": place}
    how, kills = {"settings": {"STORAGES": settings.STORAGES}}, 0

    def files() -> list[Path]:
        return [path for path in tmp_path.rglob("*") if path.is_file()]

    whole = zygote.run(store_file, {"upload": upload(), "actor": world.cast.sam}, deadly=BEFORE_COMMIT, **how)
    deaths = [{"deadly": point + 1} for point in range(len(whole.points))]
    deaths += [{"dies_after": place} for place in range(0, len(BODY) - 1000, len(BODY) // count(ci=5, deep=100))]
    for death in deaths:
        file = upload(death.pop("dies_after", len(BODY) + 1))
        assert zygote.run(store_file, {"upload": file, "actor": world.cast.sam}, **death, **how).was_killed
        kills += 1
    assert (StoredFile.objects.count(), len(files())) == (0, kills + 1)
    assert list(all_faults()) == []

    zygote.run(store_file, {"upload": upload(), "actor": world.cast.sam}, deadly=AFTER_COMMIT, **how)
    with clock.at(clock.now() + KEPT + timedelta(minutes=1)):
        assert len(list(all_faults())) > 0, "the rules know of files without a row"
        assert sweep_orphans(clock.now()) == kills + 1
        assert list(all_faults()) == []
    (kept,) = files()
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == StoredFile.objects.get().sha256
    figure("kill during an upload, after the sweep", "0 files left", f"of {kills + 1} kills")

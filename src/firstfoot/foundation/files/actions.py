"""Storing files, and sweeping away what no row knows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files import queries
from firstfoot.foundation.files.kinds import HEAD, media_type_of, plain_name
from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.ids import secret_token

KEPT = timedelta(days=1)  # a file without a row may still get one within this time


class _Measured(File):  # type: ignore[type-arg]
    """An upload that is counted and hashed while it is read, and that ends when it grows too large."""

    def __init__(self, upload: File[Any], most: int) -> None:
        super().__init__(upload.file, upload.name)
        self._upload, self._most = upload, most
        self.count, self.digest = 0, hashlib.sha256()

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        for chunk in self._upload.chunks(chunk_size):
            self.count += len(chunk)
            if self.count > self._most:
                raise LimitReached("file_too_large", megabytes=self._most // (1024 * 1024))
            self.digest.update(chunk)
            yield chunk


def store_file(*, upload: File[Any], actor: Person) -> StoredFile:
    """Keep an uploaded file: written and hashed first, its row after, so that no row lacks its file.

    Call it outside of a transaction: it may take as long as the file is large.
    Raises LimitReached("file_too_large") and, by ending and first bytes,
    Conflict("file_type_refused").
    """
    name = plain_name(upload.name or "")
    upload.seek(0)
    media_type = media_type_of(name, upload.read(HEAD))
    if not media_type:
        raise Conflict("file_type_refused")
    upload.seek(0)
    measured = _Measured(upload, settings.UPLOAD_MAX_BYTES)
    if upload.size and upload.size > settings.UPLOAD_MAX_BYTES:
        raise LimitReached("file_too_large", megabytes=settings.UPLOAD_MAX_BYTES // (1024 * 1024))
    path = default_storage.save(f"{clock.now():%Y/%m}/{secret_token()}", measured)
    with transaction.atomic():
        return StoredFile.objects.create(
            name=name, path=path, size=measured.count, media_type=media_type, sha256=measured.digest.hexdigest(),
            stored_by=actor, stored_at=clock.now(),
        )  # fmt: skip


def sweep_orphans(now: datetime) -> int:
    """Delete files that have had no row for a day; how many went."""
    found = queries.orphans(now - KEPT)
    for path in found:
        default_storage.delete(path)
    return len(found)

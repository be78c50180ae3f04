"""Storing files, and sweeping away what no row knows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files import queries
from firstfoot.foundation.files.bombs import MOST_PIXELS, archive_fault, pixels
from firstfoot.foundation.files.kinds import ARCHIVES, HEAD, ending_of, media_type_of, plain_name
from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.ids import secret_token

KEPT = timedelta(days=1)  # a file without a row may still get one within this time


def _measured(upload: File[Any], most: int) -> tuple[int, str]:
    """Size and SHA-256 of what really is there; ends when it grows too large.

    Read by ourselves, before it is kept: not every storage reads a file the way we would count.
    """
    size, digest = 0, hashlib.sha256()
    for chunk in upload.chunks():
        size += len(chunk)
        if size > most:
            raise LimitReached("file_too_large", megabytes=most // (1024 * 1024))
        digest.update(chunk)
    return size, digest.hexdigest()


def store_file(*, upload: File[Any], actor: Person) -> StoredFile:
    """Keep an uploaded file: written and hashed first, its row after, so that no row lacks its file.

    Call it outside of a transaction: it may take as long as the file is large.
    Raises LimitReached("file_too_large"), Conflict("file_type_refused") by ending and bytes,
    Conflict("file_is_bomb") for what grows beyond measure when it is opened, and
    Conflict("file_lost") when it was swept away because its row came more than a day late.
    """
    name = plain_name(upload.name or "")
    upload.seek(0)
    media_type = media_type_of(name, upload.read(HEAD))
    if not media_type:
        raise Conflict("file_type_refused")
    if upload.size and upload.size > settings.UPLOAD_MAX_BYTES:
        raise LimitReached("file_too_large", megabytes=settings.UPLOAD_MAX_BYTES // (1024 * 1024))
    _require_harmless(name, upload)
    size, digest = _measured(upload, settings.UPLOAD_MAX_BYTES)
    upload.seek(0)
    path = _saved(f"{clock.now():%Y/%m}/{secret_token()}", upload)
    with transaction.atomic():
        stored = StoredFile.objects.create(
            name=name, path=path, size=size, media_type=media_type, sha256=digest,
            stored_by=actor, stored_at=clock.now(),
        )  # fmt: skip
        if not default_storage.exists(path):  # looked at once the row holds the path: see _sweep
            raise Conflict("file_lost")
    return stored


def _saved(path: str, upload: File[Any]) -> str:
    """Write it; of what did not fit on the disk nothing stays."""
    try:
        return default_storage.save(path, upload)
    except OSError:
        default_storage.delete(path)
        raise


@transaction.atomic
def discard_files(*, file_ids: Iterable[int], actor: Person) -> None:
    """Let go of files that the actor stored for something that was then refused; the sweep takes what they held.

    Raises ProtectedError when something holds one by now.
    """
    StoredFile.objects.filter(pk__in=list(file_ids), stored_by=actor).delete()


def _require_harmless(name: str, upload: File[Any]) -> None:
    ending = ending_of(name)
    fault = archive_fault(upload, expected=ending in ARCHIVES)
    if fault == "kind":
        raise Conflict("file_type_refused")
    if fault or pixels(ending, upload) > MOST_PIXELS:
        raise Conflict("file_is_bomb")


def sweep_orphans(now: datetime) -> int:
    """Delete files that have had no row for a day, and what broken uploads left behind; how many went."""
    older_than = now - KEPT
    return sum(_sweep(path) for path in list(queries.orphans(older_than))) + _sweep_arriving(older_than)


def _sweep(path: str) -> bool:
    """Delete one file while its path is taken in the table, so that no row for it can come meanwhile."""
    try:
        with transaction.atomic():
            StoredFile.objects.create(path=path, name="", size=0, stored_by_id=0, stored_at=clock.now())
            default_storage.delete(path)
            transaction.set_rollback(True)
    except IntegrityError:  # its row came
        return False
    return True


def _sweep_arriving(older_than: datetime) -> int:
    """Parts of uploads whose process was killed while they arrived."""
    left = [
        path
        for path in Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir()
        if datetime.fromtimestamp(path.stat().st_mtime, UTC) < older_than
    ]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)

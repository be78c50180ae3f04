"""Invariant 8: no file without a row, no row without a file (older than a day)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import batched
from pathlib import Path

from django.core.files.storage import FileSystemStorage, default_storage

from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel import clock
from firstfoot.operations.check.fault import ROWS_AT_A_TIME, Fault

YOUNG = timedelta(days=1)  # a file is written before its row, so the newest may still be without


def file_faults() -> Iterator[Fault]:
    yield from rows_without_file()
    yield from files_without_row()


def rows_without_file() -> Iterator[Fault]:
    for row in StoredFile.objects.order_by("pk").iterator(ROWS_AT_A_TIME):
        name = f"storedfile:{row.public_id}"
        if not default_storage.exists(row.path):
            yield Fault(8, name, "file_missing", f"{row.path} is not there. Bring it back from a backup.")
        elif default_storage.size(row.path) != row.size:
            yield Fault(8, name, "file_size_differs", f"{row.path} was changed. Bring it back from a backup.")


def files_without_row() -> Iterator[Fault]:
    if not isinstance(default_storage, FileSystemStorage) and not hasattr(default_storage, "location"):
        return
    root = Path(str(default_storage.location))
    for some in batched(_old_files(root), ROWS_AT_A_TIME):
        known = set(StoredFile.objects.filter(path__in=some).values_list("path", flat=True))
        for path in sorted(set(some) - known):
            yield Fault(8, f"file:{path}", "file_unknown", "No row knows it. Move it out of the folder.")


def _old_files(root: Path) -> Iterator[str]:
    for path in root.rglob("*"):
        if path.is_file() and datetime.fromtimestamp(path.stat().st_mtime, UTC) < clock.now() - YOUNG:
            yield path.relative_to(root).as_posix()

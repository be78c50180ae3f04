"""Reading stored files. Who may read one is decided by the thing that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.core.files import File
from django.core.files.storage import Storage, default_storage

from firstfoot.foundation.files.models import StoredFile


def open_file(stored: StoredFile) -> File[Any]:
    """The content, open for reading. Raises FileNotFoundError when it is lost."""
    return default_storage.open(stored.path, "rb")


def places(storage: Storage = default_storage, folder: str = "") -> Iterator[str]:
    """The path of every file in the storage."""
    if folder and not storage.exists(folder):
        return
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        yield f"{folder}/{name}" if folder else name
    for inner in folders:
        yield from places(storage, f"{folder}/{inner}" if folder else inner)


def orphans(older_than: datetime) -> list[str]:
    """The paths of files without a row, last changed before `older_than`."""
    known = set(StoredFile.objects.values_list("path", flat=True))
    return [p for p in places() if p not in known and default_storage.get_modified_time(p) < older_than]


def lost_files() -> list[StoredFile]:
    """The rows whose file is gone."""
    return [stored for stored in StoredFile.objects.order_by("pk") if not default_storage.exists(stored.path)]

"""Reading stored files. Who may read one is decided by the thing that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import batched
from typing import Any

from django.core.files import File
from django.core.files.storage import Storage, default_storage

from firstfoot.foundation.files.models import StoredFile

AT_A_TIME = 500


def open_file(stored: StoredFile) -> File[Any]:
    """The content, open for reading. Raises FileNotFoundError when it is lost."""
    return default_storage.open(stored.path, "rb")


def places(storage: Storage = default_storage, folder: str = "") -> Iterator[str]:
    """The path of every file in the storage."""
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        yield f"{folder}/{name}" if folder else name
    for inner in folders:
        yield from places(storage, f"{folder}/{inner}" if folder else inner)


def orphans(older_than: datetime) -> Iterator[str]:
    """The paths of files without a row, last changed before `older_than`."""
    for some in batched(places(), AT_A_TIME):
        # The rows are read after the files were seen: a file that got its row meanwhile is not among them.
        known = set(StoredFile.objects.filter(path__in=some).values_list("path", flat=True))
        yield from (path for path in some if path not in known and _is_older(path, older_than))


def _is_older(path: str, than: datetime) -> bool:
    try:
        return default_storage.get_modified_time(path) < than
    except FileNotFoundError:  # another sweep was faster
        return False


def lost_files() -> Iterator[StoredFile]:
    """The rows whose file is gone."""
    rows = StoredFile.objects.order_by("pk").iterator(AT_A_TIME)
    return (stored for stored in rows if not default_storage.exists(stored.path))

"""Invariant 8: no file without a row, no row without a file (older than a day)."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.files.storage import default_storage

from firstfoot.foundation.files.actions import KEPT
from firstfoot.foundation.files.models import StoredFile
from firstfoot.foundation.files.queries import orphans
from firstfoot.kernel import clock
from firstfoot.operations.check.fault import ROWS_AT_A_TIME, Fault


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
    for path in orphans(clock.now() - KEPT):
        yield Fault(
            8, f"file:{path}", "file_unknown", "No row knows it. The worker sweeps such files: see that it runs."
        )

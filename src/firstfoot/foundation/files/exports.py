"""A person's copy of everything: asked for, kept as a private file, deleted on its last day."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet

from firstfoot.foundation.accounts.events import Accounts
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.policies import may_change_person
from firstfoot.foundation.files.kinds import ending_of
from firstfoot.foundation.files.models import Export, StoredFile
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.ids import secret_token
from firstfoot.kernel.verdict import require

BLOCK = 1024 * 1024


@transaction.atomic
def ask_for_export(*, actor: Person) -> Export:
    """Ask for a copy of everything; the worker makes it. Raises Conflict("export_waits") while one is being made."""
    person = locked(Person, actor.pk)
    require(may_change_person(actor, person))
    if Export.objects.filter(person=person, made_at=None).exists():
        raise Conflict("export_waits")
    export = Export.objects.create(person=person, asked_at=clock.now())
    record(Accounts.EXPORT_ASKED, person, actor, export=export.public_id)
    return export


def write_copy(*, person: Person, content: File[Any], name: str) -> StoredFile:
    """Put a finished copy into the storage; its row is saved by `keep_export`.

    Call it outside of a transaction: it may take as long as the copy is large.
    """
    digest, size = hashlib.sha256(), 0
    for block in content.chunks(BLOCK):
        digest.update(block)
        size += len(block)
    now = clock.now()
    return StoredFile(
        name=name, path=default_storage.save(f"{now:%Y/%m}/{secret_token()}", content), size=size,
        media_type="application/zip", sha256=digest.hexdigest(), stored_by=person, stored_at=now,
    )  # fmt: skip


@transaction.atomic
def keep_export(*, export: Export, copy: StoredFile) -> Export:
    """Keep the finished copy until its last day; an earlier one of the same person ends now."""
    copy.save(force_insert=True)
    for earlier in Export.objects.filter(person=export.person, file__isnull=False):
        _end(earlier)
    now = clock.now()
    export.file, export.made_at, export.ends_at = copy, now, now + timedelta(days=settings.EXPORT_DAYS)
    export.save(update_fields=["file", "made_at", "ends_at"])
    return export


@transaction.atomic
def end_exports(*, now: datetime) -> int:
    """Delete the copies whose last day is over; how many."""
    over = list(Export.objects.select_for_update().filter(file__isnull=False, ends_at__lte=now))
    for export in over:
        _end(export)
    return len(over)


def exports_of(person: Person) -> QuerySet[Export]:
    """The copies that the person asked for, newest first."""
    return Export.objects.filter(person=person).select_related("file").order_by("-pk")


def export_visible_to(reader: Person, public_id: str) -> Export | None:
    """The reader's own copy while it lasts."""
    mine = exports_of(reader).filter(public_id=public_id, file__isnull=False, ends_at__gt=clock.now())
    return mine.first()


@transaction.atomic
def erase_files(*, person: Person, keep: Collection[int]) -> list[str]:
    """Delete the person's copies and files but those in `keep`, which lose the name they were given."""
    for export in Export.objects.filter(person=person):
        _end(export)
    Export.objects.filter(person=person).delete()
    names = []
    for number, stored in enumerate(StoredFile.objects.filter(stored_by=person).order_by("pk"), 1):
        names.append(stored.name)
        if stored.pk in keep:
            stored.name = f"result-{number}.{ending_of(stored.name)}"
            stored.save(update_fields=["name"])
        else:
            delete_stored(stored)
    return names


def delete_stored(stored: StoredFile) -> None:
    """Delete the row, and the file once that is certain."""
    path = stored.path
    stored.delete()
    transaction.on_commit(partial(default_storage.delete, path))


def _end(export: Export) -> None:
    stored, export.file = export.file, None
    export.save(update_fields=["file"])
    if stored is not None:
        delete_stored(stored)

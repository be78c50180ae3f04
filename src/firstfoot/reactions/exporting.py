"""Making a person's copy of everything: one zip that opens by itself, told in the inbox when it is there."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import zipfile
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files.exports import keep_export, write_copy
from firstfoot.foundation.files.models import Export, StoredFile
from firstfoot.foundation.files.queries import open_file
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.actions import tell
from firstfoot.insights.everything import SECTIONS, files_of, row_of
from firstfoot.kernel import clock
from firstfoot.proof.credentials.files import files_in
from firstfoot.proof.credentials.queries import credentials_visible_to
from firstfoot.reactions.phrases import day_text, speaking_to


def pack(fact: Fact) -> StoredFile | None:
    """Gather and write the copy, before the transaction that tells of it: nobody waits meanwhile. None: not wanted."""
    export = Export.objects.select_related("person").get(public_id=fact.data["export"])
    if not _is_wanted(export):
        return None
    with speaking_to(export.person), tempfile.TemporaryFile() as out:
        write_archive(export.person, out)
        out.seek(0)
        name = f"{re.sub(r'[^a-z0-9]+', '-', settings.SITE_NAME.lower()).strip('-')}-{clock.today():%Y-%m-%d}.zip"
        return write_copy(person=export.person, content=File(out, name=name), name=name)


def make_export(fact: Fact, packed: StoredFile | None = None) -> None:
    """Keep the copy, tell. A second run finds it made, and lets go of what it packed."""
    export = Export.objects.select_for_update().select_related("person").get(public_id=fact.data["export"])
    if not _is_wanted(export):
        if packed:
            transaction.on_commit(partial(default_storage.delete, packed.path))
        return
    if copy := packed or pack(fact):
        with speaking_to(export.person):
            _tell(export.person, keep_export(export=export, copy=copy))


def _is_wanted(export: Export) -> bool:
    return export.made_at is None and export.person.is_active


def write_archive(person: Person, out: Any) -> None:
    """The zip: `index.html` to read, `data/` for programs, `files/` as they were handed over or given out."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        sections: list[dict[str, Any]] = []
        for section in SECTIONS:
            rows = [row_of(thing, section.leave_out) for thing in section.rows(person)]
            place = f"data/{section.code}.json"
            archive.writestr(place, json.dumps(rows, ensure_ascii=False, indent=1, default=str))
            said = {"code": section.code, "place": place, "title": str(section.title)}
            sections.append({**said, "rows": [_said(row) for row in rows]})
        files = [_add_file(archive, stored) for stored in files_of(person)]
        files += [_add(archive, *one) for credential in credentials_visible_to(person) for one in files_in(credential)]
        context = {
            "person": person, "sections": sections, "files": files, "made_at": clock.now(),
            "site_name": settings.SITE_NAME, "site_url": settings.SITE_URL,
        }  # fmt: skip
        archive.writestr("index.html", render_to_string("export/index.html", context))


def _add_file(archive: zipfile.ZipFile, stored: StoredFile) -> dict[str, Any]:
    """A file under a name of its own; one that is lost is said to be."""
    place = f"files/{stored.public_id}/{PurePosixPath(stored.name).name}"
    try:
        with open_file(stored) as content, archive.open(place, "w") as target:
            shutil.copyfileobj(content, target)
    except FileNotFoundError:
        place = ""
    return {"name": stored.name, "place": place, "size": stored.size}


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> dict[str, Any]:
    place = f"files/credentials/{name}"
    archive.writestr(place, content)
    return {"name": name, "place": place, "size": len(content)}


def _said(row: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """The row for the eye: each name with its lines of text."""
    return [(name.replace("_", " "), list(_lines(value))) for name, value in row.items()]


def _lines(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [f"{name}: {line}" for name, inner in value.items() for line in _lines(inner)]
    if isinstance(value, list | tuple):
        return [line for inner in value for line in _lines(inner)]
    if isinstance(value, bool):
        return [_("yes") if value else _("no")]
    return [] if value in (None, "") else [str(value)]


def _tell(person: Person, export: Export) -> None:
    assert export.ends_at is not None
    body = _("It is one zip: open index.html in it with your browser. It stays here until %(day)s, then we delete it.")
    tell(
        recipient=person, key=f"export:{export.public_id}", kind="export_made",
        title=_("The copy of your data is ready"), body=body % {"day": day_text(export.ends_at)},
        path=reverse("people:your_data"),
    )  # fmt: skip

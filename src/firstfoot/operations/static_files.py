"""Collecting static files when this release's differ from those that were collected last."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_when_changed() -> bool:
    """Collect into STATIC_ROOT unless its stamp says that it is done; True when it collected."""
    root = Path(settings.STATIC_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    stamp = root / ".stamp"
    wanted = stamp_of_sources()
    if settings.DEBUG or (stamp.exists() and stamp.read_text() == wanted):
        return False
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(wanted)
    return True


def stamp_of_sources() -> str:
    """The release and a digest over name, size and time of each source file."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = Path(storage.path(name)).stat()
            digest.update(f"{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return f"{settings.RELEASE} {digest.hexdigest()}"

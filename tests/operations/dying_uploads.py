"""Hands in a file again and again, each time in a process that kills itself at another point of the way.

Run by test_cut_uploads with the points as JSON; prints for each the signal that ended it (0: it came through).
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator

import django

CONTENT = b"%PDF-1.7 " + b"a map of every bakery in Leeds " * 5000


def main() -> None:
    django.setup()
    engagement, *points = json.loads(sys.argv[1])
    ended = []
    for number, point in enumerate(points):
        child = os.fork()
        if not child:
            hand_in(engagement, point, f"key-{number}")
            os._exit(0)
        ended.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    sys.stdout.write(json.dumps([-code for code in ended]))


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hand_in(engagement: str, point: str | int, key: str) -> None:
    """Through the page; a number is how many bytes of the file reach the disk before the end."""
    from django.conf import settings
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.db import connection
    from django.test import Client
    from django.urls import reverse

    from firstfoot.foundation.accounts.models import Person

    settings.STORAGES["default"]["BACKEND"] = f"{__name__}.storage_for"
    storage_for.point = point  # type: ignore[attr-defined]
    client = Client(headers={"host": "localhost"})
    client.force_login(Person.objects.get(email="sam@example.org"))
    url = reverse("work:deliverable_submit", args=[engagement, 1])
    with connection.execute_wrapper(Watch(point)):
        upload = SimpleUploadedFile("map.pdf", CONTENT)
        answer = client.post(url, {"key": key, "note": "", "links": "", "attachments": upload})
    assert answer.status_code == 302, answer.content


class Watch:
    """Ends the process before or after the row of the file, or once it is committed."""

    def __init__(self, point: str | int) -> None:
        self.point, self.came = point, False

    def __call__(self, execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        is_row = sql.startswith("INSERT") and "files_storedfile" in sql
        if (is_row and self.point == "before its row") or (self.came and self.point == "after its row is committed"):
            die()
        result = execute(sql, params, many, context)
        if is_row and self.point == "between row and commit":
            die()
        self.came = self.came or is_row
        return result


def storage_for(**options):  # type: ignore[no-untyped-def]
    """A file storage that ends the process after so many bytes."""
    from django.core.files.base import File
    from django.core.files.storage import FileSystemStorage

    class Cut(File):  # type: ignore[type-arg]
        def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
            left = storage_for.point  # type: ignore[attr-defined]
            for chunk in self.file.chunks(chunk_size):
                if isinstance(left, int):
                    yield chunk[:left]
                    left -= len(chunk)
                    if left <= 0:
                        die()
                else:
                    yield chunk

    class Storage(FileSystemStorage):
        def _save(self, name, content):  # type: ignore[no-untyped-def]
            return super()._save(name, Cut(content))

    return Storage(**options)


if __name__ == "__main__":
    main()

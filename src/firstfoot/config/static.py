"""How static files are stored: the parts of the stylesheet are joined into one, and every name carries a hash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

from firstfoot.web.shared.styles import JOINED, in_order


class JoinedManifestStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise has no types
    """whitenoise's storage, with css/NN-*.css joined in the order of their names into css/app.css."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if not dry_run:
            self._join(paths)
        yield from super().post_process(paths, dry_run, **options)

    def _join(self, paths: dict[str, Any]) -> None:
        whole = []
        for name in in_order(paths):
            storage, path = paths[name]
            with storage.open(path) as part:
                whole.append(part.read())
        if not whole:
            return
        if self.exists(JOINED):
            self.delete(JOINED)
        self.save(JOINED, ContentFile(b"\n".join(whole)))
        paths[JOINED] = (self, JOINED)

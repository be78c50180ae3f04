"""Keeping the files that came with a form, and letting go of those that nothing took."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from firstfoot.foundation.files.actions import discard_files, store_file
from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest


def stored_files(request: PersonRequest, form: Any, name: str = "attachments") -> list[int]:
    """The keys of the stored files; a refused one becomes an error of the field, and none is kept."""
    stored: list[int] = []
    try:
        for upload in form.cleaned_data[name]:
            stored.append(store_file(upload=upload, actor=request.user).pk)
    except (LimitReached, Conflict) as refused:
        form.add_error(name, reason(refused))
        discard_files(file_ids=stored, actor=request.user)
        return []
    return stored


def let_go(request: PersonRequest, stored: Iterable[int], held: Iterable[int]) -> None:
    """Discard what is not held: another press of the same button was faster."""
    if left := set(stored) - set(held):
        discard_files(file_ids=left, actor=request.user)

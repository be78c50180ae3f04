"""Sending a stored file: to keep, or to look at as what it was found to be and as nothing else."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404

from firstfoot.foundation.files.queries import open_file

_SEALED = "default-src 'none'; frame-ancestors 'none'"
# A sandboxed page may not start the browser's own reader of PDF, which runs apart from pages anyhow.
_POLICY = {"paper": f"{_SEALED}; object-src 'self'; style-src 'unsafe-inline'"}


def handed_out(stored: Any, *, name: str = "", as_attachment: bool = False) -> FileResponse:
    """The file under its own name, or under another; 404 when it is lost."""
    try:
        content = open_file(stored)
    except FileNotFoundError as lost:
        raise Http404 from lost
    policy = f"{_SEALED}; sandbox" if as_attachment else _POLICY.get(stored.shown_as, f"{_SEALED}; sandbox")
    response = FileResponse(
        content, as_attachment=as_attachment, filename=name or stored.name, content_type=stored.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = policy
    response["Cache-Control"] = "private, no-store"
    return response

"""Handing out a stored file to those who may see the thing that holds it: to keep, or to look at where it stands."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.files import File
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.foundation.files.queries import open_file
from firstfoot.web.shared.requests import PersonRequest, partial
from firstfoot.work.engagements.queries import file_visible_to

MOST_SHOWN = 100_000  # bytes of a text
_SEALED = "default-src 'none'; frame-ancestors 'none'"
# A sandboxed page may not start the browser's own reader of PDF, which runs apart from pages anyhow.
_POLICY = {"paper": f"{_SEALED}; object-src 'self'; style-src 'unsafe-inline'"}


@login_required
@require_safe
def file(request: PersonRequest, public_id: str) -> FileResponse:
    """To keep; were it ever shown, nothing in it would run."""
    stored = _visible(request, public_id)
    return _handed_out(stored, f"{_SEALED}; sandbox", as_attachment=True)


@login_required
@require_safe
def file_shown(request: PersonRequest, public_id: str) -> FileResponse:
    """A picture or a PDF to look at, as what it was found to be when it came and as nothing else."""
    stored = _visible(request, public_id)
    if stored.shown_as not in {"picture", "paper"}:
        raise Http404
    return _handed_out(stored, _POLICY.get(stored.shown_as, f"{_SEALED}; sandbox"), as_attachment=False)


@login_required
@require_safe
def file_text(request: PersonRequest, public_id: str) -> HttpResponse:
    """The beginning of a text, as words on a page of ours."""
    stored = _visible(request, public_id)
    if stored.shown_as != "text":
        raise Http404
    with _opened(stored) as content:
        begins = content.read(MOST_SHOWN + 1)
    context = {
        "file": stored,
        "text": begins[:MOST_SHOWN].decode("utf-8-sig", "replace").replace("\x00", ""),
        "is_cut": len(begins) > MOST_SHOWN,
    }
    return render(request, partial(request, "people/file_text.html", "text"), context)


def _visible(request: PersonRequest, public_id: str) -> Any:
    stored = file_visible_to(request.user, public_id)
    if stored is None:
        raise Http404
    return stored


def _opened(stored: Any) -> File[Any]:
    try:
        return open_file(stored)
    except FileNotFoundError as lost:
        raise Http404 from lost


def _handed_out(stored: Any, policy: str, *, as_attachment: bool) -> FileResponse:
    response = FileResponse(
        _opened(stored), as_attachment=as_attachment, filename=stored.name, content_type=stored.media_type
    )  # fmt: skip
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = policy
    response["Cache-Control"] = "private, no-store"
    return response

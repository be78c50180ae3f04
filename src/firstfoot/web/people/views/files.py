"""Handing out a stored file to those who may see the thing that holds it: to keep, or to look at where it stands."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.files import File
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.foundation.files.queries import open_file
from firstfoot.web.shared.handing_out import handed_out
from firstfoot.web.shared.requests import PersonRequest, partial
from firstfoot.work.engagements.queries import file_visible_to

MOST_SHOWN = 100_000  # bytes of a text


@login_required
@require_safe
def file(request: PersonRequest, public_id: str) -> FileResponse:
    """To keep; were it ever shown, nothing in it would run."""
    stored = _visible(request, public_id)
    return handed_out(stored, as_attachment=True)


@login_required
@require_safe
def file_shown(request: PersonRequest, public_id: str) -> FileResponse:
    """A picture or a PDF to look at, as what it was found to be when it came and as nothing else."""
    stored = _visible(request, public_id)
    if stored.shown_as not in {"picture", "paper"}:
        raise Http404
    return handed_out(stored)


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

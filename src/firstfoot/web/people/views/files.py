"""Handing out a stored file to those who may see the thing that holds it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from firstfoot.foundation.files.queries import open_file
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.work.engagements.queries import file_visible_to


@login_required
@require_safe
def file(request: PersonRequest, public_id: str) -> FileResponse:
    """Always as a download: nothing that someone handed in is shown as a page of ours."""
    stored = file_visible_to(request.user, public_id)
    if stored is None:
        raise Http404
    try:
        content = open_file(stored)
    except FileNotFoundError as lost:
        raise Http404 from lost
    response = FileResponse(content, as_attachment=True, filename=stored.name, content_type=stored.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"  # were it ever shown
    response["Cache-Control"] = "private, no-store"
    return response

"""How much may be sent to a page: little, but for pages that take files; and of a file no more than is allowed is kept.

The web server (config/front.py) asks before it reads a large body, and says why it read none. Under
another server the same limits hold.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from firstfoot.web.shared.views.errors import body_refused
from firstfoot.web.shared.wire import ASKS, GO_AHEAD, UNREAD

_STATUS = {"too_large": 413, "busy": 503, "no_space": 507}

type View = Callable[..., HttpResponseBase]


def takes_files(most: int) -> Callable[[View], View]:
    """Mark a view that takes up to so many files at once, from people who are signed in."""

    def mark(view: View) -> View:
        view.takes_files = most  # type: ignore[attr-defined]
        return view

    return mark


class LargeBodyMiddleware:
    """Refuses a body that is too large for its page before anybody looks into it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Only says something about a large body, or one that could not be read."""
        small, given = settings.DATA_UPLOAD_MAX_MEMORY_SIZE, request.META.get("CONTENT_LENGTH", "")
        length = int(given) if given.isascii() and given.isdigit() else 0
        files = getattr(view, "takes_files", 0)
        if length > small + files * settings.UPLOAD_MAX_BYTES:
            return body_refused(request, "too_large", _STATUS["too_large"])
        if unread := request.META.get(UNREAD):
            return body_refused(request, unread, _STATUS[unread])
        if length > small and not request.user.is_authenticated:
            return redirect_to_login(reverse("people:home"))
        return HttpResponse(status=GO_AHEAD) if ASKS in request.META else None


class CappedUploadHandler(TemporaryFileUploadHandler):
    """Keeps a file on disk as long as it fits; of a larger one its size alone, for the form to refuse at the field."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > settings.UPLOAD_MAX_BYTES:
            self.file.truncate(0)
            return
        super().receive_data_chunk(raw_data, start)

"""What happens around every page: the reader's clock, private answers, refusals as pages."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

from firstfoot.kernel.errors import Refusal
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import partial

type Answer = Callable[[HttpRequest], HttpResponseBase]


class ReaderZoneMiddleware:
    """Shows every time on the clock of the person who reads; visitors read UTC."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with timezone.override(_zone_of(request)):
            return self.get_response(request)


def _zone_of(request: HttpRequest) -> ZoneInfo | None:
    # A request without a session has no person: nothing is looked up for it.
    if not request.session.session_key or not request.user.is_authenticated:
        return None
    try:
        return ZoneInfo(request.user.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return None


class PrivatePagesMiddleware:
    """Keeps what a person sees out of shared caches, and says that one address has two bodies."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["HX-Request", "HX-Request-Type"])
        if request.session.session_key and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_cache=True)
        return response


class RefusalMiddleware:
    """Turns a kernel Refusal into an answer, once for all pages."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refusal):
            return None
        template = partial(request, "shared/refusal.html", "message")
        context = {"reason": reason(error), "code": error.code, "status": error.status, "back": _way_back(request)}
        return render(request, template, context, status=error.status)


def _way_back(request: HttpRequest) -> str:
    """The page of ours that the reader came from, else the front page."""
    came_from = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
    return came_from if ours else "/"

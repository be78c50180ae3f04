"""What happens around every page: the reader's clock, private answers, refusals as pages; none late, none half."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.request import UnreadablePostError
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from firstfoot.kernel.errors import Refusal
from firstfoot.web.shared.bodies import WholeBody
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import partial, way_back
from firstfoot.web.shared.trouble import Trouble
from firstfoot.web.shared.views.errors import bad_request
from firstfoot.web.shared.views.unavailable import unavailable
from firstfoot.web.shared.wire import LATE

type Answer = Callable[[HttpRequest], HttpResponseBase]


def late_requests(get_response: Answer) -> Answer:
    """Answer at once who waited too long for their turn; stands after the CSRF middleware, whose cookie it needs."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        return unavailable(request, Trouble.BUSY) if LATE in request.META else get_response(request)

    return answer


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
    """Keeps what a person sees out of every cache, and says that one address has two bodies.

    What a view says itself about keeping is believed: pages for visitors, see web/public/caching.py.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["HX-Request", "HX-Request-Type"])
        if request.session.session_key:
            response["Cache-Control"] = "private, no-store"
        elif not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private, no-cache"
        return response


class RefusalMiddleware:
    """Turns a kernel Refusal into an answer, once for all pages; and a visit to the address of a form into a page."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed) or request.method != "GET":
            return response
        page = render(request, "405.html", {"back": way_back(request)}, status=response.status_code)
        page["Allow"] = response["Allow"]
        return page

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refusal):
            return None
        template = partial(request, "shared/refusal.html", "message")
        context = {"reason": reason(error), "code": error.code, "status": error.status, "back": way_back(request)}
        return render(request, template, context, status=error.status)


class WholeBodyMiddleware:
    """Answers 400 to a request that broke off, before its view acts on the half that came.

    Stands after the CSRF middleware, which reads the form and keeps the error to itself.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        body = request.META.get("wsgi.input")
        if not isinstance(body, WholeBody) or not body.broke_off:
            return None
        for handler in request.upload_handlers:
            handler.upload_interrupted()  # else the part that came stays on disk until Python tidies up
        return bad_request(request, UnreadablePostError())

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The same for a view that reads the body itself."""
        return bad_request(request, error) if isinstance(error, UnreadablePostError) else None

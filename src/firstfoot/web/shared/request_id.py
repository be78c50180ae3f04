"""A name for each request: in the answer, in the log, and in each fact, so that the worker knows it too."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest
from django.http.response import HttpResponseBase

type Answer = Callable[[HttpRequest], HttpResponseBase]

_GIVEN = re.compile(r"[A-Za-z0-9-]{8,36}")  # 36 is what a fact holds
_QUIET = {"shared:healthz", "shared:readyz"}
log = structlog.get_logger("firstfoot.requests")


def request_id(get_response: Answer) -> Answer:
    """Name each request and log its end; a name that a proxy gave is kept.

    The log says which page, never the address: addresses can hold tokens.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get("X-Request-ID", "")
        name = given if _GIVEN.fullmatch(given) else secrets.token_hex(8)
        request.request_id = name  # type: ignore[attr-defined]
        start = time.monotonic()
        with structlog.contextvars.bound_contextvars(request_id=name):
            response = get_response(request)
            page = request.resolver_match.view_name if request.resolver_match else "unknown"
            if page not in _QUIET:
                spent = round((time.monotonic() - start) * 1000)
                log.info("request", page=page, method=request.method, status=response.status_code, ms=spent)
        response["X-Request-ID"] = name
        return response

    return answer

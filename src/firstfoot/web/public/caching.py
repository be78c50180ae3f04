"""Public pages a visitor's browser may keep: asked again each time, sent again only when something changed."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import get_language

from firstfoot.web.shared.requests import swaps

type View = Callable[..., HttpResponse]


def kept_by_visitors(version: Callable[..., str]) -> Callable[[View], View]:
    """Answer 304 to a visitor whose copy still holds; `version` says in short what the page shows.

    People who are signed in, and visitors who are to be told something, get the page as it is.
    """

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.COOKIES.get(settings.SESSION_COOKIE_NAME) or "messages" in request.COOKIES:
                return view(request, *args, **kwargs)
            etag = etag_of(request, version(request, *args, **kwargs))
            unchanged = get_conditional_response(request, etag=etag)
            response = unchanged if unchanged is not None else view(request, *args, **kwargs)
            if response.status_code in {200, 304}:
                response["ETag"] = etag
                patch_cache_control(response, no_cache=True)
            return response

        return answer  # type: ignore[return-value]

    return decorate


def etag_of(request: HttpRequest, version: str) -> str:
    kind = "part" if swaps(request) else "page"
    said = "|".join(
        [settings.RELEASE, settings.SITE_NAME, get_language() or "", kind, request.get_full_path(), version]
    )
    return quote_etag(hashlib.sha256(said.encode()).hexdigest()[:32])

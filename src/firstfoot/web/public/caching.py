"""Public pages a browser may keep: asked again each time, sent again only when something in them changed."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.functional import SimpleLazyObject
from django.utils.http import quote_etag
from django.utils.translation import get_language

from firstfoot.kernel import clock
from firstfoot.web.public.cards import DAY
from firstfoot.web.shared.requests import swaps

type View = Callable[..., HttpResponse]

VARIES = ("Cookie", "Accept-Language", "HX-Request", "HX-Request-Type")
# Longer than an action takes: whoever began to write before a change that is as old as this has written by now.
SETTLED = timedelta(seconds=10)
_MESSAGES = "_messages"  # where django.contrib.messages keeps what does not fit into its cookie


class ShownRequest(HttpRequest):
    """A request to a page that may be kept."""

    shown: str  # the version of what it shows


def kept_until_changed(version: Callable[..., str]) -> Callable[[View], View]:
    """Answer 304 to a visitor whose copy still holds; `version` says in short what the page shows.

    The tag also holds the language, the release, whether the whole page or a part was asked for, and the
    CSRF cookie: a 304 sets none, so a page kept from before sign-out would post a dead token. What a
    person sees is never kept, so it needs no tag; whoever is to be told something gets the page as it is.
    """

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not _is_visitor(request):
                request.shown = SimpleLazyObject(lambda: version(request, *args, **kwargs))  # type: ignore[attr-defined]
                return view(request, *args, **kwargs)
            shown = request.shown = version(request, *args, **kwargs)  # type: ignore[attr-defined]
            etag = etag_of(request, shown)
            unchanged = get_conditional_response(request, etag=etag)
            response = unchanged if unchanged is not None else view(request, *args, **kwargs)
            if response.status_code in {200, 304}:
                response["ETag"] = etag
                patch_vary_headers(response, VARIES)
                patch_cache_control(response, no_cache=True)
            return response

        return answer  # type: ignore[return-value]

    return decorate


def etag_of(request: HttpRequest, version: str) -> str:
    said = [
        settings.RELEASE, settings.SITE_NAME, get_language() or "", "part" if swaps(request) else "page",
        request.get_full_path(), request.COOKIES.get(settings.CSRF_COOKIE_NAME, ""), version,
    ]  # fmt: skip
    return quote_etag(hashlib.sha256("|".join(said).encode()).hexdigest()[:32])


def once_for[Part](what: str, shown: object, make: Callable[[], Part]) -> Part:
    """A part of a page, worked out once for each version of what it shows, in each language."""
    said = f"{get_language()} {shown}"
    key = f"{what}:{hashlib.sha256(said.encode()).hexdigest()[:32]}"
    found: Any = caches["cards"].get_or_set(key, make, DAY)
    return found  # type: ignore[no-any-return]


def seen_by(request: HttpRequest, shown: object) -> str:
    """The version of a shared part; one of their own for somebody who is kept apart from hosts."""
    if request.user.is_authenticated and request.user.block_changes:
        return f"{shown} {request.user.public_id} {request.user.block_changes}"
    return str(shown)


def moment(*changes: datetime | None) -> str:
    """The newest of the changes, for a version; while it is fresh, only good for the next seconds.

    Two writers may end in another order than they began: a change could still appear that is dated before
    the newest one.
    """
    newest = max((change for change in changes if change is not None), default=None)
    if newest is None:
        return "never"
    now = clock.now()
    fresh = f" {int(now.timestamp() / SETTLED.total_seconds())}" if now - newest < SETTLED else ""
    return f"{newest.isoformat()}{fresh}"


def _is_visitor(request: HttpRequest) -> bool:
    """Whether nobody in particular reads, and nothing waits to be told."""
    if "messages" in request.COOKIES:
        return False
    if not request.COOKIES.get(settings.SESSION_COOKIE_NAME):
        return True
    return _MESSAGES not in request.session and not request.user.is_authenticated

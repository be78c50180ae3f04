"""What our pages know of a request: who reads, and whether htmx wants the whole or a part."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails

from firstfoot.foundation.accounts.models import Person

MOST_DIGITS = 9


class Request(HttpRequest):
    """Any request to a page."""

    htmx: HtmxDetails


class PersonRequest(Request):
    """A request under @login_required."""

    user: Person


def whole_number(text: str) -> int | None:
    """The number that a form or an address names; None for anything else, also for more digits than ours ever have."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None


def swaps(request: HttpRequest) -> bool:
    """Whether the answer replaces a part of the page (not a visit, a boosted link or a history restore)."""
    return request.headers.get("HX-Request-Type") == "partial"


def partial(request: HttpRequest, template: str, name: str) -> str:
    """The named partial for an htmx swap; the whole page for a visit, a boosted link, a history restore."""
    return f"{template}#{name}" if swaps(request) else template


def way_back(request: HttpRequest) -> str:
    """The page of ours that the reader came from, else the front page."""
    came_from = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
    return came_from if ours else "/"

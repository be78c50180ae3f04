"""What our pages know of a request: who reads, and whether htmx wants the whole or a part."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from firstfoot.foundation.accounts.models import Person


class Request(HttpRequest):
    """Any request to a page."""

    htmx: HtmxDetails


class PersonRequest(Request):
    """A request under @login_required."""

    user: Person


def swaps(request: HttpRequest) -> bool:
    """Whether the answer replaces a part of the page (not a visit, a boosted link or a history restore)."""
    return request.headers.get("HX-Request-Type") == "partial"


def partial(request: HttpRequest, template: str, name: str) -> str:
    """The named partial for an htmx swap; the whole page for a visit, a boosted link, a history restore."""
    return f"{template}#{name}" if swaps(request) else template

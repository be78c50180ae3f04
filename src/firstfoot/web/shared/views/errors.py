"""The pages for what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address or what was sent makes no sense."""
    return render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: this person may not come in here."""
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form came from a page that is too old, or from elsewhere."""
    return render(request, "403_csrf.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing here, or nothing for this reader."""
    return render(request, "404.html", status=404)


def conflict(request: HttpRequest, mine: str, theirs: str, back: str = "") -> HttpResponse:
    """409: someone changed the text in the meantime; shows what the reader typed and what stands."""
    return render(request, "409.html", {"mine": mine, "theirs": theirs, "back": back}, status=409)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: too often in a short time."""
    return render(request, "429.html", status=429)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; needs no database, no person and no context."""
    return HttpResponse(get_template("500.html").render(), status=500)

"""The pages for what went wrong."""

from __future__ import annotations

import sys

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import gettext as _

from firstfoot.web.shared.requests import swaps, way_back
from firstfoot.web.shared.trouble import trouble_of
from firstfoot.web.shared.views.unavailable import unavailable, unswapped


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address or what was sent makes no sense."""
    return render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: this person may not come in here."""
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form came from a page that is too old, or from elsewhere."""
    return render(request, "403_csrf.html", {"back": way_back(request)}, status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing here, or nothing for this reader."""
    return render(request, "404.html", status=404)


def conflict(request: HttpRequest, mine: str, theirs: str, back: str = "") -> HttpResponse:
    """409: someone changed the text in the meantime; shows what the reader typed and what stands."""
    return render(request, "409.html", {"mine": mine, "theirs": theirs, "back": back}, status=409)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: too often in a short time."""
    return render(request, "429.html", status=429)


def body_refused(request: HttpRequest, code: str, status: int) -> HttpResponse:
    """413, 503, 507: what was sent is too large, or could not be taken now; nothing of it was kept."""
    context = {"code": code, "megabytes": settings.UPLOAD_MAX_BYTES // (1024 * 1024)}
    response = render(request, "413.html", context, status=status)
    if status == 503:
        response["Retry-After"] = "60"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; needs no database, no person and no context. 503 when the records were out of reach."""
    if trouble := trouble_of(sys.exception()):
        return unavailable(request, trouble)
    if swaps(request):
        return unswapped(_("Something broke on our side. What you sent may not be saved."), 500)
    return HttpResponse(get_template("500.html").render(), status=500)

"""Our site with addresses where something goes wrong, for the pages that say so."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from firstfoot.config.urls import handler400, handler403, handler404, handler500
from firstfoot.config.urls import urlpatterns as ours
from firstfoot.kernel.errors import Conflict, LimitReached, NotPermitted
from firstfoot.web.shared.views import errors

__all__ = ["FAULTS", "handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def _raising(error: Exception) -> object:
    def view(request: HttpRequest) -> HttpResponse:
        raise error

    return view


def _both_texts(request: HttpRequest) -> HttpResponse:
    return errors.conflict(request, "Mine, with\ntwo lines", "Theirs", back="/work/")


FAULTS = {
    "400": _raising(SuspiciousOperation()),
    "403": _raising(PermissionDenied()),
    "403 token": errors.csrf_failure,
    "403 refused": _raising(NotPermitted("not_party")),
    "404": _raising(Http404()),
    "409": _both_texts,
    "409 refused": _raising(Conflict("changed")),
    "429": errors.too_many,
    "429 refused": _raising(LimitReached("too_many")),
    "500": _raising(ZeroDivisionError()),
}
urlpatterns = [*ours, *(path(f"broken/{name.replace(' ', '-')}/", view, name=name) for name, view in FAULTS.items())]

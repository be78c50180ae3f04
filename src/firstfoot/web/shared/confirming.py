"""Asking once more who it is, before what matters; nothing that was typed is lost on the way."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, cast

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY, did_recently_reauthenticate
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import resolve
from django.utils.http import urlencode

from firstfoot.web.shared.signed_in import signed_in_seconds

_GO_ON = "firstfoot.web.shared.confirming.go_on"


def is_confirmed(request: HttpRequest) -> bool:
    """Whether the reader signed in, or confirmed who they are, within the last minutes."""
    since = signed_in_seconds(request)
    if since is not None and 0 <= since < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
        return True
    return bool(did_recently_reauthenticate(request))


def confirmed[Page: Callable[..., HttpResponseBase]](page: Page) -> Page:
    """A page whose reader has just signed in or confirmed who they are; else they are asked, then go on here."""

    @functools.wraps(page)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        require_confirmed(request)
        return page(request, *args, **kwargs)

    return cast(Page, guarded)


def require_confirmed(request: HttpRequest) -> None:
    """Go on when the reader is confirmed; else they are asked first, and the request runs after that."""
    if not is_confirmed(request):
        raise ReauthenticationRequired


class ConfirmMiddleware:
    """Leads to the page that asks, and keeps what was sent: the form alone, not where it came from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, ReauthenticationRequired) or not request.user.is_authenticated:
            return None
        ways = get_adapter().get_reauthentication_methods(request.user)
        if not ways:
            return None
        path = request.get_full_path()
        if request.method == "POST":
            kept = {"path": path, "form": request.POST.urlencode()}
            request.session[STATE_SESSION_KEY] = {"callback": _GO_ON, "state": kept}
        else:
            request.session.pop(STATE_SESSION_KEY, None)
        return redirect(f"{ways[0]['url']}?{urlencode({REDIRECT_FIELD_NAME: path})}")


def go_on(request: HttpRequest, kept: dict[str, str]) -> HttpResponseBase:
    """Do what was asked for before the reader confirmed who they are, as if it were sent now."""
    path, _, query = kept["path"].partition("?")
    request.method, request.path, request.path_info = "POST", path, path
    request.GET, request.POST = QueryDict(query), QueryDict(kept["form"])
    match = request.resolver_match = resolve(path)
    answer: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
    return answer

"""Where a person is signed in: a line for each browser, seen at most once an hour, without any address."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from django.core.cache import caches
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from firstfoot.foundation.accounts.sign_ins import note_sign_in, touch_sign_in
from firstfoot.kernel import clock
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.trouble import in_passing

MARK = "sign_in"  # in the session: the line's public id, and when it began
SEEN_EVERY = timedelta(hours=1)

# The first that fits: Edge and Opera call themselves Chrome as well, and Chrome calls itself Safari.
_BROWSERS = (
    ("Edge", r"Edg(e|A|iOS)?/"), ("Opera", r"OPR/|Opera"), ("Samsung", r"SamsungBrowser/"),
    ("Firefox", r"Firefox/|FxiOS/"), ("Chrome", r"Chrome/|Chromium/|CriOS/"), ("Safari", r"Safari/"),
)  # fmt: skip
_SYSTEMS = (
    ("iPhone", r"iPhone"), ("iPad", r"iPad"), ("Android", r"Android"), ("Windows", r"Windows"),
    ("Mac", r"Macintosh|Mac OS X"), ("ChromeOS", r"CrOS"), ("Linux", r"Linux|X11"),
)  # fmt: skip


def device_of(user_agent: str) -> tuple[str, str]:
    """Browser and system by name, as far as a person would want to tell their devices apart.

    >>> device_of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1")
    ('Safari', 'iPhone')
    """
    return _first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent)


def _first(known: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for name, pattern in known if re.search(pattern, text)), "")


def remember_sign_in(request: PersonRequest) -> None:
    """Write down that this browser is signed in now; once for each sign-in."""
    browser, system = device_of(request.headers.get("User-Agent", ""))
    if not request.session.session_key:
        request.session.save()
    line = note_sign_in(
        person=request.user, session_key=request.session.session_key or "", browser=browser, system=system
    )
    request.session[MARK] = {"line": line.public_id, "at": clock.now().timestamp()}


def own_line(request: HttpRequest) -> str:
    """The public id of the line of this very browser; "" without one."""
    return str(request.session.get(MARK, {}).get("line", ""))


def signed_in_seconds(request: HttpRequest) -> float | None:
    """How long ago the reader signed in here."""
    at = request.session.get(MARK, {}).get("at")
    return None if at is None else clock.now().timestamp() - at


class SeenMiddleware:
    """Keeps the lines true: when a browser was last seen, and under which key."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        session = request.session
        # A page that did not look at its reader does not look now.
        if session.accessed and session.session_key and own_line(request):
            memory = f"seen:{session.session_key}"
            if caches["cards"].add(memory, 1, SEEN_EVERY.total_seconds()):
                with in_passing():
                    touch_sign_in(line=own_line(request), session_key=session.session_key)
        return response

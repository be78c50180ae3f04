"""503: a request that could not reach its records. What its person wrote stays with them."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import get_template
from django.utils.translation import gettext as _

from firstfoot.web.shared.requests import swaps, way_back
from firstfoot.web.shared.trouble import Trouble

RETRY_AFTER = {Trouble.BUSY: 5, Trouble.AWAY: 20, Trouble.FULL: 60}  # seconds
SHORT = 20  # characters that are quickly typed again
_NOT_REPEATED = ("password", "csrfmiddlewaretoken")


def unavailable(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """Say what is wrong, and offer to send the same again; reads no database, as that may be what is gone.

    A swap changes nothing on the page, so that the form there stays as it was typed.
    """
    if swaps(request):
        return unswapped(_said(trouble), 503)
    context: dict[str, Any] = {"trouble": trouble, "path": request.get_full_path()}
    if request.method == "POST":
        context |= {"was_sent": True, "back": way_back(request), "token": get_token(request), **_kept(request)}
    response = HttpResponse(get_template("503.html").render(context), status=503)
    response["Retry-After"] = str(RETRY_AFTER[trouble])
    response["Cache-Control"] = "no-store"
    return response


def unswapped(text: str, status: int) -> HttpResponse:
    """An answer to htmx that leaves the page alone and shows the text beside it."""
    response = HttpResponse(status=status)
    response["HX-Reswap"] = "none"
    response["HX-Trigger"] = json.dumps({"toast": {"text": text, "kind": "bad"}})
    return response


def _kept(request: HttpRequest) -> dict[str, Any]:
    """What was sent: all fields to send again, or, of a form with a secret or a file, only the texts to copy."""
    try:
        has_files = bool(request.FILES)
        pairs = [(name, str(value)) for name, values in request.POST.lists() for value in values]
    except Exception:  # whatever broke the request may have broken its body
        return {}
    known = [(name, value) for name, value in pairs if not any(word in name for word in _NOT_REPEATED)]
    if has_files or any("password" in name for name, _value in pairs):
        return {"texts": [value for _name, value in known if len(value) > SHORT]}
    return {"fields": known}


def _said(trouble: Trouble) -> str:
    return {
        Trouble.BUSY: _("This was not saved: somebody else's change takes long. Try again in a moment."),
        Trouble.AWAY: _("This was not saved: our records are out of reach. Try again in a minute."),
        Trouble.FULL: _("This was not saved: we have run out of room. Nothing that was saved is lost."),
    }[trouble]

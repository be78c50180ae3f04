"""Turns a page into its paper: whoever may open the page may print it, and reads the same words."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language, get_language_bidi

from firstfoot.kernel import clock
from firstfoot.web.shared.paper.press import Code, Sheet, pdf_of
from firstfoot.web.shared.paper.reading import blocks_of
from firstfoot.web.shared.paper.seal import Seal, sealed

type View = Callable[..., HttpResponse]

MOST_OF_A_NAME = 60


def on_paper(page: View, code_for: Callable[..., Code | None] | None = None) -> View:
    """The view of the same address with `.pdf`: what `page` shows, as a file to keep.

    `code_for` is asked with what the address holds; its code closes the paper.

    An answer other than 200 (a redirect to sign-in, a refusal) passes as it is.
    """

    @functools.wraps(page)
    def paper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = page(request, *args, **kwargs)
        if response.status_code != 200 or not response.get("Content-Type", "").startswith("text/html"):
            return response
        blocks = blocks_of(response.content.decode())
        title = next((block.text for block in blocks if block.kind == "h1"), settings.SITE_NAME)
        sheet = Sheet(
            title=title,
            language=(get_language() or "en").split("-")[0],
            direction="rtl" if get_language_bidi() else "ltr",
            site=settings.SITE_NAME,
            address=settings.SITE_URL + re.sub(r"[^/]+\.pdf$", "", request.path),
            dated=clock.now(),
        )
        seal = Seal(iri_to_uri(address_of(request)), clock.today())
        code = code_for(*args, **kwargs) if code_for else None
        answer = HttpResponse(sealed(pdf_of(sheet, blocks, code), seal), content_type="application/pdf")
        for name in ("ETag", "Cache-Control"):
            if response.has_header(name):
                answer[name] = response[name]
        answer["Content-Disposition"] = f'inline; filename="{file_name(title)}.pdf"'
        return answer

    return paper


def address_of(request: HttpRequest) -> str:
    """The page that is printed, with the version that was asked for."""
    version = request.GET.get("version", "")
    path = re.sub(r"[^/]+\.pdf$", "", request.path)
    return f"{path}?version={version}" if version.isascii() and version.isdigit() else path


def file_name(title: str) -> str:
    """A name that every system takes.

    >>> file_name("Café & Co: “fall” menu")
    'cafe-co-fall-menu'
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MOST_OF_A_NAME].rstrip("-") or "paper"

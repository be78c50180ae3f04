"""The page somebody sends to others, and the picture that goes with its address."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from firstfoot.proof.portfolio.queries import credentials_on_page, items_on_page, letters_on_page, page_at
from firstfoot.web.public.person_words import as_profile, entries_of, proofs_of, sums_of
from firstfoot.web.public.posting import as_script
from firstfoot.web.shared.door import door, hue_of
from firstfoot.web.shared.letters import said_letter
from firstfoot.web.shared.paper.picture import Picture, picture_of


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """For everyone while it is up; else it is not here, from that moment on."""
    page = _page(slug)
    entries = entries_of(items_on_page(page.person))
    proofs = proofs_of(entries)
    context = {
        "page": page,
        "person": page.person,
        "entries": entries,
        "proofs": proofs,
        "credentials": credentials_on_page(page.person),
        "letters": [(one, said_letter(one)) for one in letters_on_page(page.person)],
        "sums": sums_of(entries) if entries else [],
        "address": settings.SITE_URL + reverse("public:person", args=[slug]),
        "picture": settings.SITE_URL + reverse("public:person_card", args=[slug]),
        "data": as_script(as_profile(page.person, page, proofs)),
    }
    return _kept_by_nobody(render(request, "public/person.html", context), page)


@require_safe
def person_card(request: HttpRequest, slug: str) -> HttpResponse:
    """1200 by 630, drawn here: what a message shows of the address."""
    del request
    page = _page(slug)
    entries = entries_of(items_on_page(page.person))
    drawn = picture_of(
        Picture(
            name=page.person.name,
            headline=page.headline,
            sums=[f"{number} {words}" for number, words in sums_of(entries)] if entries else [],
            site=settings.SITE_NAME,
            address=(settings.SITE_URL + reverse("public:person", args=[slug])).partition("://")[2].rstrip("/"),
            drawing=door(1, hue_of(page.public_id)),
        )
    )
    return _kept_by_nobody(HttpResponse(drawn, content_type="image/png"), page)


def _page(slug: str) -> Any:
    page = page_at(slug)
    if page is None:
        raise Http404
    return page


def _kept_by_nobody(answer: HttpResponse, page: Any) -> HttpResponse:
    """Taken down means gone: no cache between us and the reader has it any longer."""
    answer["Cache-Control"] = "no-store"
    if not page.is_findable:
        answer["X-Robots-Tag"] = "noindex"
    return answer

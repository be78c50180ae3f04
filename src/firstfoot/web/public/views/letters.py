"""Checking a letter at its own address: what was signed, by whom, and whether it stands."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.proof.portfolio.queries import letter_at
from firstfoot.web.shared.letters import said_letter
from firstfoot.web.shared.paper import on_paper


@require_safe
def letter(request: HttpRequest, public_id: str) -> HttpResponse:
    """The letter while it stands; one that was taken back says so, without its words."""
    found = letter_at(public_id)
    if found is None:
        raise Http404
    context = {"thing": found, "said": said_letter(found), "intern": found.engagement.intern}
    answer = render(request, "public/letter.html", context)
    answer["X-Robots-Tag"], answer["Cache-Control"] = "noindex", "no-store"
    return answer


letter_pdf = on_paper(letter)

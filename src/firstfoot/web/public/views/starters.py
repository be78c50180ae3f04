"""The templates a host can begin with, to read before signing up."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.market.projects.scope import host_effort
from firstfoot.market.projects.starters import all_starters, get_starter, search
from firstfoot.web.public.caching import kept_by_visitors


def _same(request: HttpRequest, code: str = "") -> str:
    return "starters"


@require_safe
@kept_by_visitors(_same)
def starters(request: HttpRequest) -> HttpResponse:
    """All templates, or those that hold the words somebody looks for."""
    words = request.GET.get("q", "")[:200]
    found = search(words) if words else all_starters()
    return render(request, "public/starters.html", {"starters": found, "words": words})


@require_safe
@kept_by_visitors(_same)
def starter(request: HttpRequest, code: str) -> HttpResponse:
    """One template as an intern would read it."""
    found = get_starter(code)
    if found is None:
        raise Http404
    context = {"starter": found, "brief": found.brief, "effort": host_effort(found.brief)}
    return render(request, "public/starter.html", context)

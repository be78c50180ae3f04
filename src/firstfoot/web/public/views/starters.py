"""The templates a host can begin with, to read before signing up."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.market.projects.scope import host_effort
from firstfoot.market.projects.starters import get_starter
from firstfoot.web.public.caching import kept_until_changed
from firstfoot.web.shared.brief_words import FIELDS
from firstfoot.web.shared.requests import partial
from firstfoot.web.shared.starters import looked_for


def _same(request: HttpRequest, code: str = "") -> str:
    return "starters"


@require_safe
@kept_until_changed(_same)
def starters(request: HttpRequest) -> HttpResponse:
    """All templates, or those of a kind that hold the words somebody looks for."""
    return render(request, partial(request, "public/starters.html", "results"), looked_for(request))


@require_safe
@kept_until_changed(_same)
def starter(request: HttpRequest, code: str) -> HttpResponse:
    """One template as an intern would read it."""
    found = get_starter(code)
    if found is None:
        raise Http404
    context = {
        "starter": found,
        "brief": found.brief,
        "effort": host_effort(found.brief),
        "asked": [FIELDS[name] for name in found.ask],
    }
    return render(request, "public/starter.html", context)

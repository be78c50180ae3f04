"""The front page."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.market.projects.narrowing import SORTS
from firstfoot.market.projects.queries import open_projects
from firstfoot.market.projects.starters import FIRST_THREE
from firstfoot.web.public.caching import kept_until_changed
from firstfoot.web.public.cards import cards_of
from firstfoot.web.public.views.projects import list_version

NEWEST = 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, how it goes, and the newest projects; on a demo three ways to walk in."""
    view = _page if settings.DEMO else kept_until_changed(list_version)(_page)
    return view(request)


def _page(request: HttpRequest) -> HttpResponse:
    newest = open_projects(request.user).order_by(*SORTS["new"])[:NEWEST]
    return render(request, "public/home.html", {"cards": cards_of(newest), "starters": FIRST_THREE})

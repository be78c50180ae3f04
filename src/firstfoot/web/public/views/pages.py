"""Pages that say the same to everyone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.market.matching.weights import PUBLIC, VERSION
from firstfoot.market.projects.starters import FIRST_THREE
from firstfoot.market.suggestions.queries import are_made
from firstfoot.market.vocabulary.queries import sources_imported
from firstfoot.web.public.caching import kept_until_changed
from firstfoot.web.shared.feature_words import FEATURES, weight_text
from firstfoot.web.shared.playbook import OPTIONS, PLAYS


def _same(request: HttpRequest) -> str:
    return "page"


@require_safe
@kept_until_changed(_same)
def example(request: HttpRequest) -> HttpResponse:
    """A finished engagement, from brief to what came next."""
    return render(request, "public/example.html")


@require_safe
@kept_until_changed(_same)
def for_hosts(request: HttpRequest) -> HttpResponse:
    """What a host gets, what it asks of them, what it costs."""
    return render(request, "public/for_hosts.html", {"starters": FIRST_THREE})


@require_safe
@kept_until_changed(_same)
def playbook(request: HttpRequest) -> HttpResponse:
    """What each side can say and do in eight situations."""
    plays = [(play, [OPTIONS[code] for code in play.options]) for play in PLAYS]
    return render(request, "public/playbook.html", {"plays": plays})


@require_safe
@kept_until_changed(_same)
def how_it_works(request: HttpRequest) -> HttpResponse:
    """The six steps, for both sides."""
    return render(request, "public/how_it_works.html")


def _sources(request: HttpRequest) -> str:
    return f"{' '.join(sorted(sources_imported()))} {are_made()}"


@require_safe
@kept_until_changed(_sources)
def about(request: HttpRequest) -> HttpResponse:
    """How lists are made, by which weights, and the notices that imported lists of skills ask for."""
    rows = [(name, weight_text(code, PUBLIC[VERSION])) for code, name in FEATURES.items()] if are_made() else []
    return render(request, "public/about.html", {"sources": sources_imported(), "rows": rows, "version": VERSION})


@require_safe
@kept_until_changed(_same)
def terms(request: HttpRequest) -> HttpResponse:
    """What people agree to when they join."""
    return render(request, "public/terms.html")


@require_safe
@kept_until_changed(_same)
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, who sees it, and for how long."""
    return render(request, "public/privacy.html")


@require_safe
@kept_until_changed(_same)
def help_page(request: HttpRequest) -> HttpResponse:
    """Short answers, and whom to ask."""
    return render(request, "public/help.html")

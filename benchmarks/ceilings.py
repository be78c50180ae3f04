"""The ceiling views: the least that a page of this kind can cost with this framework, kept beside the pages."""

from __future__ import annotations

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

from firstfoot.market.applications.queries import board_rows
from firstfoot.market.projects import queries
from firstfoot.market.projects.facets import facets_of
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.narrowing import SORTS, Filters
from firstfoot.web.hosts.board import board_of
from firstfoot.web.public.cards import key_of
from firstfoot.web.public.finding import PAGE
from firstfoot.work.engagements.queries import engagements_visible_to


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello", content_type="text/plain")


def first_page() -> list[object]:
    """The rows of the first page of the list."""
    return list(queries.open_projects().order_by(*SORTS["new"])[:PAGE])


def kept_facets() -> object:
    """What the filters offer, counted once."""
    return caches["cards"].get_or_set("bench:facets", lambda: facets_of(queries.open_projects(), Filters()))


def browse(request: HttpRequest) -> HttpResponse:
    """The rows, their cards as the cache has them, and the facets, in the site's empty page."""
    page = first_page()
    cards = caches["cards"].get_many([key_of(project) for project in page])
    facets = kept_facets()
    return render(request, "bench/page.html", {"parts": list(cards.values()), "facets": facets})


def browse_cold(request: HttpRequest) -> HttpResponse:
    """The rows and a template for each, with nothing kept, in the site's empty page."""
    card = get_template("public/project_card.html")
    facets = kept_facets()
    return render(
        request,
        "bench/page.html",
        {"parts": [card.render({"p": project}) for project in first_page()], "facets": facets},
    )


def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """The project, its brief as data, and the templates that show it, in the site's empty page."""
    found = queries.project_by_link(public_id, None)
    assert found is not None
    context = {"project": found, "brief": queries.current_brief(found), "organization": found.organization}
    parts = [
        get_template(f"public/{name}.html").render({**context, "supervisor": found.supervisor}, request)
        for name in ("brief_glance", "brief_body")
    ]
    return render(request, "bench/page.html", {"parts": parts})


def engagements(request: HttpRequest) -> HttpResponse:
    """A person's engagements as one query and one line each, in the site's empty page."""
    rows = list(engagements_visible_to(request.user)[:20])  # type: ignore[arg-type]
    return render(request, "bench/page.html", {"parts": [row.title for row in rows]})


def page(request: HttpRequest) -> HttpResponse:
    """The site's empty page."""
    return render(request, "bench/page.html", {})


def board(request: HttpRequest, public_id: str) -> HttpResponse:
    """The rows of a review board in one query, and their cards as the cache has them, in the site's empty page."""
    project = Project.objects.get(public_id=public_id)
    rows = board_rows(project, request.user)  # type: ignore[arg-type]
    cards = caches["cards"].get_many([f"bench:{row.pk}" for row in rows])
    if not cards:
        made = board_of(project, request.user, may_answer=True, may_offer=True)
        every = [card for column in made.columns.values() for card in column]
        cards = {f"bench:{row.pk}": card for row, card in zip(rows, every, strict=True)}
        caches["cards"].set_many(cards)
    return render(request, "bench/page.html", {"parts": list(cards.values())})

"""The list of open projects: search, filters, pages."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from firstfoot.kernel import clock
from firstfoot.market.projects import queries
from firstfoot.web.public.caching import kept_by_visitors
from firstfoot.web.public.cards import cards_of
from firstfoot.web.public.forms.filters import FilterForm
from firstfoot.web.shared.requests import partial, swaps

PAGE = 18


def list_version(request: HttpRequest) -> str:
    """What the list shows, in short: how many, and when one or its host last changed."""
    seen = (
        queries.open_projects()
        .order_by()
        .aggregate(n=Count("pk"), at=Max("updated_at"), host=Max("organization__version"))
    )
    return f"{seen['n']} {seen['at']} {seen['host']} {clock.today()}"


@require_safe
@kept_by_visitors(list_version)
def projects(request: HttpRequest) -> HttpResponse:
    """All that is open, narrowed by what the address says."""
    every = queries.open_projects()
    form = FilterForm(request.GET, queries.currencies_of(every))
    found = queries.filtered(every, form.filters()).order_by(*queries.SORTS[form.order])
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "page": page,
        "cards": cards_of(page),
        "total": page.paginator.count,
        "chips": form.chips(),
    }
    response = render(request, partial(request, "public/projects.html", "results"), context)
    if swaps(request):
        # The address without the filters that say nothing.
        response["HX-Push-Url"] = reverse("public:projects") + form.without().rstrip("?")
    return response

"""The list of open projects: search, filters, one stretch after the other."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from firstfoot.kernel import clock
from firstfoot.market.projects import queries
from firstfoot.web.public.caching import ShownRequest, kept_until_changed, moment, once_for, seen_by
from firstfoot.web.public.cards import cards_of
from firstfoot.web.public.forms.filters import FilterForm
from firstfoot.web.shared.keyset import count_up_to, stretch_of
from firstfoot.web.shared.requests import partial, swaps

PAGE = 18
MOST_COUNTED = 200  # beyond that a list says "more than"


def list_version(request: HttpRequest) -> str:
    """What the list shows, in short: when one of its projects or their hosts last changed, and the day."""
    return f"{moment(*queries.list_version())} {clock.today(queries.LAST_ZONE)}"


@require_safe
@kept_until_changed(list_version)
def projects(request: ShownRequest) -> HttpResponse:
    """All that is open, narrowed by what the address says."""
    every = queries.open_projects(request.user)
    total, currencies = _facets(request)
    form = FilterForm(request.GET, currencies)
    found = queries.filtered(every, form.filters())
    stretch = stretch_of(found, queries.SORTS[form.order], PAGE, request.GET)
    context = {
        "filters": form,
        "stretch": stretch,
        "cards": cards_of(stretch),
        "total": count_up_to(found, MOST_COUNTED) if form.chips() else total,
        "most": MOST_COUNTED,
        "chips": form.chips(),
        "is_narrowed": form.is_narrowed,
    }
    response = render(request, partial(request, "public/projects.html", "results"), context)
    if swaps(request):
        # The address without the filters that say nothing.
        response["HX-Push-Url"] = reverse("public:projects") + form.without().rstrip("?")
    return response


def _facets(request: ShownRequest) -> tuple[int, list[str]]:
    """How many are open in all, and the currencies they pay in: looked up once for each version of the list."""

    def look() -> tuple[int, list[str]]:
        every = queries.open_projects(request.user)
        return count_up_to(every, MOST_COUNTED), queries.currencies_of(every)

    return once_for("facets", seen_by(request, request.shown), look)

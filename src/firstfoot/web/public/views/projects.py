"""The list of open projects: search, filters, one stretch after the other."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from firstfoot.kernel import clock
from firstfoot.market.projects import queries
from firstfoot.market.projects.search import MOST_FOUND
from firstfoot.web.public.caching import ShownRequest, kept_until_changed, moment
from firstfoot.web.public.cards import cards_of
from firstfoot.web.public.finding import AS_TYPED, find
from firstfoot.web.public.forms.filters import FilterForm
from firstfoot.web.public.forms.searches import SearchForm
from firstfoot.web.shared.requests import partial, swaps


def list_version(request: HttpRequest) -> str:
    """What the list shows, in short: when one of its projects or their hosts last changed, and the day."""
    return f"{moment(*queries.list_version())} {clock.today(queries.LAST_ZONE)}"


@require_safe
@kept_until_changed(list_version)
def projects(request: ShownRequest) -> HttpResponse:
    """All that is open, narrowed by what the address says."""
    form = FilterForm(request.GET, request.user.time_zone if request.user.is_authenticated else "UTC")
    found = find(request, form)
    context = {
        "filters": form,
        "found": found,
        "stretch": found.stretch,
        "cards": cards_of(found.stretch),
        "total": found.total,
        "most": MOST_FOUND,
        "chips": form.chips(),
        "is_narrowed": form.is_narrowed,
        "swaps": swaps(request),
        "query": form.without(),
        "saving": SearchForm(initial={"name": form.as_name}, auto_id="save_%s"),
        "as_typed": form.without(**{AS_TYPED: "1"}),
        "as_offered": form.without(q=found.maybe),
    }
    response = render(request, partial(request, "public/projects.html", "results"), context)
    if swaps(request):
        # The address without the filters that say nothing.
        response["HX-Push-Url"] = reverse("public:projects") + form.without().rstrip("?")
    return response

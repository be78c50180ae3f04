"""What the list of projects answers to an address: a stretch of it, counts, and what was meant by a mistyped word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from firstfoot.kernel import clock
from firstfoot.market.projects.facets import Facets, facets_of
from firstfoot.market.projects.narrowing import Filters, narrowed
from firstfoot.market.projects.queries import open_projects
from firstfoot.market.projects.search import corrected
from firstfoot.web.public.caching import ShownRequest, once_for, seen_by
from firstfoot.web.public.forms.filters import FilterForm
from firstfoot.web.shared.keyset import Stretch, stretch_of

PAGE = 18
LITTLE = 2  # results at most for which other words are offered
AS_TYPED = "exact"  # in an address: search for just that


@dataclass(frozen=True, slots=True)
class Found:
    """One page of the list. `meant` is what was searched for instead, `maybe` what could be meant as well."""

    stretch: Stretch[Any]
    facets: Facets
    meant: str = ""
    maybe: str = ""

    @property
    def total(self) -> int:
        return self.facets.total


def find(request: ShownRequest, form: FilterForm) -> Found:
    """The page that the address asks for; where nothing has the words, that of the nearest known ones."""
    filters = form.filters()
    facets = facets_for(request, filters)
    meant = maybe = ""
    if filters.words and facets.total <= LITTLE and AS_TYPED not in request.GET:
        better = replace(filters, words=corrected(filters.words))
        if better.words and (more := facets_for(request, better)).total > facets.total:
            if facets.total:
                maybe = better.words
            else:
                meant, filters, facets = better.words, better, more
    form.offer(facets.counts)
    list_ = narrowed(open_projects(request.user), filters, form.order)
    stretch = stretch_of(list_.rows, list_.order, PAGE, request.GET, anchors=list_.anchors)
    return Found(stretch, facets, meant, maybe)


def facets_for(request: ShownRequest, filters: Filters) -> Facets:
    """Counted once for each version of the list."""
    shown = seen_by(request, f"{request.shown} {clock.today()} {filters}")
    return once_for("facets", shown, lambda: facets_of(open_projects(request.user), filters))

"""All that a person applied to: what is theirs to do, what waits, what ended."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.market.applications.queries import applications_of
from firstfoot.market.applications.states import ApplicationState
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.talent.words import standing_of

S = ApplicationState
_MINE, _WAITING = (S.OFFERED, S.DRAFT), (S.SUBMITTED, S.SHORTLISTED)
PAGE = 20


@require_safe
@login_required
def applications(request: PersonRequest) -> HttpResponse:
    """Three groups; only the ended ones come in pages."""
    everything = applications_of(request.user)
    live = list(everything.filter(state__in=[*_MINE, *_WAITING]))
    ended = Paginator(everything.exclude(state__in=[*_MINE, *_WAITING]), PAGE).get_page(request.GET.get("page"))
    mine = sorted((a for a in live if a.state in _MINE), key=lambda a: a.state != S.OFFERED)
    context = {
        "mine": [(a, standing_of(a)) for a in mine],
        "waiting": [(a, standing_of(a)) for a in live if a.state in _WAITING],
        "ended": [(a, standing_of(a)) for a in ended],
        "page": ended,
    }
    return render(request, "talent/applications.html", context)

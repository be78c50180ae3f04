"""Reactions that were tried as often as we try: what they were, why they failed, once more."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.reactions.runs import dead_runs, run_again
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required

PAGE = 25


@steward_required
@require_safe
def runs(request: PersonRequest) -> HttpResponse:
    """The stuck ones, newest first."""
    page = Paginator(dead_runs(), PAGE).get_page(request.GET.get("page"))
    return render(request, "stewards/runs.html", {"page": page})


@steward_required
@require_POST
def again(request: PersonRequest) -> HttpResponse:
    """Put one back into the queue; the form names it by its fact and reaction."""
    named = {"fact__hash": request.POST.get("fact", ""), "reaction": request.POST.get("reaction", "")}
    run = get_object_or_404(dead_runs(), **named)
    run_again(run_id=run.pk, actor=request.user)
    messages.success(request, _("It is back in the queue and is tried within a minute."))
    return redirect("stewards:runs")

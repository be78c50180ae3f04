"""How to supervise a short project: all six cards on one page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.reactions.supervising import CARDS
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_safe
def supervising(request: PersonRequest) -> HttpResponse:
    """The cards in the order of their moments; also those that were put away."""
    return render(request, "hosts/supervising.html", {"cards": CARDS})

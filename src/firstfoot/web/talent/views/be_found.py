"""Whether hosts find one in their list, what they would see, and how to leave it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.market.applications.pseudonyms import BEINGS, COLORS
from firstfoot.market.matching.sourcing import Chip
from firstfoot.market.sourcing.actions import join_list, leave_list
from firstfoot.market.sourcing.queries import hours_of, is_listed, period_now, preview_of, wants_no_invitations
from firstfoot.market.suggestions.queries import are_made
from firstfoot.web.shared.found_words import HOURS, Card, languages_in_words, names_for, said_chips
from firstfoot.web.shared.requests import PersonRequest

EXAMPLE = f"{COLORS[9]} {BEINGS[47]}"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def be_found(request: PersonRequest) -> HttpResponse:
    """There only while the list is on. POST joins or leaves; leaving works from the next request on."""
    if period_now() is None:
        raise Http404
    if request.method == "POST":
        if request.POST.get("do") == "leave":
            leave_list(actor=request.user)
            messages.success(request, _("You are no longer on the list."))
        elif request.POST.get("do") == "join":
            join_list(actor=request.user)
            messages.success(request, _("Hosts may find you now. You can leave here at any time."))
        return redirect("talent:be_found")
    seeker = preview_of(request.user)
    chips = tuple(Chip(claim.skill, claim.level, claim.evidence) for claim in seeker.claims)
    context = {
        "is_listed": is_listed(request.user),
        "wants_none": wants_no_invitations(request.user),
        "has_lists": are_made(),
        "card": Card(
            EXAMPLE, said_chips(chips, names_for(chips)), HOURS[hours_of(seeker)],
            languages_in_words(sorted(seeker.languages)),
        ),
    }  # fmt: skip
    return render(request, "talent/be_found.html", context)

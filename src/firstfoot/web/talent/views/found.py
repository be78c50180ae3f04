"""Skills out of a pasted text: found, shown with where they stand, and added one by one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.market.skills import found_in
from firstfoot.market.talent.actions import save_profile
from firstfoot.market.talent.queries import claims_of
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.talent.forms.found import ChosenForm, TextForm, offered, room_beside


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def found(request: PersonRequest) -> HttpResponse:
    """The text is posted and answered, never stored; what is ticked is claimed."""
    if request.method != "POST":
        return _page(request, TextForm())
    if request.POST.get("do") == "add":
        return _add(request)
    form = TextForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    return _page(request, form, **_offer(request, form))


def _add(request: PersonRequest) -> HttpResponse:
    claims = claims_of(request.user)
    form = ChosenForm(request.POST, words=request.POST.getlist("words"), claims=claims)
    if not form.is_valid():
        text = TextForm(request.POST)
        more = _offer(request, text) if text.is_valid() else {}
        return _page(request, text, errors=form.errors["words"], status=422, **more)
    words = form.cleaned_data["words"]
    save_profile(actor=request.user, skills=[*(claim.words for claim in claims), *words])
    messages.success(request, _("Added: %(skills)s.") % {"skills": ", ".join(words)})
    return redirect("talent:profile")


def _offer(request: PersonRequest, form: TextForm) -> dict[str, Any]:
    """What the text names that the profile does not say."""
    claims, text = claims_of(request.user), form.cleaned_data["text"]
    return {"offered": offered(text, found_in(text), claims), "room": room_beside(claims), "looked": True}


def _page(request: PersonRequest, form: TextForm, status: int = 200, **more: Any) -> HttpResponse:
    return render(request, "talent/found.html", {"form": form, **more}, status=status)

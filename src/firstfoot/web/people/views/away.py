"""Times away: clocks skip them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from firstfoot.foundation.accounts.actions import add_away, remove_away
from firstfoot.foundation.accounts.queries import aways_of
from firstfoot.web.people.forms.settings import AwayForm
from firstfoot.web.people.views.settings import show
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_POST
def add(request: PersonRequest) -> HttpResponse:
    """Say that one is away."""
    form = AwayForm(request.POST, auto_id="away_%s")
    if not form.is_valid():
        return show(request, away=form)
    add_away(person_id=request.user.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Noted. Your deadlines skip these days."))
    return redirect("people:settings")


@login_required
@require_POST
def remove(request: PersonRequest, public_id: str) -> HttpResponse:
    """Take a time away back."""
    away = get_object_or_404(aways_of(request.user), public_id=public_id)
    remove_away(away_id=away.pk, actor=request.user)
    messages.success(request, _("Removed. Your deadlines count these days again."))
    return redirect("people:settings")

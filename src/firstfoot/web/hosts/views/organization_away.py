"""Closed days of an organization: its clocks skip them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from firstfoot.market.organizations.actions import add_organization_away, remove_organization_away
from firstfoot.market.organizations.queries import aways_of_organization, organizations_of
from firstfoot.web.hosts.forms.organization import ClosedDaysForm
from firstfoot.web.hosts.views.organization import show
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_POST
def add(request: PersonRequest, public_id: str) -> HttpResponse:
    """Say that the organization is closed."""
    found = get_object_or_404(organizations_of(request.user), public_id=public_id)
    form = ClosedDaysForm(request.POST, auto_id="away_%s")
    if not form.is_valid():
        return show(request, found, form)
    add_organization_away(organization_id=found.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Noted. Your deadlines skip these days."))
    return redirect("hosts:organization", found.public_id)


@login_required
@require_POST
def remove(request: PersonRequest, public_id: str, away_id: str) -> HttpResponse:
    """Take closed days back."""
    found = get_object_or_404(organizations_of(request.user), public_id=public_id)
    away = get_object_or_404(aways_of_organization(found), public_id=away_id)
    remove_organization_away(away_id=away.pk, actor=request.user)
    messages.success(request, _("Removed. Your deadlines count these days again."))
    return redirect("hosts:organization", found.public_id)

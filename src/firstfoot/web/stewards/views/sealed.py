"""Sealed agreements: a steward sees that they are there, and opens one with a reason."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from firstfoot.web.shared.confirming import confirmed
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.reason import SealForm
from firstfoot.work.engagements.actions import open_seal, sealed_agreements

PAGE = 25


@steward_required
@require_safe
def sealed(request: PersonRequest) -> HttpResponse:
    """All of them, the newest first, with who opened them and why."""
    found = sealed_agreements().prefetch_related("openings__steward")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "stewards/sealed.html", {"page": page, "form": SealForm()})


@steward_required
@require_POST
@confirmed
def unseal(request: PersonRequest, public_id: str) -> HttpResponse:
    """Show what was signed, this once; that it was opened and why stays on record."""
    found = get_object_or_404(sealed_agreements(), public_id=public_id)
    form = SealForm(request.POST)
    if not form.is_valid():
        page = Paginator(sealed_agreements().filter(pk=found.pk), PAGE).get_page(1)
        return render(request, "stewards/sealed.html", {"page": page, "form": form}, status=422)
    whole = open_seal(sealed_id=found.pk, reason=form.cleaned_data["reason"], actor=request.user)
    response = render(request, "stewards/unsealed.html", {"sealed": found, "whole": whole})
    response["Cache-Control"] = "private, no-store"
    return response

"""Credentials: what was given out, taking one back, and the keys that sign them."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.proof.credentials.actions import revoke_credential, rotate_key
from firstfoot.proof.credentials.queries import credentials_to_decide, signing_keys
from firstfoot.web.shared.confirming import confirmed, require_confirmed
from firstfoot.web.shared.credential_words import REASONS
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.credentials import RevokeForm

PAGE = 25


@steward_required
@require_safe
def credentials(request: PersonRequest) -> HttpResponse:
    """All of them, the newest first, and the keys."""
    page = Paginator(credentials_to_decide(request.user), PAGE).get_page(request.GET.get("page"))
    return render(request, "stewards/credentials.html", {"page": page, "keys": list(signing_keys()[:PAGE])})


@steward_required
@require_http_methods(["GET", "HEAD", "POST"])
def credential(request: PersonRequest, public_id: str) -> HttpResponse:
    """One of them; taking it back asks who it is once more."""
    found = get_object_or_404(credentials_to_decide(request.user), public_id=public_id)
    form = RevokeForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            require_confirmed(request)
            revoke_credential(credential_id=found.pk, reason=form.cleaned_data["reason"], actor=request.user)
            messages.success(request, _("Taken back. Its holder is told, and whoever checks it."))
            return redirect("stewards:credential", public_id)
        status = 422
    context = {"credential": found, "form": form, "why": REASONS.get(found.revoked_for, "")}
    return render(request, "stewards/credential.html", context, status=status)


@steward_required
@require_POST
@confirmed
def rotate(request: PersonRequest) -> HttpResponse:
    """Sign with a new key from now on."""
    rotate_key(actor=request.user)
    messages.success(request, _("New credentials are signed with a new key. What was signed before still verifies."))
    return redirect("stewards:credentials")

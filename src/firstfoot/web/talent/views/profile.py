"""The talent profile: shown, changed, and reused by every application."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.kernel.errors import Conflict
from firstfoot.market.sourcing.queries import period_now
from firstfoot.market.talent.actions import save_profile
from firstfoot.market.talent.queries import claims_of, profile_of
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.skill_words import said_claims
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.talent.forms.profile import ProfileForm


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def profile(request: PersonRequest) -> HttpResponse:
    """One form; `next` leads back to the application that asked for it."""
    onward = _onward(request)
    claims = claims_of(request.user)
    given = {"data": request.POST} if request.method == "POST" else {"initial": _initial(request)}
    form = ProfileForm(**given, claims=claims)
    if not form.is_bound or not form.is_valid():
        status = 422 if form.is_bound else 200
        links = {
            claim.shown_in: reverse("work:completion", args=[claim.shown_in]) for claim in claims if claim.shown_in
        }
        said = [(claim, form[f"level_{claim.public_id}"]) for claim in said_claims(claims, links)]
        context = {"form": form, "next": onward, "claims": said, "is_sourcing_on": period_now() is not None}
        return render(request, "talent/profile.html", context, status=status)
    try:
        save_profile(actor=request.user, seen=form.cleaned_data["seen"], levels=form.levels(), **form.values())
    except Conflict:
        return conflict(request, _said(form.values()), _said(_initial(request)), request.get_full_path())
    messages.success(request, _("Profile saved."))
    return redirect(onward or "talent:profile")


def _initial(request: PersonRequest) -> dict[str, Any]:
    found = profile_of(request.user)
    if found is None:
        return {}
    return {
        "headline": found.headline,
        "about": found.about,
        "skills": ", ".join(found.skills),
        "hours_a_week": found.hours_a_week,
        "wants": found.wants,
        "studies": found.studies,
        "city": found.city,
        "links": "\n".join(found.links),
        "helps": found.helps,
        "seen": found.version,
    }


def _said(values: dict[str, Any]) -> str:
    """The values as text, to be copied from."""
    texts = [", ".join(v) if isinstance(v, list) else str(v) for k, v in values.items() if v and k != "seen"]
    return "\n\n".join(texts)


def _onward(request: PersonRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next", "")
    return asked if url_has_allowed_host_and_scheme(asked, None) and asked.startswith("/talent/apply/") else ""

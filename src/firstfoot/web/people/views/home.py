"""The one address after sign-in: on to the desk where something waits."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from firstfoot.market.organizations.queries import organizations_of, organizations_waiting
from firstfoot.market.projects.queries import projects_to_review
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_safe
def home(request: PersonRequest) -> HttpResponse:
    """A steward with work to the steward's desk, a member to the host's, everyone else to their own."""
    if request.user.is_steward and (organizations_waiting().exists() or projects_to_review().exists()):
        return redirect("stewards:desk")
    if organizations_of(request.user).exists():
        return redirect("hosts:desk")
    return redirect("talent:desk")

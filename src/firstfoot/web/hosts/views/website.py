"""Asking for the check that a website belongs to its organization."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from firstfoot.market.organizations.actions import ask_for_website_check
from firstfoot.market.organizations.queries import organizations_of
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_POST
def check(request: PersonRequest, public_id: str) -> HttpResponse:
    """Have the website asked for the token; the answer stands on the page a moment later."""
    found = get_object_or_404(organizations_of(request.user), public_id=public_id)
    ask_for_website_check(organization_id=found.pk, actor=request.user)
    messages.success(request, _("We ask your website now. Look at this page again in a minute."))
    return redirect("hosts:organization", found.public_id)

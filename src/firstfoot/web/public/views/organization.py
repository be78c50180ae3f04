"""The public page of a host: who they are, how work feels there, what is open."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from firstfoot.insights.promises import promises_of
from firstfoot.market.organizations.queries import organizations_visible_to, role_in
from firstfoot.market.projects.queries import open_projects_of
from firstfoot.proof.network.queries import how_many_alumni
from firstfoot.web.public.cards import cards_of
from firstfoot.web.public.organization_words import answer_rate, felt_lines, kind_and_size

MOST = 24


@require_safe
def organization(request: HttpRequest, public_id: str) -> HttpResponse:
    """Verified ones to all; the others to their own people and stewards."""
    reader: Any = request.user if request.user.is_authenticated else None
    found = get_object_or_404(organizations_visible_to(reader), public_id=public_id)
    context = {
        "organization": found,
        "what": kind_and_size(found),
        "is_member": reader is not None and role_in(reader.pk, found.pk) is not None,
        "rate": answer_rate(found),
        "kept": (kept := promises_of(found)),
        "felt": felt_lines(kept),
        "alumni": how_many_alumni(found),
        "cards": cards_of(open_projects_of(found)[:MOST]),
    }
    return render(request, "public/organization.html", context)

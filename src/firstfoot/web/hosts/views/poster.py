"""A poster of one project for a wall: as a page to print, and as PDF."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from firstfoot.kernel import clock
from firstfoot.market.projects import queries
from firstfoot.market.projects.brief import BY_ADDRESS
from firstfoot.web.hosts.poster_words import facts_of
from firstfoot.web.shared.paper.press import Poster, poster_of
from firstfoot.web.shared.paper.printing import file_name
from firstfoot.web.shared.qr import qr_svg
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_safe
def poster(request: PersonRequest, public_id: str) -> HttpResponse:
    """Any member prints it, once the project may be read by whoever has its address."""
    return render(request, "hosts/poster.html", _context(request, public_id))


@login_required
@require_safe
def poster_pdf(request: PersonRequest, public_id: str) -> HttpResponse:
    """The same as one A4 page."""
    said = _context(request, public_id)
    brief = said["brief"]
    printed = poster_of(
        Poster(
            title=brief.title,
            language=(get_language() or "en").split("-")[0],
            direction="rtl" if get_language_bidi() else "ltr",
            site=settings.SITE_NAME,
            address=said["address"],
            dated=clock.now(),
            host=said["project"].organization.name,
            lead=brief.outcome,
            facts=said["facts"],
            code=said["code"],
            code_says=said["code_says"],
            call=_("Apply with your phone"),
            how=_("Point your camera at the code, or type the address."),
            foot=_("%(site)s: short, paid projects that get your first foot in the door.")
            % {"site": settings.SITE_NAME},
        )
    )
    answer = HttpResponse(printed, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{file_name(brief.title)}-poster.pdf"'
    return answer


def _context(request: PersonRequest, public_id: str) -> dict[str, Any]:
    project = get_object_or_404(queries.hosted_projects(request.user), public_id=public_id)
    if not project.brief_number or project.visibility not in BY_ADDRESS:
        raise Http404
    brief = queries.current_brief(project)
    address = f"{settings.SITE_URL}{reverse('public:project', args=[project.public_id])}"
    says = _("QR code that leads to %(address)s") % {"address": address}
    return {
        "project": project,
        "brief": brief,
        "facts": facts_of(brief),
        "address": address,
        "code": mark_safe(qr_svg(address, escape(says))),  # noqa: S308  # drawn here, its label escaped
        "code_says": says,
    }

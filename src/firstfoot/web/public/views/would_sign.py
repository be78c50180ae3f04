"""What an intern of a project would sign: the agreement as the brief makes it, read before applying."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from firstfoot.kernel import clock
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.market.projects import queries
from firstfoot.web.public.caching import kept_until_changed
from firstfoot.web.public.views.project import project_version
from firstfoot.work.engagements.terms import Parties, compose, first_day, terms_from_brief


@require_safe
@kept_until_changed(project_version)
def would_sign(request: HttpRequest, public_id: str) -> HttpResponse:
    """The whole text with "the intern" for a name; the days are those of a start as soon as can be."""
    found = queries.project_by_link(public_id, request.user)
    if found is None:
        raise Http404
    brief = queries.current_brief(found)
    return render(request, "public/would_sign.html", {"project": found, "brief": brief, **_text(found, brief)})


def _text(project: Any, brief: Any) -> dict[str, Any]:
    host = project.organization
    workdays = workdays_of_organization(host)
    start_on = first_day(brief, clock.today(workdays.zone), workdays.is_workday)
    guide = project.supervisor.name if project.supervisor else _("The supervisor")
    terms = terms_from_brief(brief, Parties(host.name, _("The intern"), guide), start_on)
    return {"sections": compose(terms)["sections"], "start_on": start_on}

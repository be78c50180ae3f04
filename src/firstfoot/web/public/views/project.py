"""The public page of one project: its brief, what is promised, and the way to apply."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.kernel import clock
from firstfoot.market.applications.queries import applications_to, live_application
from firstfoot.market.organizations.queries import role_in, workdays_of_organization
from firstfoot.market.projects import queries
from firstfoot.web.public.caching import kept_by_visitors
from firstfoot.web.public.cards import cards_of
from firstfoot.web.public.organization_words import answer_rate

ANSWER_DAYS = 5  # business days until the first answer
OTHERS = 3


def project_version(request: HttpRequest, public_id: str) -> str:
    """What the page shows to a visitor, in short."""
    found = queries.project_by_link(public_id, None)
    if found is None:
        return "none"
    applied = applications_to(found).order_by().count()
    others = queries.open_projects().order_by("-published_at").values_list("public_id", "version")[: OTHERS + 1]
    return f"{found.version} {found.organization.version} {found.updated_at} {applied} {list(others)} {clock.today()}"


@require_safe
@kept_by_visitors(project_version)
def project(request: HttpRequest, public_id: str) -> HttpResponse:
    """Open to whoever may know of it; 404 to everyone else."""
    found = queries.project_by_link(public_id, request.user)
    if found is None:
        raise Http404
    host = found.organization
    context = {
        "project": found,
        "brief": queries.current_brief(found),
        "organization": host,
        "rate": answer_rate(host),
        "supervisor": found.supervisor,
        "applied": applications_to(found).order_by().count(),
        "answers_by": workdays_of_organization(host).after(clock.now(), ANSWER_DAYS),
        "is_open": queries.is_taking_applications(found) and not found.is_filled,
        "others": cards_of(_others(found)),
        **_own(request, found),
    }
    return render(request, "public/project.html", context)


def _others(project: Any) -> list[Any]:
    """Other open projects: those of the same kind first."""
    rest = queries.open_projects().exclude(pk=project.pk)
    alike = list(rest.filter(category=project.category).order_by("-published_at", "-id")[:OTHERS])
    if len(alike) < OTHERS:
        more = rest.exclude(pk__in=[p.pk for p in alike]).order_by("-published_at", "-id")
        alike += more[: OTHERS - len(alike)]
    return alike


def _own(request: HttpRequest, project: Any) -> dict[str, Any]:
    """What the reader has to do with it already."""
    if not request.user.is_authenticated:
        return {}
    is_member = role_in(request.user.pk, project.organization_id) is not None
    return {"is_member": is_member, "own": None if is_member else live_application(request.user, project.pk)}

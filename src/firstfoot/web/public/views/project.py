"""The public page of one project: its brief, what is promised, and the way to apply."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.kernel import clock
from firstfoot.market.applications.queries import applied_to, live_application
from firstfoot.market.organizations.queries import role_in, workdays_of_organization
from firstfoot.market.projects import queries
from firstfoot.market.projects.narrowing import SORTS
from firstfoot.market.projects.overlap import shared_hours
from firstfoot.market.suggestions.queries import are_made
from firstfoot.web.public.caching import kept_until_changed, once_for, seen_by
from firstfoot.web.public.cards import cards_of
from firstfoot.web.public.forms.ask import AskForm
from firstfoot.web.public.organization_words import answer_rate
from firstfoot.web.public.posting import as_script, job_posting
from firstfoot.web.public.views.projects import list_version
from firstfoot.web.shared.paper import on_paper

ANSWER_DAYS = 5  # business days until the first answer
OTHERS = 3
GONE = 410


def project_version(request: HttpRequest, public_id: str) -> str:
    """What a visitor sees, in short: the project and its host, who applied, the other projects, the hour."""
    row = queries.version_by_link(public_id)
    return f"{row} {applied_to(public_id)} {list_version(request)} {clock.now():%H}"


@require_safe
@kept_until_changed(project_version)
def project(request: HttpRequest, public_id: str) -> HttpResponse:
    """Open to whoever may know of it; 404 to everyone else."""
    found = queries.project_by_link(public_id, request.user)
    if found is None:
        raise Http404
    return project_page(request, found)


def project_page(request: HttpRequest, found: Any, status: int = 200, **more: Any) -> HttpResponse:
    """The page as it stands, with what the reader typed into it, if anything."""
    host, brief = found.organization, queries.current_brief(found)
    is_open = queries.is_taking_applications(found) and not found.is_filled
    own = _own(request, found)
    if found.state == "closed" and not own.get("is_member") and not own.get("own"):
        status = max(status, GONE)  # search engines forget it; who reads on finds others like it below
    context = {
        "project": found,
        "has_errors": status >= 400 and status != GONE,
        "brief": brief,
        "organization": host,
        "rate": answer_rate(host),
        "supervisor": found.supervisor,
        "applied": applied_to(found.public_id),
        "answers_by": workdays_of_organization(host).after(clock.now(), ANSWER_DAYS),
        "is_open": is_open,
        "posting": as_script(job_posting(found, brief)) if is_open and found.visibility == "public" else "",
        "others": once_for(
            f"others:{found.pk}",
            seen_by(request, list_version(request)),
            lambda: cards_of(_others(request, found)),
        ),
        "shared_hours": _shared_hours(request, brief),
        **own,
        **more,
    }
    return render(request, "public/project.html", context, status=status)


project_pdf = on_paper(project)


def _others(request: HttpRequest, project: Any) -> list[Any]:
    """Other open projects: those of the same kind first."""
    rest = queries.open_projects(request.user).exclude(pk=project.pk)
    alike = list(rest.filter(category=project.category).order_by(*SORTS["new"])[:OTHERS])
    if len(alike) < OTHERS:
        more = rest.exclude(pk__in=[p.pk for p in alike]).order_by(*SORTS["new"])
        alike += more[: OTHERS - len(alike)]
    return alike


def _shared_hours(request: HttpRequest, brief: Any) -> int | None:
    """Whole working hours that the clock of the brief has in common with the reader's; none for a visitor."""
    if not request.user.is_authenticated or not brief.time_zone:
        return None
    return int(shared_hours(brief.time_zone, request.user.time_zone, clock.today()))


def _own(request: HttpRequest, project: Any) -> dict[str, Any]:
    """What the reader has to do with it already."""
    if not request.user.is_authenticated:
        return {}
    if role_in(request.user.pk, project.organization_id) is not None:
        return {"is_member": True}
    asked = getattr(project, "asked", None)
    own = live_application(request.user, project.pk)
    return {"own": own, "asked": asked, "ask": None if asked else AskForm(), "has_fit": are_made()}

"""People who agreed to be found and whose skills a project asks for: in three bands, by lot within each."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.aliases import aliases_of
from firstfoot.market.applications.queries import why_not_invited_to
from firstfoot.market.projects import queries
from firstfoot.market.sourcing.actions import draw_list, invite_from_list
from firstfoot.market.sourcing.limits import A_BAND, LOOKED_AT, MOST_A_DAY
from firstfoot.market.sourcing.policies import may_read_list
from firstfoot.market.sourcing.queries import Shown, list_of, period_now, shown_in
from firstfoot.web.shared.found_words import BANDS, HOURS, Card, languages_in_words, names_for, said_chips
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest, partial


@login_required
@require_safe
def found_people(request: PersonRequest, public_id: str) -> HttpResponse:
    """Today's list, as it was drawn; where it was not drawn yet, the page asks for it by itself."""
    project, period = _project(request, public_id)
    return _page(request, project, period)


@login_required
@require_POST
def draw(request: PersonRequest, public_id: str) -> HttpResponse:
    """Draw the list of this day."""
    project, _period = _project(request, public_id)
    draw_list(project_id=project.pk, actor=request.user)
    return redirect("hosts:found_people", public_id)


@login_required
@require_POST
def invite(request: PersonRequest, public_id: str, alias: str) -> HttpResponse:
    """Invite one of them to apply."""
    project, period = _project(request, public_id)
    if not aliases_of(project, [alias]).exists():
        raise Http404
    try:
        invite_from_list(project_id=project.pk, alias=alias, actor=request.user)
    except (Conflict, LimitReached) as refusal:
        return _page(request, project, period, refused=reason(refusal), status=refusal.status)
    messages.success(request, _("Invited. If they apply, you will see them among the applicants."))
    return redirect("hosts:found_people", public_id)


def _project(request: PersonRequest, public_id: str) -> tuple[Any, int]:
    """The project, while the list is on and the reader may look for people for it."""
    project = get_object_or_404(queries.hosted_projects(request.user), public_id=public_id)
    period = period_now()
    if period is None:
        raise Http404
    require(may_read_list(request.user, project))
    if code := why_not_invited_to(project):
        raise Conflict(code)
    return project, period


def _page(request: PersonRequest, project: Any, period: int, *, refused: str = "", status: int = 200) -> HttpResponse:
    drawn = list_of(project)
    people = shown_in(drawn, project, period) if drawn is not None else []
    context = {
        "project": project,
        "drawn": drawn,
        "bands": _bands(people),
        "count": len(people),
        "refused": refused,
        "has_errors": bool(refused),
        "limits": {"looked_at": LOOKED_AT, "a_band": A_BAND, "a_day": MOST_A_DAY},
    }
    template = partial(request, "hosts/found_people.html", "list")
    response = render(request, template, context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


def _bands(people: list[Shown]) -> list[dict[str, Any]]:
    names = names_for(chip for one in people for chip in one.chips)
    cards: dict[str, list[Card]] = {band: [] for band in BANDS}
    for one in people:
        card = Card(
            one.alias.name, said_chips(one.chips, names), HOURS[one.hours], languages_in_words(one.languages),
            one.alias.public_id, one.is_invited,
        )  # fmt: skip
        cards[one.band].append(card)
    return [
        {"code": band.value, "title": title, "text": text, "cards": cards[band]}
        for band, (title, text) in BANDS.items()
        if cards[band]
    ]

"""What comes next: said by the host, answered by the intern."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.kernel.verdict import require
from firstfoot.market.projects.policies import may_repeat
from firstfoot.market.projects.queries import is_over
from firstfoot.proof.network.queries import to_ask_beside
from firstfoot.proof.pathways.actions import answer_pathway, offer_pathway
from firstfoot.proof.pathways.policies import offering
from firstfoot.proof.pathways.queries import asks, is_waiting, pathway_of
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.forms.closing import PathwayForm
from firstfoot.web.work.words import PATHWAY, PATHWAYS
from firstfoot.web.work.workspace import Turn, Workspace, open_workspace, work_page

_AFTER_WORK = ("closing", "completed", "ended_early")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def pathway(request: PersonRequest, public_id: str) -> HttpResponse:
    """Say what comes next, or read it."""
    ws = open_workspace(request, public_id)
    if request.method != "POST":
        return _page(request, ws, PathwayForm())
    require(offering(ws.standing))
    form = PathwayForm(request.POST)
    if not form.is_valid():
        return _page(request, ws, form, 422)
    offer_pathway(engagement_id=ws.engagement.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Said. %(who)s reads it now.") % {"who": ws.other})
    return redirect("work:pathway", public_id)


@login_required
@require_POST
def answer(request: PersonRequest, public_id: str) -> HttpResponse:
    """The intern's yes or no."""
    ws = open_workspace(request, public_id)
    offer = pathway_of(ws.engagement)
    if offer is None:
        raise Http404
    accept = request.POST.get("answer") == "yes"
    answer_pathway(offer_id=offer.pk, accept=accept, actor=request.user)
    messages.success(request, _("Said yes. Write to each other to fix a day.") if accept else _("Said no, thank you."))
    return redirect("work:pathway", public_id)


def _page(request: PersonRequest, ws: Workspace, form: PathwayForm, status: int = 200) -> HttpResponse:
    offer = pathway_of(ws.engagement)
    after = ws.engagement.state in _AFTER_WORK and ws.has_started
    may_say = offer is None and after and bool(offering(ws.standing))
    context = {
        "offer": offer,
        "words": PATHWAYS[offer.kind] if offer else "",
        "badge": PATHWAY[offer.state] if offer and asks(offer) else None,
        "waits": bool(offer and is_waiting(offer)),
        "form": form if may_say else None,
        "to_ask": to_ask_beside(request.user, ws.engagement) if offer and after else [],
        "may_repeat": _may_repeat(request, ws, offer),
        "turn": _turn(ws, offer, may_say=may_say),
    }
    return work_page(request, ws, "pathway", "closing", status, **context)


def _may_repeat(request: PersonRequest, ws: Workspace, offer: Any) -> bool:
    """The host writes the next project from this one, once the intern said yes to it."""
    agreed = offer is not None and offer.kind == "again" and offer.state == "accepted"
    project = ws.engagement.project
    return agreed and not ws.is_intern and is_over(project) and bool(may_repeat(request.user, project))


def _turn(ws: Workspace, offer: Any, *, may_say: bool) -> Turn | None:
    if may_say:
        return Turn(_("Say what comes next for %(who)s") % {"who": ws.other}, True)
    if offer is None or not is_waiting(offer):
        return None
    if ws.is_intern:
        return Turn(_("Say yes or no"), True, offer.expires_at)
    return Turn(_("%(who)s answers") % {"who": ws.other}, False, offer.expires_at)

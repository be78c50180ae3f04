"""Being stuck, and agreeing on a change of course."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.web.shared.playbook import OPTIONS, PLAY, PLAYS, Option, Play
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.work.forms.check_ins import ROWS, CorrectionForm, StuckForm
from firstfoot.web.work.words import CAUSES, CORRECTION, SIDES
from firstfoot.web.work.workspace import Turn, Workspace, open_workspace, seen_in, work_page
from firstfoot.work.engagements.actions import agree_correction, close_correction, propose_correction, report_stuck
from firstfoot.work.engagements.queries import correction_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def stuck(request: PersonRequest, public_id: str) -> HttpResponse:
    """Choose what is in the way, read what helps, and say it, on any day."""
    ws = open_workspace(request, public_id)
    play = PLAY.get(request.POST.get("situation") or request.GET.get("situation", ""))
    first = {"situation": play.code if play else ""}
    form = StuckForm(request.POST if request.method == "POST" else None, initial=first)
    if not form.is_valid():
        context = {"form": form, "plays": PLAYS, **_help(ws, play)}
        return work_page(request, ws, "stuck", "check_ins", 422 if form.is_bound else 200, **context)
    opened = report_stuck(engagement_id=ws.engagement.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Said. Now write down together what to do about it."))
    return redirect("work:correction", public_id, opened.public_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: PersonRequest, public_id: str, correction_id: str) -> HttpResponse:
    """Read what is in the way, write down what to do."""
    ws = open_workspace(request, public_id)
    thing = _thing(ws, correction_id)
    if request.method != "POST":
        return _page(request, ws, thing, CorrectionForm(initial=_standing(ws, thing)))
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return _page(request, ws, thing, form, 422)
    try:
        propose_correction(
            correction_id=thing.pk, seen=form.cleaned_data["seen"], what=form.cleaned_data["what"],
            actions=form.actions(), actor=request.user,
        )  # fmt: skip
    except Conflict as refused:
        if refused.code not in ("changed", "already_agreed"):
            raise
        mine = [form.cleaned_data["what"], *(action["text"] for action in form.actions())]
        theirs = [thing.what, *(action.text for action in thing.actions.all())]
        return conflict(request, "\n".join(mine), "\n".join(theirs), request.path)
    messages.success(request, _("Proposed. The other side agrees or writes it anew."))
    return redirect("work:correction", public_id, correction_id)


@login_required
@require_POST
def agree(request: PersonRequest, public_id: str, correction_id: str) -> HttpResponse:
    """Agree to what the other side wrote."""
    ws = open_workspace(request, public_id)
    agree_correction(correction_id=_thing(ws, correction_id).pk, seen=seen_in(request), actor=request.user)
    messages.success(request, _("Agreed."))
    return redirect("work:correction", public_id, correction_id)


@login_required
@require_POST
def close(request: PersonRequest, public_id: str, correction_id: str) -> HttpResponse:
    """Say that it is settled."""
    ws = open_workspace(request, public_id)
    close_correction(correction_id=_thing(ws, correction_id).pk, actor=request.user)
    messages.success(request, _("Settled."))
    return redirect("work:check_ins", public_id)


def _thing(ws: Workspace, correction_id: str) -> Any:
    thing = correction_of(ws.engagement, correction_id)
    if thing is None:
        raise Http404
    return thing


def _help(ws: Workspace, play: Play | None) -> dict[str, Any]:
    """What the playbook says to the reader's side, and the ways out that are open to them."""
    if play is None:
        return {}
    other = "host" if ws.is_intern else "intern"
    options = [{"option": OPTIONS[code], "url": _url_of(ws, OPTIONS[code])} for code in play.options]
    return {"play": play, "own": play.script(ws.side), "others": play.script(other), "options": options}


def _url_of(ws: Workspace, option: Option) -> str:
    """Where the reader does it; empty where it is written as a step, or is another's to do."""
    may = {"amend": ws.standing.sign(), "supervisor": ws.standing.staff(), "end": ws.standing.party()}
    if not option.page or not may[option.page] or not ws.is_live:
        return ""
    try:
        return reverse(f"work:{option.page}", args=[ws.engagement.public_id])
    except NoReverseMatch:
        return ""


def _standing(ws: Workspace, thing: Any) -> dict[str, Any]:
    """What is written, or the first steps of the playbook where nothing is."""
    initial: dict[str, Any] = {"seen": thing.version, "what": thing.what}
    play = PLAY.get(thing.cause)
    if play and not thing.proposed_side:
        week = workdays_of_organization(ws.engagement.organization)
        for row, step in enumerate(play.steps[:ROWS]):
            due = week.date_of(week.after(clock.now(), step.days))
            initial |= {f"text_{row}": step.text, f"owner_{row}": step.side, f"due_{row}": due}
    for row, action in enumerate(list(thing.actions.all())[:ROWS]):
        initial |= {f"text_{row}": action.text, f"owner_{row}": action.owner_side, f"due_{row}": action.due_on}
    return initial


def _page(request: PersonRequest, ws: Workspace, thing: Any, form: CorrectionForm, status: int = 200) -> HttpResponse:
    may_move = bool(ws.standing.correct()) and ws.is_live
    proposed = bool(thing.proposed_side)
    context = {
        "correction": thing,
        "badge": CORRECTION[thing.state],
        "cause": CAUSES[thing.cause],
        "actions": [{"action": a, "side": SIDES[a.owner_side]} for a in thing.actions.all()],
        "form": form if may_move and thing.state == "open" else None,
        "may_agree": may_move and thing.state == "open" and proposed and thing.proposed_side != ws.side,
        "may_close": may_move and thing.state != "done",
        "turn": _turn(ws, thing),
        **(_help(ws, PLAY.get(thing.cause)) if thing.state != "done" else {}),
    }
    return work_page(request, ws, "correction", "check_ins", status, **context)


def _turn(ws: Workspace, thing: Any) -> Turn | None:
    if thing.state != "open" or not ws.standing.correct():
        return None
    if not thing.proposed_side:
        return Turn(_("Either of you writes down what to do; the other agrees"), True)
    if thing.proposed_side == ws.side:
        return Turn(_("%(who)s agrees, or writes it anew") % {"who": ws.other})
    return Turn(_("Agree to it, or write it anew"), True)

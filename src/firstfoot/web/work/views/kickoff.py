"""The first talk: times offered and chosen, on both clocks, with what it is about."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.foundation.phrases import zone_text
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.kernel.verdict import require
from firstfoot.reactions.agenda import agenda_of
from firstfoot.reactions.calendars import kickoff_to
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.shared.words import when_text
from firstfoot.web.work.forms.kickoff import AgendaForm, ChooseForm, KickoffForm
from firstfoot.web.work.workspace import Workspace, open_workspace, work_page
from firstfoot.work.engagements.actions import choose_kickoff, offer_kickoff, word_agenda
from firstfoot.work.engagements.actions.kickoff import MEETING
from firstfoot.work.engagements.queries import kickoff_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def kickoff(request: PersonRequest, public_id: str) -> HttpResponse:
    """How it stands; either side offers times, which take the place of those before."""
    ws = open_workspace(request, public_id)
    if request.method != "POST":
        return _page(request, ws)
    require(ws.standing.party())
    known = kickoff_of(ws.engagement)
    form = KickoffForm(request.POST, is_host=not ws.is_intern, has_agenda=bool(known and known.agenda))
    if not form.is_valid():
        return _page(request, ws, 422, offer_form=form, form=form)
    try:
        offer_kickoff(engagement_id=ws.engagement.pk, actor=request.user, **form.given())
    except Conflict as refused:
        if refused.code == "changed":
            return _both_texts(request, ws, "\n".join(when_text(time) for time in form.given()["starts"]))
        if refused.code != "kickoff_in_past":
            raise
        form.add_error("start_1", reason(refused))
        return _page(request, ws, 422, offer_form=form, form=form)
    messages.success(request, _("Offered. %(who)s reads the times and chooses one.") % {"who": ws.other})
    return redirect("work:kickoff", public_id)


@login_required
@require_POST
def choose(request: PersonRequest, public_id: str) -> HttpResponse:
    """Take one of the other side's times."""
    ws = open_workspace(request, public_id)
    require(ws.standing.party())
    found = _found(ws)
    form = ChooseForm(request.POST, kickoff=found)
    if not form.is_valid():
        return _page(request, ws, 422, choose_form=form, form=form)
    start = form.cleaned_data["start"]
    try:
        choose_kickoff(kickoff_id=found.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refused:
        if refused.code != "changed":
            raise
        return _both_texts(request, ws, when_text(start))
    messages.success(request, _("Chosen. Both of you get a mail with the time for your calendar."))
    return redirect("work:kickoff", public_id)


@login_required
@require_POST
def agenda(request: PersonRequest, public_id: str) -> HttpResponse:
    """The host words what it is about."""
    ws = open_workspace(request, public_id)
    require(ws.standing.host(else_deny="not_party"))
    found = _found(ws)
    form = AgendaForm(request.POST)
    if not form.is_valid():
        return _page(request, ws, 422, agenda_form=form, form=form)
    try:
        word_agenda(kickoff_id=found.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refused:
        if refused.code != "changed":
            raise
        fresh = kickoff_of(ws.engagement)
        theirs = fresh.agenda if fresh else ""
        return conflict(request, form.cleaned_data["agenda"], theirs, _address(ws))
    messages.success(request, _("Saved. Both of you read it."))
    return redirect("work:kickoff", public_id)


@login_required
@require_safe
def calendar(request: PersonRequest, public_id: str) -> HttpResponse:
    """The chosen time as a file to keep; a moved one takes its place."""
    ws = open_workspace(request, public_id)
    found = _found(ws)
    if found.chosen_at is None or not found.is_live:
        raise Http404
    response = HttpResponse(kickoff_to(found, request.user), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="kick-off-{ws.engagement.public_id}.ics"'
    return response


def times_beside(ws: Workspace, data: Any = None) -> KickoffForm | None:
    """Beside the signature the host may offer times; all of it may stay empty."""
    if ws.is_intern or not ws.standing.party() or kickoff_of(ws.engagement) is not None:
        return None
    start = {"minutes": 45, "agenda": agenda_of(ws.engagement), "seen": 0}
    return KickoffForm(data, prefix="kickoff", is_host=True, may_be_empty=True, initial=start)


def offer_beside(request: PersonRequest, ws: Workspace, form: KickoffForm | None) -> None:
    """Offer what was named; times of somebody else meanwhile, or one that passed, do not undo the signature."""
    if form is None or form.is_empty:
        return
    try:
        offer_kickoff(engagement_id=ws.engagement.pk, actor=request.user, **form.given())
    except Conflict as refused:
        messages.warning(request, _("Your times were not offered. %(why)s") % {"why": reason(refused)})


def choice_beside(ws: Workspace, data: Any = None) -> ChooseForm | None:
    """Beside the signature a side may choose one of the times that the other offered; or none yet."""
    found = kickoff_of(ws.engagement)
    if found is None or found.state != "offered" or found.offered_side == ws.side or not ws.standing.party():
        return None
    if all(slot <= clock.now() for slot in found.slots):
        return None
    start = {"seen": found.version, "start": ""}
    return ChooseForm(data, kickoff=found, prefix="talk", may_be_empty=True, initial=start)


def choose_beside(request: PersonRequest, ws: Workspace, form: ChooseForm | None) -> None:
    """Choose what was ticked; times that moved or passed meanwhile do not undo the signature."""
    if form is None or form.cleaned_data["start"] is None:
        return
    try:
        choose_kickoff(kickoff_id=_found(ws).pk, actor=request.user, **form.cleaned_data)
    except (Conflict, IllegalTransition) as refused:
        messages.warning(request, _("Your time was not chosen. %(why)s") % {"why": reason(refused)})


def _found(ws: Workspace) -> Any:
    found = kickoff_of(ws.engagement)
    if found is None:
        raise Http404
    return found


def _address(ws: Workspace) -> str:
    return reverse("work:kickoff", args=[ws.engagement.public_id])


def _both_texts(request: PersonRequest, ws: Workspace, mine: str) -> HttpResponse:
    """409: the times that were named, and how it stands now."""
    now = kickoff_of(ws.engagement)
    stands = _("The times moved while you wrote.")
    if now is not None:
        times = [now.chosen_at] if now.chosen_at else now.slots
        stands = "\n".join([stands, *(when_text(time) for time in times)])
    return conflict(request, mine, stands, _address(ws))


def _page(request: PersonRequest, ws: Workspace, status: int = 200, **forms: Any) -> HttpResponse:
    engagement = ws.engagement
    found = kickoff_of(engagement)
    may_meet = engagement.state in MEETING and bool(ws.standing.party())
    is_theirs = found is not None and found.offered_side != ws.side
    seen = found.version if found else 0
    is_host = not ws.is_intern
    context: dict[str, Any] = {"kickoff": found, "may_meet": may_meet, "is_theirs": is_theirs, **clocks_of(ws, found)}
    if may_meet:
        start = {"seen": seen, "minutes": found.minutes if found else 45, "how": found.how if found else ""}
        words = {} if ws.is_intern else {"agenda": agenda_of(engagement)}
        context["offer_form"] = KickoffForm(
            initial={**start, **words}, is_host=is_host, has_agenda=bool(found and found.agenda)
        )
        if found is not None and found.state == "offered" and is_theirs:
            context["choose_form"] = ChooseForm(kickoff=found, initial={"seen": seen})
        if found is not None and is_host:
            context["agenda_form"] = AgendaForm(initial={"agenda": found.agenda or agenda_of(engagement), "seen": seen})
    return work_page(request, ws, "kickoff", "overview", status, **{**context, **forms})


def clocks_of(ws: Workspace, found: Any) -> dict[str, Any]:
    """The times on the reader's clock, and on the other side's where that is another one."""
    engagement = ws.engagement
    other = engagement.supervisor if ws.is_intern else engagement.intern
    theirs = str(other.zone)
    times = [] if found is None else [found.chosen_at] if found.chosen_at else found.slots
    here = timezone.get_current_timezone()
    differs = any(time.astimezone(other.zone).utcoffset() != time.astimezone(here).utcoffset() for time in times)
    rows = [(time, when_text(time, theirs) if differs else "") for time in times]
    return {"times": rows, "clock_of": other.name, "zone": zone_text()}

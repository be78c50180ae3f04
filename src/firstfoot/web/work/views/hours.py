"""The log of hours: both sides read it, the intern writes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.ids import secret_token
from firstfoot.kernel.money import Money
from firstfoot.kernel.verdict import require
from firstfoot.web.shared.hours_words import hours_words
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.forms.hours import HoursForm
from firstfoot.web.work.workspace import Workspace, open_workspace, work_page
from firstfoot.work.engagements.actions import change_hours, keep_hours, log_hours, remove_hours
from firstfoot.work.engagements.queries import hours_of, is_log_kept, tally_of

_OF_THE_DAY = ("day_ahead", "day_before", "day_full")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def hours(request: PersonRequest, public_id: str) -> HttpResponse:
    """The log, with what it comes to; the intern adds to it."""
    ws = open_workspace(request, public_id)
    if request.method != "POST":
        return _page(request, ws)
    require(ws.standing.intern())
    form = HoursForm(request.POST)

    def add(said: dict[str, Any]) -> object:
        return log_hours(engagement_id=ws.engagement.pk, actor=request.user, **said)

    if form.is_valid() and _done(form, add):
        messages.success(request, _("Logged."))
        return redirect("work:hours", public_id)
    return _page(request, ws, 422, form=form)


@login_required
@require_POST
def keep(request: PersonRequest, public_id: str) -> HttpResponse:
    """The intern begins the log."""
    ws = open_workspace(request, public_id)
    keep_hours(engagement_id=ws.engagement.pk, actor=request.user)
    messages.success(request, _("From now on you can log your hours here. Both of you see them."))
    return redirect("work:hours", public_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: PersonRequest, public_id: str, entry_id: str) -> HttpResponse:
    """Correct one entry."""
    ws = open_workspace(request, public_id)
    require(ws.standing.intern())
    thing = _entry(ws, entry_id)
    if request.method != "POST":
        initial = {"day": thing.day, "minutes": thing.minutes, "what": thing.what}
        return work_page(request, ws, "hours_entry", "overview", entry=thing, form=HoursForm(initial=initial))
    form = HoursForm(request.POST)

    def change(said: dict[str, Any]) -> object:
        del said["key"]
        return change_hours(entry_id=thing.pk, actor=request.user, **said)

    if form.is_valid() and _done(form, change):
        messages.success(request, _("Changed."))
        return redirect("work:hours", public_id)
    return work_page(request, ws, "hours_entry", "overview", 422, entry=thing, form=form)


@login_required
@require_POST
def remove(request: PersonRequest, public_id: str, entry_id: str) -> HttpResponse:
    """Take one entry out."""
    ws = open_workspace(request, public_id)
    require(ws.standing.intern())
    remove_hours(entry_id=_entry(ws, entry_id).pk, actor=request.user)
    messages.success(request, _("Taken out."))
    return redirect("work:hours", public_id)


def _done(form: HoursForm, do: Callable[[dict[str, Any]], object]) -> bool:
    """Whether it went through; what is wrong with the day stands at the field."""
    said = {**form.cleaned_data, "key": form.cleaned_data["key"] or secret_token()}
    try:
        do(said)
    except Conflict as refused:
        if refused.code not in _OF_THE_DAY:
            raise
        form.add_error("day", reason(refused))
        return False
    return True


def _entry(ws: Workspace, entry_id: str) -> Any:
    found = hours_of(ws.engagement).filter(public_id=entry_id).first()
    if found is None:
        raise Http404
    return found


def _page(request: PersonRequest, ws: Workspace, status: int = 200, form: HoursForm | None = None) -> HttpResponse:
    engagement = ws.engagement
    kept = is_log_kept(engagement)
    sums = tally_of(engagement)
    may_log = kept and ws.is_intern and engagement.state == "active"
    first = {"key": secret_token(), "day": clock.today(engagement.intern.zone)}
    context = {
        "kept": kept,
        "may_keep": not kept and ws.is_intern and engagement.state in ("onboarding", "active"),
        "may_log": may_log,
        "form": (form or HoursForm(initial=first)) if may_log else None,
        "rows": [{"entry": one, "hours": hours_words(one.minutes)} for one in hours_of(engagement)],
        "sums": sums,
        "worked": hours_words(sums.minutes),
        "agreed": hours_words(sums.agreed),
        "cap": hours_words(sums.cap),
        "over": [(week.monday, hours_words(week.minutes), hours_words(week.over)) for week in sums.over],
        "rate_agreed": Money(sums.rate_agreed, engagement.currency),
        "rate_now": Money(sums.rate_now, engagement.currency) if sums.rate_now is not None else None,
    }
    return work_page(request, ws, "hours", "overview", status, **context)

"""The plan before the start: its steps in the order of their days, for both sides."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.foundation.files.actions import discard_files, store_file
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached, Refusal
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.uploads import takes_files
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.shared.words import day_text
from firstfoot.web.work.forms.plan import StepForm, TakeForm
from firstfoot.web.work.workspace import Workspace, open_workspace, work_page
from firstfoot.work.engagements.actions import add_step, change_step, remove_step, take_steps
from firstfoot.work.engagements.queries import plan_before, proposed_due, steps_of, steps_to_take
from firstfoot.work.engagements.states import BEFORE_START

_FIELD_OF = {
    "step_missing": "text", "looks_secret": "text", "link_unsafe": "link", "due_past": "due_on",
    "due_after_start": "due_on", "due_after_end": "due_on", "plan_full": None,
}  # fmt: skip


@takes_files(1)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: PersonRequest, public_id: str) -> HttpResponse:
    """Every step; until the work begins either side adds to it."""
    ws = open_workspace(request, public_id)
    if request.method != "POST":
        return _page(request, ws)
    own = ws.is_intern
    require(ws.standing.plan(ws.side))
    form = StepForm(request.POST, request.FILES, own_side=own)
    if form.is_valid():
        side = ws.side if own else form.cleaned_data["side"]

        def add(file_id: int | None) -> object:
            return add_step(
                engagement_id=ws.engagement.pk, side=side, file_id=file_id, actor=request.user, **form.said()
            )

        if _done(request, form, add):
            messages.success(request, _("It stands in the plan."))
            return redirect("work:plan", public_id)
    return _page(request, ws, 422, form=form)


@takes_files(1)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """Word one step anew; what somebody else changed meanwhile is shown beside it."""
    ws = open_workspace(request, public_id)
    found = get_object_or_404(steps_of(ws.engagement), number=number)
    require(ws.standing.change_step(found))
    if request.method != "POST":
        known = ("text", "due_on", "link", "required")
        start = {**{name: getattr(found, name) for name in known}, "seen": found.digest}
        return _step_page(request, ws, found, StepForm(initial=start, step=found))
    form = StepForm(request.POST, request.FILES, step=found)
    if not form.is_valid():
        return _step_page(request, ws, found, form, 422)
    said, seen = form.said(), form.cleaned_data["seen"]

    def change(file_id: int | None) -> object:
        keeps = not form.cleaned_data.get("drop_file")
        return change_step(
            step_id=found.pk, seen=seen, file_id=file_id, keeps_file=keeps, actor=request.user, **said
        )  # fmt: skip

    try:
        if _done(request, form, change):
            messages.success(request, _("Saved."))
            return redirect("work:plan", public_id)
    except Conflict as refused:
        if refused.code != "changed":
            raise
        return _both_texts(request, ws, said, number)
    return _step_page(request, ws, found, form, 422)


@login_required
@require_POST
def step_remove(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """Take one step out."""
    ws = open_workspace(request, public_id)
    found = get_object_or_404(steps_of(ws.engagement), number=number)
    remove_step(step_id=found.pk, seen=request.POST.get("seen", ""), actor=request.user)
    messages.success(request, _("Taken out of the plan."))
    return redirect("work:plan", public_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan_last(request: PersonRequest, public_id: str) -> HttpResponse:
    """As with the last intern: the steps of that plan, to choose from."""
    ws = open_workspace(request, public_id)
    require(ws.standing.plan("host"))
    source = plan_before(ws.engagement, request.user)
    steps = steps_to_take(ws.engagement, source) if source else []
    form = TakeForm(request.POST if request.method == "POST" else None, steps=steps)
    if not form.is_valid():
        context = {"form": form, "source": source, "steps": steps}
        return work_page(request, ws, "plan_last", "overview", 422 if form.is_bound else 200, **context)
    count = take_steps(engagement_id=ws.engagement.pk, numbers=form.cleaned_data["numbers"], actor=request.user)
    messages.success(
        request, ngettext("%(count)s step taken over.", "%(count)s steps taken over.", count) % {"count": count}
    )
    return redirect("work:plan", public_id)


def _done(request: PersonRequest, form: StepForm, act: Any) -> bool:
    """Store the file, then act with its key; what was refused stands at its field, and its file is let go."""
    upload, stored = form.cleaned_data["attachment"], None
    if upload is not None:
        try:
            stored = store_file(upload=upload, actor=request.user).pk
        except (LimitReached, Conflict) as refused:
            form.add_error("attachment", reason(refused))
            return False
    try:
        act(stored)
    except Refusal as refused:
        if stored is not None:
            discard_files(file_ids=[stored], actor=request.user)
        if refused.code not in _FIELD_OF:
            raise
        form.add_error(_FIELD_OF[refused.code], reason(refused))
        return False
    return True


def _both_texts(request: PersonRequest, ws: Workspace, said: dict[str, Any], number: int) -> HttpResponse:
    """409: what was typed, and what stands now."""
    now = steps_of(ws.engagement).filter(number=number).first()
    stands = _("This step was taken out meanwhile.") if now is None else _line(now.text, now.due_on, now.link)
    back = reverse("work:plan", args=[ws.engagement.public_id])
    return conflict(request, _line(said["text"], said["due_on"], said["link"]), stands, back)


def _line(text: str, due_on: Any, link: str) -> str:
    return "\n".join(filter(None, [text, day_text(due_on) if due_on else "", link]))


def _step_page(request: PersonRequest, ws: Workspace, found: Any, form: StepForm, status: int = 200) -> HttpResponse:
    if found.done_at is not None:
        raise Conflict("step_done")
    return work_page(request, ws, "plan_step", "overview", status, form=form, step=found)


def _page(request: PersonRequest, ws: Workspace, status: int = 200, form: StepForm | None = None) -> HttpResponse:
    engagement = ws.engagement
    is_open = engagement.state in BEFORE_START and bool(ws.standing.plan(ws.side))
    if form is None and is_open:
        workdays = workdays_of_organization(engagement.organization)
        today = clock.today(workdays.zone)
        due = proposed_due(ws.side, engagement.start_on, today, workdays.is_workday)
        form = StepForm(initial={"due_on": due, "side": ws.side, "required": True}, own_side=ws.is_intern)
    if engagement.state not in (*BEFORE_START, "active"):
        raise Http404
    rows = [
        {"step": one, "may_change": is_open and not one.done_at and bool(ws.standing.change_step(one))}
        for one in steps_of(engagement)
    ]
    source = plan_before(engagement, request.user) if is_open and not ws.is_intern else None
    return work_page(request, ws, "plan", "overview", status, rows=rows, form=form, is_open=is_open, source=source)

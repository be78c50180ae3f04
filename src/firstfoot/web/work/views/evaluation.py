"""Assessing the other side, reading both, answering once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.web.shared.assessment_words import ASKED, COMPETENCIES, part_label
from firstfoot.web.shared.fit_words import FITS, SUITS
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.record_words import record_rows
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.work.forms.evaluation import AppealForm, EvaluationForm, ReplyForm, SelfForm, initial_of
from firstfoot.web.work.words import NOT_SEEN, SCALE
from firstfoot.web.work.workspace import Turn, Workspace, open_workspace, work_page
from firstfoot.work.engagements.states import Side
from firstfoot.work.evaluations.actions import asked_of, assess_self, reply_to_evaluation, save_evaluation
from firstfoot.work.evaluations.appeals import appeal_evaluation, is_appealable, parts_of
from firstfoot.work.evaluations.policies import evaluating
from firstfoot.work.evaluations.queries import (
    asks_where_they_stand,
    criteria_that_show,
    evaluation_of,
    is_time,
    readable_by,
    revealed_of,
    skills_of_brief,
    skills_seen,
)
from firstfoot.work.evaluations.record import record_of

_TEXTS = ("went_well", "do_differently", "quote")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def evaluation(request: PersonRequest, public_id: str) -> HttpResponse:
    """Write one's own side's assessment; read both once they are revealed."""
    ws = open_workspace(request, public_id)
    if request.method != "POST":
        return _page(request, ws)
    require(evaluating(ws.standing))
    form = EvaluationForm(request.POST, **_asked(ws))
    handed_in = request.POST.get("decision") != "draft"
    if not handed_in:
        form.drafted()
    if not form.is_valid():
        return _page(request, ws, form=form, status=422)
    said, seen = form.said(), request.POST.get("seen")
    try:
        done = save_evaluation(engagement_id=ws.engagement.pk, actor=request.user, submit=handed_in, seen=seen, **said)
    except Conflict as refused:
        if refused.code not in {"not_now", "changed"}:
            raise
        theirs = _standing(ws) if refused.code == "changed" else reason(refused)
        return conflict(request, _in_words(said), theirs, request.path)
    messages.success(request, _said(done, handed_in=handed_in))
    return redirect("work:evaluation", public_id)


@login_required
@require_POST
def reply(request: PersonRequest, public_id: str) -> HttpResponse:
    """Answer the other side's assessment, once."""
    ws = open_workspace(request, public_id)
    theirs = next((e for e in revealed_of(ws.engagement) if e.side != ws.side), None)
    if theirs is None:
        raise Http404
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _page(request, ws, reply_form=form, status=422)
    reply_to_evaluation(evaluation_id=theirs.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Your answer stands below the assessment."))
    return redirect("work:evaluation", public_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def where_i_stand(request: PersonRequest, public_id: str) -> HttpResponse:
    """The intern says where they see themselves before the work; it stands beside the end's at the reveal."""
    ws = open_workspace(request, public_id)
    require(ws.standing.intern())
    own = evaluation_of(ws.engagement, Side.INTERN)
    form = SelfForm(request.POST or None, initial=own.self_before if own else {})
    if request.method == "POST" and form.is_valid():
        assess_self(engagement_id=ws.engagement.pk, levels=form.levels(), actor=request.user)
        messages.success(request, _("Kept. At the end you see how it changed."))
        return redirect("work:engagement", public_id)
    context = {"form": form, "may_say": asks_where_they_stand(ws.engagement), "rubric": COMPETENCIES, "scale": SCALE}
    return work_page(request, ws, "where_i_stand", "overview", 422 if form.errors else 200, **context)


@login_required
@require_POST
def appeal(request: PersonRequest, public_id: str) -> HttpResponse:
    """Call one statement of the other side wrong; somebody neutral decides."""
    ws = open_workspace(request, public_id)
    theirs = next((e for e in revealed_of(ws.engagement) if e.side != ws.side), None)
    if theirs is None:
        raise Http404
    form = AppealForm(request.POST, parts=parts_of(theirs))
    if not form.is_valid():
        return _page(request, ws, appeal_form=form, status=422)
    appeal_evaluation(evaluation_id=theirs.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Sent to somebody neutral. Both of you read what they find."))
    return redirect("work:evaluation", public_id)


def _standing(ws: Workspace) -> str:
    """What someone else of the reader's side wrote meanwhile."""
    own: Any = evaluation_of(ws.engagement, ws.standing.side)
    return f"{own.author.name}\n{_in_words({name: getattr(own, name) for name in (*_TEXTS, 'marks')})}"


def _in_words(said: dict[str, Any]) -> str:
    marks = [f"{words[0]}: {_word(said['marks'][code])}" for code, words in ASKED.items() if code in said["marks"]]
    return "\n".join([*(said[name] for name in _TEXTS if said[name]), *marks])


def _said(done: Any, *, handed_in: bool) -> str:
    if done.state == "revealed":
        return _("Both are in. Here is what you said about each other.")
    if handed_in:
        return _("Handed in. It opens when both are in; until then you can change it.")
    return _("Saved. Hand it in when it is ready.")


def _page(
    request: PersonRequest,
    ws: Workspace,
    *,
    form: EvaluationForm | None = None,
    reply_form: ReplyForm | None = None,
    appeal_form: AppealForm | None = None,
    status: int = 200,
) -> HttpResponse:
    own, revealed = readable_by(ws.standing.side, ws.engagement)
    writing = bool(evaluating(ws.standing)) and not revealed and is_time(ws.engagement)
    if writing and form is None:
        asked = _asked(ws, own)
        form = EvaluationForm(initial=initial_of(own, asked["skills"]) if own else {}, **asked)
    context = {
        "form": form if writing else reply_form or appeal_form,
        "evaluation_form": form if writing else None,
        "own": own if writing else None,
        "revealed": [_told(ws, one, appeal_form) for one in sorted(revealed, key=lambda e: e.side == ws.side)],
        "reply_form": reply_form or ReplyForm(),
        "turn": _turn(ws, own) if writing else None,
        "rubric": COMPETENCIES,
        "scale": SCALE,
        "record": record_rows(record_of(ws.engagement)) if ws.has_started else [],
        "skills": skills_seen(ws.engagement) if revealed else [],
        "levels": _beside(revealed),
        "fits": _fits(revealed) if ws.is_intern else [],
    }
    return work_page(request, ws, "evaluation", "closing", status, **context)


def _asked(ws: Workspace, own: Any = None) -> dict[str, Any]:
    """What the form of the reader's side asks."""
    asked: dict[str, Any] = {"codes": asked_of(ws.side), "skills": ()}
    if ws.side == Side.HOST:
        return {**asked, "skills": skills_of_brief(ws.engagement), "criteria": criteria_that_show(ws.engagement)}
    own = own or evaluation_of(ws.engagement, Side.INTERN)
    return {**asked, "asks_intern": True, "before": own.self_before if own else {}}


def _beside(revealed: list[Any]) -> list[dict[str, Any]]:
    """Each competency as the intern saw themselves at the start and at the end, and as the host did."""
    by_side = {one.side: one for one in revealed}
    host, intern = by_side.get(Side.HOST), by_side.get(Side.INTERN)
    seen = host.marks if host else {}
    before, after = (intern.self_before, intern.self_after) if intern else ({}, {})
    if not (before or after):
        return []
    rows = [(one.name, before.get(code), after.get(code), seen.get(code)) for code, one in COMPETENCIES.items()]
    return [
        {"name": name, "levels": [_word(level) for level in levels]}
        for name, *levels in rows
        if any(level is not None for level in levels)
    ]


def _word(level: int | None) -> Any:
    return NOT_SEEN if level == 0 else SCALE.get(level or -1, "")


def _fits(revealed: list[Any]) -> list[dict[str, Any]]:
    own = next((one for one in revealed if one.side == Side.INTERN), None)
    given = own.fit if own else {}
    return [{"label": words[0], "word": SUITS[given[code]]} for code, words in FITS.items() if code in given]


def _told(ws: Workspace, one: Any, appeal_form: AppealForm | None) -> dict[str, Any]:
    may_reply = one.side != ws.side and one.replied_at is None and bool(evaluating(ws.standing))
    # In our order: PostgreSQL keeps the keys of JSON in its own.
    given = [(words[0], one.marks[code]) for code, words in ASKED.items() if code in one.marks]
    marks = [{"label": label, "mark": mark, "word": _word(mark)} for label, mark in given]
    may_appeal = one.side != ws.side and is_appealable(one) and bool(evaluating(ws.standing))
    asked = (appeal_form or AppealForm(parts=parts_of(one))) if may_appeal else None
    return {
        "appeal_form": asked,
        "appeal_about": part_label(one.appeal_part),
        "evaluation": one,
        "marks": marks,
        "mine": one.side == ws.side,
        "may_reply": may_reply,
    }


def _turn(ws: Workspace, own: Any) -> Turn:
    by = ws.engagement.evaluate_by_at
    if own is None or own.state == "draft":
        return Turn(_("Say how it was to work with %(who)s") % {"who": ws.other}, True, by)
    return Turn(_("Yours is in. It opens when both are, or when the time is up"), False, by)

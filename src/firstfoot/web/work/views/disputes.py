"""Disputes of one engagement: opening one, and what each side says and does in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.reactions.dispute_words import CAUSES
from firstfoot.web.shared.dispute_words import STATES, voices
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.dispute_turn import next_steps, turn_in
from firstfoot.web.work.forms.disputes import AppealForm, OpenForm, SettleForm, StatementForm
from firstfoot.web.work.workspace import Workspace, open_workspace, seen_in, work_page
from firstfoot.work.disputes import actions
from firstfoot.work.disputes.policies import third_parties
from firstfoot.work.disputes.queries import causes_open_to, disputes_of, results_in_question
from firstfoot.work.disputes.states import ABOUT_RESULT
from firstfoot.work.payments.queries import stipend_of

# A refusal that is about what was typed stands at its field.
_FIELDS = {"not_at_hand": "cause", "decided_already": "cause", "enough_disputes": "cause", "result_missing": "result"}


@dataclass(frozen=True, slots=True)
class _Saying:
    """A form in which one side says something: its name on the page, what it does, what is said then."""

    name: str
    form_class: Any
    act: Callable[..., object]
    done: Any


_ANSWER = _Saying(
    "answer_form", StatementForm, actions.answer_dispute,
    gettext_lazy("Sent. The third party decides within five business days."),
)  # fmt: skip
_APPEAL = _Saying(
    "appeal_form", AppealForm, actions.appeal_decision, gettext_lazy("Sent. Another person reads everything anew.")
)
_SETTLE = _Saying(
    "settle_form", SettleForm, actions.propose_settlement, gettext_lazy("Noted. It is over once both of you say so.")
)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def disputes(request: PersonRequest, public_id: str) -> HttpResponse:
    """What was in dispute, and the form that opens a new one."""
    ws = open_workspace(request, public_id)
    if request.method != "POST":
        return _list(request, ws)
    require(ws.standing.correct())
    form = _open_form(ws, request.POST)
    if not form.is_valid():
        return _list(request, ws, form, 422)
    try:
        opened = actions.open_dispute(engagement_id=ws.engagement.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refused:
        field = _FIELDS.get(refused.code)
        if field not in form.fields:
            raise
        form.add_error(field, reason(refused))
        return _list(request, ws, form, 422)
    messages.success(request, _("Opened. %(who)s is told, and has five business days to answer.") % {"who": ws.other})
    return redirect("work:dispute", public_id, opened.public_id)


@login_required
@require_safe
def dispute(request: PersonRequest, public_id: str, dispute_id: str) -> HttpResponse:
    """All that was said and decided, who acts until when, and what the reader can do."""
    ws = open_workspace(request, public_id)
    return _page(request, ws, _thing(ws, dispute_id))


@login_required
@require_POST
def answer(request: PersonRequest, public_id: str, dispute_id: str) -> HttpResponse:
    """The other side says how it sees it."""
    return _say(request, public_id, dispute_id, _ANSWER)


@login_required
@require_POST
def appeal(request: PersonRequest, public_id: str, dispute_id: str) -> HttpResponse:
    """Another person is asked to decide anew."""
    return _say(request, public_id, dispute_id, _APPEAL)


@login_required
@require_POST
def settle(request: PersonRequest, public_id: str, dispute_id: str) -> HttpResponse:
    """One side says that it is settled; it is over once the other says so too."""
    return _say(request, public_id, dispute_id, _SETTLE)


@login_required
@require_POST
def agree(request: PersonRequest, public_id: str, dispute_id: str) -> HttpResponse:
    """The other side says so, too."""
    ws, thing = _found(request, public_id, dispute_id)
    actions.agree_settlement(dispute_id=thing.pk, seen=seen_in(request), actor=request.user)
    messages.success(request, _("Settled. Everything goes on."))
    return redirect("work:engagement", ws.engagement.public_id)


@login_required
@require_POST
def accept(request: PersonRequest, public_id: str, dispute_id: str) -> HttpResponse:
    """The reader's side accepts what was decided."""
    _ws, thing = _found(request, public_id, dispute_id)
    done = actions.accept_decision(dispute_id=thing.pk, seen=seen_in(request), actor=request.user)
    stands = _("Both sides accept it, so it is carried out now.")
    messages.success(request, _("Accepted. It stands once the other side does, too.") if done.is_live else stands)
    return redirect("work:dispute", public_id, dispute_id)


@login_required
@require_POST
def withdraw(request: PersonRequest, public_id: str, dispute_id: str) -> HttpResponse:
    """The side that opened it takes it back."""
    _ws, thing = _found(request, public_id, dispute_id)
    actions.withdraw_dispute(dispute_id=thing.pk, actor=request.user)
    messages.success(request, _("Taken back. Everything goes on as before."))
    return redirect("work:dispute", public_id, dispute_id)


def _say(request: PersonRequest, public_id: str, dispute_id: str, saying: _Saying) -> HttpResponse:
    """Do what a valid form says, or show the page with what is wrong."""
    ws, thing = _found(request, public_id, dispute_id)
    form = saying.form_class(request.POST, auto_id=f"{saying.name}_%s")
    if not form.is_valid():
        return _page(request, ws, thing, 422, **{saying.name: form, "form": form})
    saying.act(dispute_id=thing.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, saying.done)
    return redirect("work:dispute", public_id, dispute_id)


def _found(request: PersonRequest, public_id: str, dispute_id: str) -> tuple[Workspace, Any]:
    ws = open_workspace(request, public_id)
    thing = _thing(ws, dispute_id)
    require(ws.standing.correct())
    return ws, thing


def _thing(ws: Workspace, dispute_id: str) -> Any:
    thing = disputes_of(ws.engagement).filter(public_id=dispute_id).first()
    if thing is None:
        raise Http404
    return thing


def _open_form(ws: Workspace, data: Any = None, initial: dict[str, Any] | None = None) -> OpenForm:
    engagement, side = ws.engagement, ws.standing.side
    causes = causes_open_to(engagement, side, stipend_of(engagement)) if side else []
    about = next((cause for cause in causes if cause in ABOUT_RESULT), None)
    results = results_in_question(engagement, about) if about else []
    return OpenForm(data, causes=causes, results=results, initial=initial)


def _list(request: PersonRequest, ws: Workspace, form: OpenForm | None = None, status: int = 200) -> HttpResponse:
    asked = {"cause": request.GET.get("about", ""), "result": request.GET.get("result", "")}
    may_open = bool(ws.standing.correct()) and not ws.engagement.is_held
    opening = form or (_open_form(ws, initial=asked) if may_open else None)
    is_empty = opening is not None and not opening.fields["cause"].choices  # type: ignore[attr-defined]
    context = {
        "rows": [
            {"dispute": one, "cause": CAUSES[one.cause], "state": STATES[one.state]}
            for one in disputes_of(ws.engagement)
        ],
        "form": None if is_empty else opening,
        "is_empty": is_empty,
        "may_speak": bool(ws.standing.correct()),
        "has_third_party": not may_open or bool(third_parties(ws.engagement)),
    }
    return work_page(request, ws, "disputes", "overview", status, **context)


def _page(request: PersonRequest, ws: Workspace, thing: Any, status: int = 200, **forms: Any) -> HttpResponse:
    side, seen = ws.side, {"seen": thing.version}
    speaks = bool(ws.standing.correct()) and thing.is_live
    may_accept = speaks and thing.state == "decided" and not thing.has_accepted(side)
    may_answer = speaks and thing.state == "open" and side != thing.side
    context = {
        "dispute": thing,
        "cause": CAUSES[thing.cause],
        "state": STATES[thing.state],
        "voices": list(voices(thing)),
        "turn": turn_in(thing, ws) if thing.is_live else None,
        "steps": next_steps(thing),
        "answer_form": _form(StatementForm, "answer_form", may_answer, seen),
        "may_accept": may_accept,
        "appeal_form": _form(AppealForm, "appeal_form", may_accept, seen),
        "may_agree": speaks and thing.settle_side not in ("", side),
        "settle_form": _form(SettleForm, "settle_form", speaks and not thing.settle_side, {}),
        "may_withdraw": speaks and thing.state in ("open", "to_decide") and side == thing.side,
        **forms,
    }
    return work_page(request, ws, "dispute", "overview", status, **context)


def _form(form_class: Any, name: str, is_shown: bool, initial: dict[str, Any]) -> Any:
    return form_class(initial=initial, auto_id=f"{name}_%s") if is_shown else None

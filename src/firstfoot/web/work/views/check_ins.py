"""Check-ins: the list, one of them, leaving one out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.web.shared.hours_words import hours_words
from firstfoot.web.shared.requests import PersonRequest, whole_number
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.work.forms.check_ins import CheckInForm
from firstfoot.web.work.words import BLOCKED, CAUSES, CHECK_IN, CONFIDENCE, CORRECTION, HELPED, PROGRESS
from firstfoot.web.work.workspace import Turn, Workspace, open_workspace, work_page
from firstfoot.work.engagements.actions import agree_skip, answer_check_in, propose_skip, rate_feedback
from firstfoot.work.engagements.queries import (
    answers_shown_to,
    check_in_of,
    check_ins_of,
    corrections_of,
    is_answerable,
    minutes_logged,
    with_answers,
)

ON_A_PAGE = 10
_ASKED = ("progress", "confidence", "blocked", "note", "minutes", "keep", "change")


@login_required
@require_safe
def check_ins(request: PersonRequest, public_id: str) -> HttpResponse:
    """The check-ins with what the reader may see of them, those of now first opened; and the changes of course."""
    ws = open_workspace(request, public_id)
    found = list(ws.engagement.check_ins.all())
    waiting = [c for c in found if c.state == "scheduled"]
    pages = Paginator(found, ON_A_PAGE)
    passed = len(found) - len(waiting)
    page = pages.get_page(request.GET.get("page") or min(passed // ON_A_PAGE + 1, pages.num_pages))
    context: dict[str, Any] = {
        "rows": [
            {
                "thing": c,
                "badge": CHECK_IN[c.state],
                "answers": _shown(ws, c),
                "answerable": bool(ws.standing.check_in()) and _is_open(ws, c, waiting),
            }
            for c in with_answers(list(page))
        ],
        "page": page,
        "corrections": [
            {"thing": k, "badge": CORRECTION[k.state], "cause": CAUSES[k.cause]} for k in corrections_of(ws.engagement)
        ],
        "notes": _reads_notes(ws),
    }
    return work_page(request, ws, "check_ins", "check_ins", **context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """Answer a check-in, or read what both said."""
    ws = open_workspace(request, public_id)
    thing = check_in_of(ws.engagement, number)
    if thing is None:
        raise Http404
    own = next((a for a in thing.answers.all() if a.side == ws.side), None)
    if request.method != "POST":
        initial = {name: getattr(own, name) for name in _ASKED} if own else {}
        initial["seen"] = own.digest if own else ""
        if own is None and ws.is_intern:
            initial["minutes"] = minutes_logged(ws.engagement)
        return _page(request, ws, thing, CheckInForm(initial=initial, counts_hours=ws.is_intern), own=own)
    form = CheckInForm(request.POST, counts_hours=ws.is_intern)
    if not form.is_valid():
        return _page(request, ws, thing, form, own=own, status=422)
    said, seen = {name: form.cleaned_data[name] for name in _ASKED if name in form.fields}, request.POST.get("seen")
    try:
        done = answer_check_in(check_in_id=thing.pk, actor=request.user, seen=seen, **said)
    except Conflict as refused:
        if refused.code != "changed":
            raise
        return conflict(request, _in_words(said), _standing(ws, thing), request.path)
    closed = done.state == "answered"
    messages.success(
        request,
        _("Both have answered. Here is what you each said.")
        if closed
        else _("Saved. The other side sees it once both have answered."),
    )
    return redirect("work:check_in", public_id, number)


@login_required
@require_POST
def check_in_helped(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """The intern says with one tap whether the supervisor's feedback helped."""
    ws = open_workspace(request, public_id)
    thing = check_in_of(ws.engagement, number)
    if thing is None:
        raise Http404
    require(ws.standing.intern())
    helped = request.POST.get("helped", "")
    if helped in HELPED:
        rate_feedback(check_in_id=thing.pk, helped=helped, actor=request.user)
        messages.success(request, _("Said. Whoever guides you sees it."))
    later = whole_number(request.POST.get("back", ""))
    return redirect("work:check_in", public_id, later or number)


@login_required
@require_POST
def check_in_skip(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """Ask to leave a check-in out, or agree to it."""
    ws = open_workspace(request, public_id)
    thing = check_in_of(ws.engagement, number)
    if thing is None:
        raise Http404
    if thing.skip_side:
        agree_skip(check_in_id=thing.pk, actor=request.user)
        messages.success(request, _("Left out."))
    else:
        propose_skip(check_in_id=thing.pk, actor=request.user)
        messages.success(request, _("Asked. It is left out when the other side agrees."))
    return redirect("work:check_in", public_id, number)


def _standing(ws: Workspace, thing: Any) -> str:
    """What someone else of the reader's side answered meanwhile."""
    now = check_in_of(ws.engagement, thing.number)
    own = next(a for a in now.answers.all() if a.side == ws.side)  # type: ignore[union-attr]
    return f"{own.person.name}\n{_in_words({name: getattr(own, name) for name in _ASKED})}"


def _in_words(said: dict[str, Any]) -> str:
    taps = [PROGRESS[said["progress"]], CONFIDENCE[said["confidence"]], BLOCKED[said["blocked"]]]
    hours = hours_words(said.get("minutes"))
    return "\n".join(str(words) for words in (*taps, hours, said["note"], said["keep"], said["change"]) if words)


def _page(
    request: PersonRequest, ws: Workspace, thing: Any, form: CheckInForm, *, own: Any, status: int = 200
) -> HttpResponse:
    is_open = is_answerable(thing, ws.engagement)
    context = {
        "check_in": thing,
        "badge": CHECK_IN[thing.state],
        "answers": _shown(ws, thing),
        "own": own,
        "waits": thing.state == "scheduled" and ws.engagement.state == "active" and not is_open,
        "form": form if is_open and ws.standing.check_in() else None,
        "may_skip": is_open and bool(ws.standing.check_in()),
        "skip_is_mine": thing.skip_side == ws.side,
        "notes": _reads_notes(ws),
        "turn": _turn(ws, thing, own) if is_open else None,
        "last": _last_feedback(ws, thing) if is_open and ws.is_intern else None,
    }
    return work_page(request, ws, "check_in", "check_ins", status, **context)


def _turn(ws: Workspace, thing: Any, own: Any) -> Turn | None:
    if not ws.standing.check_in():
        return Turn(_("The intern and whoever guides the work answer this"), False, thing.closes_at)
    if own is None:
        return Turn(_("Answer in a minute: three taps and a note"), True, thing.closes_at)
    return Turn(_("Your answer is in. It opens when both are, or when the time is up"), False, thing.closes_at)


def _last_feedback(ws: Workspace, thing: Any) -> dict[str, Any] | None:
    """What the host said at the check-in before this one, which the intern can rate now."""
    past = check_ins_of(ws.engagement).filter(number__lt=thing.number).exclude(state="scheduled")
    last = past.order_by("-number").first()
    rows = [row for row in (_shown(ws, last) if last else []) if row["is_rated"]]
    return {"number": last.number, **rows[0]} if last and rows else None


def _is_open(ws: Workspace, thing: Any, waiting: list[Any]) -> bool:
    """As is_answerable, of a list that is read already."""
    if ws.engagement.state != "active" or thing not in waiting:
        return False
    return bool(thing == waiting[0] or thing.due_on <= clock.today(ws.engagement.organization.zone))


def _reads_notes(ws: Workspace) -> bool:
    return ws.is_intern or ws.standing.guides


def _shown(ws: Workspace, thing: Any) -> list[dict[str, Any]]:
    rated = ws.is_intern and thing.state != "scheduled" and ws.engagement.state in ("active", "closing")
    answers = answers_shown_to(thing, ws.standing.side, notes=_reads_notes(ws))
    return [
        {
            "answer": a, "progress": PROGRESS[a.progress], "confidence": CONFIDENCE[a.confidence],
            "blocked": BLOCKED[a.blocked], "mine": a.side == ws.side, "hours": hours_words(a.minutes),
            "helped": HELPED.get(a.helped, ""), "is_rated": rated and a.side == "host" and a.has_feedback,
        }
        for a in sorted(answers, key=lambda a: a.side != ws.side)
    ]  # fmt: skip

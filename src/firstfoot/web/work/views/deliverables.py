"""The promised results: the list, handing one in, answering it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.foundation.files.actions import discard_files
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, Refusal
from firstfoot.kernel.ids import secret_token
from firstfoot.kernel.verdict import require
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.uploads import takes_files
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.shared.words import day_text
from firstfoot.web.work.attaching import let_go, stored_files
from firstfoot.web.work.forms.deliverables import DueAnswerForm, DueForm, ReviewForm, SubmitForm
from firstfoot.web.work.forms.fields import MOST_FILES
from firstfoot.web.work.milestones import milestones_of
from firstfoot.web.work.words import deliverable_badge
from firstfoot.web.work.workspace import Turn, Workspace, open_workspace, work_page
from firstfoot.work.engagements.actions import (
    agree_due,
    keep_due,
    propose_due,
    review_deliverable,
    submit_deliverable,
)
from firstfoot.work.engagements.queries import (
    deliverables_of,
    is_amendment_open,
    on_record_from,
    result_of,
    submission_by_key,
    versions_of,
)
from firstfoot.work.engagements.states import AMENDABLE

VERSIONS_ON_A_PAGE = 6
_OPEN = ("expected", "returned")
_OF_THE_DAY = ("due_past", "due_outside_work", "nothing_changed")


@login_required
@require_safe
def deliverables(request: PersonRequest, public_id: str) -> HttpResponse:
    """Every promised result and how it stands."""
    ws = open_workspace(request, public_id)
    promised = list(deliverables_of(ws.engagement))
    rows = [{"thing": d, "badge": deliverable_badge(d, ws.engagement)} for d in promised]
    line = milestones_of(ws.engagement, promised)
    return work_page(request, ws, "deliverables", "deliverables", rows=rows, milestones=line)


@login_required
@require_safe
def deliverable(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """One result: what was promised, what was handed in, what was answered, and the form for what comes next."""
    ws = open_workspace(request, public_id)
    return _page(request, ws, _thing(ws, number))


@takes_files(MOST_FILES)
@login_required
@require_POST
def submit(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """Hand in the next version; the same form twice is one version."""
    ws = open_workspace(request, public_id)
    thing = _thing(ws, number)
    require(ws.standing.intern())
    form = SubmitForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, ws, thing, submit_form=form, status=422)
    again = submission_by_key(thing, form.cleaned_data["key"]) is not None
    if not again and thing.state not in _OPEN:
        raise IllegalTransition("illegal_transition")
    files = [] if again else stored_files(request, form)
    if form.errors:
        return _page(request, ws, thing, submit_form=form, status=422)
    data = {name: form.cleaned_data[name] for name in ("seen", "note", "links", "key")}
    try:
        done = submit_deliverable(deliverable_id=thing.pk, files=files, actor=request.user, **data)
    except Refusal as refused:
        discard_files(file_ids=files, actor=request.user)
        if refused.code != "changed":
            raise
        theirs = _("This result moved on while you wrote. Look at it again, then hand in.")
        return conflict(request, "\n".join([data["note"], *data["links"]]), theirs, _address(ws, thing))
    if files:
        let_go(request, files, done.files.values_list("file_id", flat=True))
    messages.success(request, _("Handed in. The host answers within 5 business days."))
    return redirect("work:deliverable", public_id, number)


@login_required
@require_POST
def review(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """Answer the version that was read: accept it, or return it with notes."""
    ws = open_workspace(request, public_id)
    thing = _thing(ws, number)
    require(ws.standing.review())
    form = ReviewForm(request.POST, criteria=list(thing.criteria.all()))
    if not form.is_valid():
        return _page(request, ws, thing, review_form=form, status=422)
    data = form.cleaned_data
    try:
        review_deliverable(
            deliverable_id=thing.pk, submission_number=data["submission"], marks=form.marks(), accept=form.accepts,
            comment=data["comment"], actor=request.user,
        )  # fmt: skip
    except Conflict as refused:
        if refused.code != "newer_submission":
            raise
        mine = [data["comment"], *(why for _met, why in form.marks().values() if why)]
        return conflict(request, "\n".join(mine), reason(refused), _address(ws, thing))
    messages.success(request, _("Accepted.") if form.accepts else _("Returned with your notes."))
    return redirect("work:deliverable", public_id, number)


@login_required
@require_POST
def due_propose(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """Ask for another due date."""
    ws = open_workspace(request, public_id)
    thing = _thing(ws, number)
    require(ws.standing.correct())
    form = DueForm(request.POST)
    if form.is_valid():
        try:
            propose_due(deliverable_id=thing.pk, actor=request.user, **form.cleaned_data)
        except Conflict as refused:
            if refused.code not in _OF_THE_DAY:
                raise
            form.add_error("due_on", reason(refused))
    if not form.is_valid():
        return _page(request, ws, thing, due_form=form, status=422)
    messages.success(request, _("Asked. One tap of the other side moves the date."))
    return redirect("work:deliverable", public_id, number)


@login_required
@require_POST
def due_answer(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """Agree to the day that is asked for, or keep the one that stands."""
    ws = open_workspace(request, public_id)
    thing = _thing(ws, number)
    require(ws.standing.correct())
    form = DueAnswerForm(request.POST)
    if not form.is_valid():
        raise Conflict("nothing_proposed")
    agrees = form.cleaned_data["answer"] == "agree"
    answer = agree_due if agrees else keep_due
    answer(deliverable_id=thing.pk, due_on=form.cleaned_data["due_on"], actor=request.user)
    messages.success(request, _("Agreed. The new date stands.") if agrees else _("The date stays as it is."))
    return redirect("work:deliverable", public_id, number)


def _thing(ws: Workspace, number: int) -> Any:
    thing = result_of(ws.engagement, number)
    if thing is None:
        raise Http404
    return thing


def _address(ws: Workspace, thing: Any) -> str:
    return reverse("work:deliverable", args=[ws.engagement.public_id, thing.number])


def _page(
    request: PersonRequest,
    ws: Workspace,
    thing: Any,
    *,
    submit_form: SubmitForm | None = None,
    review_form: ReviewForm | None = None,
    due_form: DueForm | None = None,
    status: int = 200,
) -> HttpResponse:
    active = ws.engagement.state == "active"
    page = Paginator(versions_of(thing), VERSIONS_ON_A_PAGE).get_page(request.GET.get("page"))
    versions, is_first = list(page.object_list), page.number == 1
    may_submit = is_first and active and ws.is_intern and thing.state in _OPEN
    is_waiting = active and thing.state == "submitted" and not ws.engagement.is_held
    may_review = is_first and is_waiting and bool(ws.standing.review())
    if may_submit and submit_form is None:
        submit_form = SubmitForm(initial={"key": secret_token(), "seen": thing.version})
    if may_review and review_form is None:
        newest = {"submission": thing.submissions_count}
        review_form = ReviewForm(initial=newest, criteria=list(thing.criteria.all()))
    context = {
        "deliverable": thing,
        "badge": deliverable_badge(thing, ws.engagement),
        "newest": versions[0] if versions and is_first else None,
        "earlier": versions[1:] if is_first else versions,
        "page": page,
        "submit_form": submit_form if may_submit else None,
        "review_form": review_form if may_review else None,
        "form": due_form or (submit_form if may_submit else review_form),
        "due_form": due_form or DueForm(initial={"due_on": thing.due_on, "seen": thing.version}),
        "may_move_due": _may_move_due(ws, thing),
        "turn": _turn(ws, thing) if active else None,
    }
    return work_page(request, ws, "deliverable", "deliverables", status, **context)


def _may_move_due(ws: Workspace, thing: Any) -> bool:
    is_open = thing.state in _OPEN and ws.engagement.state in AMENDABLE
    return is_open and bool(ws.standing.correct()) and not is_amendment_open(ws.engagement)


def _turn(ws: Workspace, thing: Any) -> Turn | None:
    if thing.state in ("accepted", "left_out"):
        return None
    if thing.state == "submitted" and ws.engagement.is_held:
        return None
    if thing.state == "submitted":
        if ws.standing.review():
            return Turn(_("Answer version %(number)s") % {"number": thing.submissions_count}, True, thing.review_by_at)
        who = ws.engagement.supervisor.name
        return Turn(_("%(who)s answers it") % {"who": who}, False, thing.review_by_at, _on_record(thing))
    if ws.is_intern:
        again = thing.state == "returned"
        return Turn(_("Change it and hand it in again") if again else _("Hand it in"), True, thing.due_on)
    return Turn(_("%(who)s hands it in") % {"who": ws.engagement.intern.name}, False, thing.due_on)


def _on_record(thing: Any) -> str:
    """What happens when the promised day passes without an answer."""
    if thing.review_by_at > clock.now():
        return ""
    starts = on_record_from(thing)
    words = _("The promised day is over. After %(day)s a steward may accept it on the record.")
    return words % {"day": day_text(starts)} if starts else ""

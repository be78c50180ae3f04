"""After the work: hours and tools, pay, and the page that says what was done."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from firstfoot.kernel import clock
from firstfoot.kernel.verdict import require
from firstfoot.proof.credentials.queries import credential_of
from firstfoot.proof.pathways.queries import asks, pathway_of
from firstfoot.proof.portfolio.policies import recommending
from firstfoot.proof.portfolio.queries import letter_for
from firstfoot.web.shared.confirmation import check_address, facts_of, state_of
from firstfoot.web.shared.paper import on_paper
from firstfoot.web.shared.paper.press import Code, Confirmation, confirmation_of
from firstfoot.web.shared.paper.printing import file_name
from firstfoot.web.shared.paper.seal import Seal, sealed
from firstfoot.web.shared.qr import qr_svg
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.forms.closing import ClosingForm
from firstfoot.web.work.views.access import access_rows
from firstfoot.web.work.words import PATHWAY, PATHWAYS, SCALE
from firstfoot.web.work.workspace import Workspace, open_workspace, work_page
from firstfoot.work.engagements.actions import note_closing
from firstfoot.work.engagements.queries import (
    confirmed_work,
    deliverables_of,
    minutes_logged,
    pay_due_on,
    standing_agreement,
    standing_terms,
    unmet_criteria,
)
from firstfoot.work.evaluations.queries import evaluation_of, is_open, revealed_of, skills_in

_AFTER_WORK = ("closing", "completed", "ended_early")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def closing(request: PersonRequest, public_id: str) -> HttpResponse:
    """Everything that is left after the work, for both sides; the intern notes hours and tools."""
    ws = open_workspace(request, public_id)
    if request.method != "POST":
        return _page(request, ws)
    require(ws.standing.intern())
    form = ClosingForm(request.POST, goal=ws.engagement.learning_goal)
    if not form.is_valid():
        return _page(request, ws, 422, notes_form=form, form=form)
    note_closing(engagement_id=ws.engagement.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Noted. It stands on the completion page."))
    return redirect("work:closing", public_id)


@login_required
@require_safe
def completion(request: PersonRequest, public_id: str) -> HttpResponse:
    """One page that says what was done; prints on A4."""
    ws = open_workspace(request, public_id)
    engagement = ws.engagement
    accepted = [d for d in deliverables_of(engagement) if d.state == "accepted"]
    done = engagement.state == "completed" or (engagement.state == "ended_early" and accepted)
    if not done:
        raise Http404
    evaluations, unmet = revealed_of(engagement), unmet_criteria(engagement)
    context = {
        "accepted": [{"thing": d, "criteria": list(d.criteria.all())} for d in accepted],
        "quotes": [e for e in evaluations if e.quote],
        "terms": standing_terms(engagement),
        "agreement": standing_agreement(engagement),
        "unmet": unmet,
        "skills": skills_in(evaluations, accepted, unmet),
        "credential": credential_of(engagement) if ws.is_intern else None,
        "finished_on": engagement.completed_at or engagement.ended_at,
    }
    return work_page(request, ws, "completion", "closing", **context)


def _completion_code(public_id: str) -> Code | None:
    """The same check as on the confirmation; it says less than this paper, and so does the sentence beside it."""
    if confirmed_work(public_id) is None:
        return None
    address = check_address(public_id)
    how = _("Point your camera at the code. The address says who did this for whom, when, in how many hours, and how "
            "many criteria were met. Whether the file is unchanged you learn at %(paper)s.")  # fmt: skip
    return Code(
        **_qr_of(address), call=_("Check this paper"), leads_to=address,
        how=how % {"paper": settings.SITE_URL + reverse("public:paper_check")},
    )  # fmt: skip


def _qr_of(address: str) -> dict[str, str]:
    says = _("QR code that leads to %(address)s") % {"address": address}
    return {"code": qr_svg(address, escape(says)), "code_says": says}


completion_pdf = on_paper(completion, _completion_code)


@login_required
@require_safe
def confirmation_pdf(request: PersonRequest, public_id: str) -> HttpResponse:
    """One page to hand on, from the moment the work is accepted, with the address where it is checked."""
    ws = open_workspace(request, public_id)
    work = confirmed_work(public_id)
    if work is None:
        raise Http404
    address = check_address(public_id)
    printed = confirmation_of(
        Confirmation(
            title=work.title,
            language=(get_language() or "en").split("-")[0],
            direction="rtl" if get_language_bidi() else "ltr",
            site=settings.SITE_NAME,
            address=address,
            dated=clock.now(),
            kicker=_("Confirmation of a micro-internship"),
            lead=state_of(work),
            facts=tuple(facts_of(work)),
            **_qr_of(address),
            call=_("Check this page"),
            how=_("Point your camera at the code. The address shows what must stand here."),
            foot=_("Both sides signed outcome, results and criteria on %(site)s before the work began; each result was "
                   "checked against them.") % {"site": settings.SITE_NAME},
        )
    )  # fmt: skip
    answer = HttpResponse(sealed(printed, Seal(request.path, clock.today())), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{file_name(ws.engagement.title)}-confirmation.pdf"'
    return answer


def _page(request: PersonRequest, ws: Workspace, status: int = 200, **forms: Any) -> HttpResponse:
    engagement = ws.engagement
    after = engagement.state in _AFTER_WORK and ws.has_started
    offer = pathway_of(engagement) if after else None
    own = evaluation_of(engagement, ws.standing.side) if after else None
    notes: dict[str, Any] = {
        name: getattr(engagement, name) for name in ("hours_worked", "tools_used", "learning_answer")
    }
    if after and ws.is_intern and engagement.hours_worked is None:
        logged = minutes_logged(engagement)
        notes["hours_worked"] = None if logged is None else (logged + 30) // 60
    back = [row for row in access_rows(ws) if row["item"].given_at]
    context = {
        "after": after,
        "results_confirmed": after and engagement.results_accepted > 0,
        "access_back": back if engagement.state in _AFTER_WORK else [],
        "access_out": any(row["item"].is_out for row in back),
        "notes_form": ClosingForm(initial=notes, goal=engagement.learning_goal) if after and ws.is_intern else None,
        "pay_due": pay_due_on(engagement),
        "has_pack": bool(engagement.results_accepted),
        "own": own,
        "evaluations_open": after and is_open(engagement),
        "is_revealed": after and bool(revealed_of(engagement)),
        "offer": offer,
        "offer_words": PATHWAYS[offer.kind] if offer else "",
        "offer_badge": PATHWAY[offer.state] if offer and asks(offer) else None,
        "scale": SCALE,
        "letter_card": _letter_words(ws) if after else "",
        "has_page": engagement.state == "completed"
        or (engagement.state == "ended_early" and engagement.results_accepted),
        **forms,
    }
    return work_page(request, ws, "closing", "closing", status, **context)


def _letter_words(ws: Workspace) -> str:
    """What is said of the letter; nothing where there is none to read or write."""
    found = letter_for(ws.engagement, is_intern=ws.is_intern)
    if found is not None and found.state == "signed":
        return _("Signed by %(who)s.") % {"who": found.author.name}
    if found is not None and found.state == "revoked":
        return _("It was taken back.")
    return (
        _("Say what you saw, in a letter that %(who)s can show.") % {"who": ws.other}
        if recommending(ws.standing)
        else ""
    )

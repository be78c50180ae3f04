"""One applicant: their answers, blind until the shortlist, and what the host can do."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from firstfoot.foundation.conversations.queries import posts_of
from firstfoot.foundation.phrases import zone_text
from firstfoot.kernel.ids import public_id as new_key
from firstfoot.market.applications.blind import applicant_card
from firstfoot.market.applications.interviews import newest_interview
from firstfoot.market.applications.marks import SeenMarks, criteria_of, marks_visible_to
from firstfoot.market.applications.policies import may_offer, may_review_applicants
from firstfoot.market.applications.queries import hosted_applications
from firstfoot.market.applications.rubric import criteria_from, digest_of
from firstfoot.market.applications.states import APPLICATION, INTERVIEWED, ApplicationState
from firstfoot.market.talent.queries import claims_of, profile_of
from firstfoot.reactions import reasons
from firstfoot.web.hosts.applicant_words import host_standing
from firstfoot.web.hosts.forms.applicant import FORMS, ApplicantPostForm
from firstfoot.web.hosts.forms.interview import InterviewForm
from firstfoot.web.hosts.forms.mark import MarkForm
from firstfoot.web.hosts.mark_words import told
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.skill_words import SaidClaim, said_claims
from firstfoot.work.engagements.queries import engagements_visible_to

S = ApplicationState
_STEPPING_ASIDE = (S.SUBMITTED, S.SHORTLISTED, S.OFFERED)
_REVIEWING, _OFFERING = ("shortlist", "unshortlist", "decline"), ("offer", "rescind")
_FORMS = {**FORMS, "interview": InterviewForm}
_OF_RECRUITERS = {*_OFFERING, "extend", "no_seat"}


@require_safe
@login_required
def applicant(request: PersonRequest, public_id: str) -> HttpResponse:
    """The page; every move on it is a form of its own."""
    return applicant_page(request, applicant_of(request, public_id))


def applicant_of(request: PersonRequest, public_id: str) -> Any:
    """The application, when the reader may know of it as a host."""
    return get_object_or_404(hosted_applications(request.user), public_id=public_id)


def applicant_page(
    request: PersonRequest, found: Any, given: dict[str, Form] | None = None, status: int = 200
) -> HttpResponse:
    """The page, with the forms that came back with errors in place of fresh ones."""
    card = applicant_card(found, profile_of(found.person))
    marks = marks_visible_to(request.user, found)
    moves = _moves(request, found, marks)
    seen = {"seen": found.version}
    forms = {verb: form(prefix=verb, initial=seen) for verb, form in _FORMS.items() if verb in moves}
    if "post" in moves:
        forms["post"] = ApplicantPostForm(initial={"key": new_key()})
    if "mark" in moves:
        forms["mark"] = _mark_form(found, marks)
    forms.update(given or {})
    questions = [question.text for question in found.brief_version.brief.questions]
    context = {
        "application": found,
        "project": found.project,
        "card": card,
        "claims": _claims(request, found),
        "standing": host_standing(found, card.label),
        "answers": list(zip(questions, card.answers, strict=False)),
        "moves": moves,
        "marks": marks,
        "own_mark": told(marks.own) if marks.own else None,
        "other_marks": [told(mark) for mark in marks.others],
        "may_block": found.is_revealed and not moves.isdisjoint(_OF_RECRUITERS),
        "forms": forms,
        "form": next(iter((given or {}).values()), None),  # for "Error:" in the title
        "posts": posts_of(found.thread) if found.thread else (),
        "interview": newest_interview(found) if found.state in INTERVIEWED else None,
        "zone": zone_text(),
        "declined": reasons.DECLINED.get(found.decline_reason),
        "lapsed": reasons.LAPSED.get(found.lapse_reason),
        "engagement": _engagement(request, found),
    }
    return render(request, "hosts/applicant.html", context, status=status)


def _claims(request: PersonRequest, found: Any) -> list[SaidClaim]:
    """How each skill is known, once the applicant is known; a link leads to an engagement that the reader may see."""
    claims = claims_of(found.person) if found.is_revealed else []
    shown = [claim.shown_in for claim in claims if claim.known_by == "shown"]
    seen = engagements_visible_to(request.user).filter(public_id__in=shown) if shown else ()
    return said_claims(claims, {e.public_id: reverse("work:completion", args=[e.public_id]) for e in seen})


def _mark_form(found: Any, marks: SeenMarks) -> MarkForm:
    """Empty, or with what the reader handed in before."""
    criteria, own = criteria_of(found.project), marks.own
    initial: dict[str, Any] = {"rubric": digest_of(criteria), "seen": own.version if own else 0}
    if own and own.rubric and digest_of(criteria_from(own.rubric.criteria)) == initial["rubric"]:
        initial |= {f"score_{number}": score for number, score in enumerate(own.scores)}
    initial["note"] = own.note if own else ""
    return MarkForm(prefix="mark", initial=initial, criteria=criteria)


def _moves(request: PersonRequest, found: Any, marks: SeenMarks) -> set[str]:
    """The moves that are allowed and timely for this reader."""
    moves: set[str] = set()
    if may_review_applicants(request.user, found):
        if not marks.has_conflict:
            moves |= {verb for verb in _REVIEWING if APPLICATION.allows(verb, found.state)} | {"step_aside"}
        if found.state in INTERVIEWED and not marks.has_conflict:
            moves.add("interview")
        if found.can_be_marked:
            moves.add("mark")
        if found.can_be_marked and "shortlist" in moves and not marks.is_written:
            moves = (moves - {"shortlist"}) | {"mark_first"}
        if found.thread and not found.thread.is_closed:
            moves.add("post")
    if may_offer(request.user, found):
        moves |= {verb for verb in _OFFERING if APPLICATION.allows(verb, found.state)}
        if found.state == S.OFFERED:
            moves.add("extend")
    if found.state not in _STEPPING_ASIDE:
        moves.discard("step_aside")
    if found.is_reserve:
        moves.discard("unshortlist")
    if "offer" in moves and found.project.seats_free < 1:
        moves = (moves - {"offer"}) | {"no_seat"}
    return moves


def _engagement(request: PersonRequest, found: Any) -> Any:
    if found.state != S.ACCEPTED:
        return None
    return engagements_visible_to(request.user).filter(application=found).first()

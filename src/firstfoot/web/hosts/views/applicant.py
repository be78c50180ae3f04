"""One applicant: their answers, blind until the shortlist, and what the host can do."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from firstfoot.foundation.conversations.queries import posts_of
from firstfoot.kernel.ids import public_id as new_key
from firstfoot.market.applications.blind import applicant_card
from firstfoot.market.applications.policies import may_offer, may_review_applicants
from firstfoot.market.applications.queries import hosted_applications
from firstfoot.market.applications.states import APPLICATION, ApplicationState
from firstfoot.market.talent.queries import profile_of
from firstfoot.reactions import reasons
from firstfoot.web.hosts.applicant_words import host_standing
from firstfoot.web.hosts.forms.applicant import FORMS, ApplicantPostForm
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.work.engagements.queries import engagements_visible_to

S = ApplicationState
_REVIEWING, _OFFERING = ("shortlist", "unshortlist", "decline"), ("offer", "rescind")


@require_GET
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
    moves = _moves(request, found)
    seen = {"seen": found.version}
    forms = {verb: form(prefix=verb, initial=seen) for verb, form in FORMS.items() if verb in moves}
    if "post" in moves:
        forms["post"] = ApplicantPostForm(initial={"key": new_key()})
    forms.update(given or {})
    questions = [question.text for question in found.brief_version.brief.questions]
    context = {
        "application": found,
        "project": found.project,
        "card": card,
        "standing": host_standing(found, card.label),
        "answers": list(zip(questions, card.answers, strict=False)),
        "moves": moves,
        "forms": forms,
        "form": next(iter((given or {}).values()), None),  # for "Error:" in the title
        "posts": posts_of(found.thread) if found.thread else (),
        "declined": reasons.DECLINED.get(found.decline_reason),
        "lapsed": reasons.LAPSED.get(found.lapse_reason),
        "engagement": _engagement(request, found),
    }
    return render(request, "hosts/applicant.html", context, status=status)


def _moves(request: PersonRequest, found: Any) -> set[str]:
    """The moves that are allowed and timely for this reader."""
    moves: set[str] = set()
    if may_review_applicants(request.user, found):
        moves |= {verb for verb in _REVIEWING if APPLICATION.allows(verb, found.state)}
        if found.thread and not found.thread.is_closed:
            moves.add("post")
    if may_offer(request.user, found):
        moves |= {verb for verb in _OFFERING if APPLICATION.allows(verb, found.state)}
        if found.state == S.OFFERED:
            moves.add("extend")
    if found.is_reserve:
        moves.discard("unshortlist")
    if "offer" in moves and found.project.seats_free < 1:
        moves = (moves - {"offer"}) | {"no_seat"}
    return moves


def _engagement(request: PersonRequest, found: Any) -> Any:
    if found.state != S.ACCEPTED:
        return None
    return engagements_visible_to(request.user).filter(application=found).first()

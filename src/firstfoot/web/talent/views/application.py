"""One application: where it stands, what is next, the offer, the conversation."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.foundation.conversations.queries import posts_of
from firstfoot.foundation.phrases import zone_text
from firstfoot.kernel.ids import public_id as new_key
from firstfoot.market.applications.actions import post_in_application, refuse_offer, withdraw_application
from firstfoot.market.applications.blind import applicant_card
from firstfoot.market.applications.interviews import newest_interview
from firstfoot.market.applications.marks import marks_shared_with
from firstfoot.market.applications.queries import applications_of, changed_since_applied
from firstfoot.market.applications.rubric import criteria_from
from firstfoot.market.applications.states import APPLICATION, INTERVIEWED, ApplicationState
from firstfoot.market.projects.queries import open_projects
from firstfoot.market.talent.queries import profile_of
from firstfoot.reactions import reasons
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.rubric_words import scored
from firstfoot.web.talent.forms.application import PostForm, SeenForm
from firstfoot.web.talent.forms.interview import ChooseForm, NoneFitsForm
from firstfoot.web.talent.load_words import load_words
from firstfoot.web.talent.words import changed_words, standing_of, steps_of
from firstfoot.work.engagements.actions import accept_offer
from firstfoot.work.engagements.queries import engagements_visible_to

S = ApplicationState
_ELSEWHERE = (S.DECLINED, S.LAPSED, S.EXPIRED, S.WITHDRAWN, S.REFUSED)
SUGGESTED = 2


@require_safe
@login_required
def application(request: PersonRequest, public_id: str) -> HttpResponse:
    """The page of one's own application; a draft goes on where it is written."""
    mine = own_application(request, public_id)
    return application_page(request, mine)


@require_POST
@login_required
def withdraw(request: PersonRequest, public_id: str) -> HttpResponse:
    mine = own_application(request, public_id)
    withdraw_application(application_id=mine.pk, seen=_seen(request), actor=request.user)
    messages.success(request, _("Application withdrawn."))
    return redirect("talent:application", public_id)


@require_POST
@login_required
def refuse(request: PersonRequest, public_id: str) -> HttpResponse:
    mine = own_application(request, public_id)
    refuse_offer(application_id=mine.pk, seen=_seen(request), actor=request.user)
    messages.success(request, _("You said no to the offer. Thank you for telling them."))
    return redirect("talent:application", public_id)


@require_POST
@login_required
def accept(request: PersonRequest, public_id: str) -> HttpResponse:
    """Takes the seat; the engagement begins with its agreement."""
    mine = own_application(request, public_id)
    engagement = accept_offer(application_id=mine.pk, seen=_seen(request), actor=request.user)
    messages.success(request, _("Offer accepted. Read the agreement next; you both sign it."))
    return redirect("work:engagement", engagement.public_id)


@require_POST
@login_required
def post(request: PersonRequest, public_id: str) -> HttpResponse:
    mine = own_application(request, public_id)
    form = PostForm(request.POST)
    if not form.is_valid():
        return application_page(request, mine, {"post": form}, status=422)
    post_in_application(application_id=mine.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Message sent."))
    return redirect("talent:application", public_id)


def own_application(request: PersonRequest, public_id: str) -> Any:
    return get_object_or_404(applications_of(request.user), public_id=public_id)


def _seen(request: PersonRequest) -> int | None:
    form = SeenForm(request.POST)
    return form.cleaned_data["seen"] if form.is_valid() else None


def application_page(
    request: PersonRequest, mine: Any, given: dict[str, Form] | None = None, status: int = 200
) -> HttpResponse:
    """The page, with the forms that came back with errors in place of fresh ones."""
    given = given or {}
    own = profile_of(request.user)
    questions = mine.brief_version.brief.questions
    can_post = mine.thread is not None and not mine.thread.is_closed
    context = {
        "application": mine,
        "project": mine.project,
        "host": mine.project.organization,
        "standing": standing_of(mine),
        "steps": steps_of(mine),
        "answers": [(q.text, a) for q, a in zip(questions, mine.answers, strict=False)],
        "card": applicant_card(mine, own),
        "changes": changed_words(changed_since_applied(mine)),
        "posts": posts_of(mine.thread) if mine.thread else (),
        "can_post": can_post,
        "form": next(iter(given.values()), None),  # for "Error:" in the title
        "post_form": given.get("post") or (PostForm(initial={"key": new_key()}) if can_post else None),
        **_talk(mine, given),
        "load": _load(request, mine, own) if mine.state == S.OFFERED else (),
        "can_withdraw": APPLICATION.allows("withdraw", mine.state),
        **_ending(request, mine),
    }
    return render(request, "talent/application.html", context, status=status)


def _talk(mine: Any, given: dict[str, Form]) -> dict[str, Any]:
    """The newest times for a talk, with the forms to answer them; one query, while people talk at all."""
    interview = newest_interview(mine) if mine.state in INTERVIEWED else None
    if interview is None or not interview.is_live:
        return {}
    seen = {"seen": interview.version}
    choosing = given.get("choose") or ChooseForm(prefix="choose", initial=seen, interview=interview)
    return {
        "interview": interview,
        "zone": zone_text(),
        "choose_form": choosing if interview.chosen_at is None else None,
        "pass_form": given.get("pass") or NoneFitsForm(prefix="pass", initial=seen),
    }


def _load(request: PersonRequest, mine: Any, own: Any) -> list[str]:
    return load_words(request.user, own, mine.project, mine.brief_version.brief.start_from)


def _ending(request: PersonRequest, mine: Any) -> dict[str, Any]:
    """Why it ended, and where to go from here."""
    if mine.state == S.ACCEPTED:
        return {"engagement": engagements_visible_to(request.user).filter(application=mine).first()}
    reason = reasons.DECLINED.get(mine.decline_reason) or reasons.LAPSED.get(mine.lapse_reason)
    taken_back = reasons.RESCINDED.get(mine.rescind_reason)
    if mine.state not in _ELSEWHERE:
        return {"taken_back": taken_back}
    applied = applications_of(request.user).order_by().values("project")
    others = open_projects(request.user).exclude(pk__in=applied)
    others = others.exclude(organization=mine.project.organization_id)
    alike = list(others.filter(category=mine.project.category).order_by("-published_at", "-pk")[:SUGGESTED])
    if len(alike) < SUGGESTED:
        known = [project.pk for project in alike]
        alike += others.exclude(pk__in=known).order_by("-published_at", "-pk")[: SUGGESTED - len(alike)]
    shared = marks_shared_with(request.user, mine)
    marks = [scored(criteria_from(mark.rubric.criteria), mark.scores) for mark in shared if mark.rubric]
    return {"reason": reason, "others": alike, "marks": marks}

"""What a host does with one applicant: each is one post, answered by the applicant's page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import allow_if, require
from firstfoot.market.applications import actions
from firstfoot.market.applications.blind import host_label
from firstfoot.web.hosts.applicant_words import host_standing
from firstfoot.web.hosts.forms.applicant import (
    ApplicantPostForm,
    DeclineForm,
    ExtendForm,
    MoveForm,
    OfferForm,
    RescindForm,
)
from firstfoot.web.hosts.views.applicant import applicant_of, applicant_page
from firstfoot.web.shared.blocking import say_blocked
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.shared.words import when_text
from firstfoot.work.engagements.queries import is_at_work_for


@require_POST
@login_required
def shortlist(request: PersonRequest, public_id: str) -> HttpResponse:
    found = applicant_of(request, public_id)
    moved = actions.shortlist(application_id=found.pk, seen=_seen(request), actor=request.user)
    messages.success(request, _("%(name)s is on the shortlist. You can write to each other now.") % _name(moved))
    return redirect("hosts:applicant", public_id)


@require_POST
@login_required
def unshortlist(request: PersonRequest, public_id: str) -> HttpResponse:
    found = applicant_of(request, public_id)
    moved = actions.unshortlist(application_id=found.pk, seen=_seen(request), actor=request.user)
    messages.success(request, _("%(name)s is undecided again.") % _name(moved))
    return redirect("hosts:applicant", public_id)


@require_POST
@login_required
def decline(request: PersonRequest, public_id: str) -> HttpResponse:
    found = applicant_of(request, public_id)
    form = DeclineForm(request.POST, prefix="decline")
    if not form.is_valid():
        return applicant_page(request, found, {"decline": form}, status=422)
    try:
        moved = actions.decline(application_id=found.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refused:
        return _both_texts(request, public_id, refused, form.cleaned_data["note"])
    messages.success(request, _("You said no to %(name)s. They read your reason.") % _name(moved))
    return redirect("hosts:applicants", found.project.public_id)


@require_POST
@login_required
def offer(request: PersonRequest, public_id: str) -> HttpResponse:
    """An offer, also to a reserve."""
    found = applicant_of(request, public_id)
    form = OfferForm(request.POST, prefix="offer")
    if not form.is_valid():
        return applicant_page(request, found, {"offer": form}, status=422)
    make = actions.call_reserve if found.is_reserve else actions.offer
    try:
        moved = make(application_id=found.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refused:
        return _both_texts(request, public_id, refused, form.cleaned_data["note"])
    until = {"when": when_text(moved.offer_until_at)} if moved.offer_until_at else {"when": ""}
    messages.success(request, _("Offer made. %(name)s answers by %(when)s.") % {**_name(moved), **until})
    return redirect("hosts:applicant", public_id)


@require_POST
@login_required
def extend(request: PersonRequest, public_id: str) -> HttpResponse:
    found = applicant_of(request, public_id)
    form = ExtendForm(request.POST, prefix="extend")
    if not form.is_valid():
        return applicant_page(request, found, {"extend": form}, status=422)
    actions.extend_offer(application_id=found.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("%(name)s has more time to answer.") % _name(found))
    return redirect("hosts:applicant", public_id)


@require_POST
@login_required
def rescind(request: PersonRequest, public_id: str) -> HttpResponse:
    found = applicant_of(request, public_id)
    form = RescindForm(request.POST, prefix="rescind")
    if not form.is_valid():
        return applicant_page(request, found, {"rescind": form}, status=422)
    moved = actions.rescind_offer(application_id=found.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Offer taken back. %(name)s reads your reason.") % _name(moved))
    return redirect("hosts:applicant", public_id)


@require_POST
@login_required
def post(request: PersonRequest, public_id: str) -> HttpResponse:
    found = applicant_of(request, public_id)
    form = ApplicantPostForm(request.POST)
    if not form.is_valid():
        return applicant_page(request, found, {"post": form}, status=422)
    actions.post_in_application(application_id=found.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Message sent."))
    return redirect(reverse("hosts:applicant", args=[public_id]) + "#conversation")


def _seen(request: PersonRequest) -> int | None:
    form = MoveForm(request.POST)
    return form.cleaned_data["seen"] if form.is_valid() else None


def _name(application: Any) -> dict[str, str]:
    return {"name": host_label(application)}


def _both_texts(request: PersonRequest, public_id: str, refused: Conflict, mine: str) -> HttpResponse:
    """409 with what was typed and what stands; a rule other than a stale page is answered as everywhere."""
    if refused.code != "changed" or not mine:
        raise refused
    now = applicant_of(request, public_id)
    standing = host_standing(now, host_label(now))
    back = reverse("hosts:applicant", args=[public_id])
    return conflict(request, mine, f"{standing.label}. {standing.title}. {standing.detail}", back)


@require_POST
@login_required
def block(request: PersonRequest, public_id: str) -> HttpResponse:
    """The organization keeps away from a person it knows the name of."""
    found = applicant_of(request, public_id)
    require(allow_if(found.shortlisted_at is not None, else_deny="not_revealed"))
    host = found.project.organization_id
    actions.block_each_other(organization_id=host, person_id=found.person_id, side="organization", actor=request.user)
    said = _("Your organization keeps away from %(name)s. They are not told.") % _name(found)
    say_blocked(request, said, at_work=is_at_work_for(found.person_id, host))
    return redirect("people:blocks")

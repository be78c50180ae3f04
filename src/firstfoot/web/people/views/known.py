"""People one knows: who asked, with whom one stays in touch, whom one may ask."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.proof.network import queries
from firstfoot.proof.network.actions import answer_tie, ask_to_stay, take_back_tie
from firstfoot.web.people.forms.known import StayForm
from firstfoot.web.people.reached import way_or_none
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_safe
def known(request: PersonRequest) -> HttpResponse:
    """Everybody in one page: questions first, then who is known, then who could be asked."""
    reader = request.user
    context = {
        "asked_of": queries.asked_of(reader),
        "known": [(one, way_or_none(one.shown)) for one in queries.in_touch(reader)],
        "asked_by": queries.asked_by(reader),
        "to_ask": queries.to_ask(reader),
    }
    return render(request, "people/known.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: PersonRequest, public_id: str) -> HttpResponse:
    """GET says what asking means; POST asks, or says yes where they have asked meanwhile."""
    met = queries.askable(request.user, public_id)
    if met is None:
        return _asked_meanwhile(request, public_id)
    if request.method != "POST":
        return _question(request, met.person, _form(request, met.person), met=met)
    form = StayForm(request.POST, name=met.person.name)
    if not form.is_valid():
        return _question(request, met.person, form, 422, met=met)
    tie = ask_to_stay(person_id=met.person.pk, shows=form.cleaned_data["shows"], actor=request.user)
    said = {"name": met.person.name}
    if tie.state == "agreed":
        messages.success(request, _("%(name)s had asked you too: you stay in touch.") % said)
        return redirect("people:tie", tie.public_id)
    messages.success(request, _("Asked. When %(name)s says yes, you read it here and in your inbox.") % said)
    return redirect("people:known")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: PersonRequest, public_id: str) -> HttpResponse:
    """The yes, with how one is reached, or the no, which nobody is told."""
    question = queries.question_to(request.user, public_id)
    if question is None:
        raise Http404
    if request.method != "POST":
        return _question(request, question.other, _form(request, question.other), tie=question.tie)
    if request.POST.get("answer") == "no":
        answer_tie(tie_id=question.tie.pk, accept=False, actor=request.user)
        messages.success(request, _("You said no. Nobody is told."))
        return redirect("people:known")
    form = StayForm(request.POST, name=question.other.name)
    if not form.is_valid():
        return _question(request, question.other, form, 422, tie=question.tie)
    answer_tie(tie_id=question.tie.pk, accept=True, shows=form.cleaned_data["shows"], actor=request.user)
    messages.success(request, _("You and %(name)s stay in touch.") % {"name": question.other.name})
    return redirect("people:tie", public_id)


@login_required
@require_POST
def take_back(request: PersonRequest, public_id: str) -> HttpResponse:
    """No longer ask; nobody is told."""
    question = queries.question_by(request.user, public_id)
    if question is None:
        raise Http404
    take_back_tie(tie_id=question.tie.pk, actor=request.user)
    messages.success(request, _("Taken back. Nobody is told."))
    return redirect("people:known")


def _asked_meanwhile(request: PersonRequest, public_id: str) -> HttpResponse:
    """A link to somebody who asked, was asked or said yes leads to where that stands."""
    for one in queries.asked_of(request.user):
        if one.other.public_id == public_id:
            return redirect("people:known_answer", one.tie.public_id)
    for one in queries.in_touch(request.user):
        if one.other.public_id == public_id:
            return redirect("people:tie", one.tie.public_id)
    if any(one.other.public_id == public_id for one in queries.asked_by(request.user)):
        return redirect("people:known")  # asked in another window
    raise Http404


def _form(request: PersonRequest, other: Any) -> StayForm:
    return StayForm(initial={"shows": request.user.email}, name=other.name)


def _question(request: PersonRequest, other: Any, form: StayForm, status: int = 200, **about: Any) -> HttpResponse:
    context = {"other": other, "form": form, **about}
    return render(request, "people/known_question.html", context, status=status)

"""Asking about a project in public, and taking the question back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.market.projects import queries
from firstfoot.market.projects.actions import ask_question, take_back_question
from firstfoot.market.projects.questions import open_question
from firstfoot.web.public.forms.ask import AskForm
from firstfoot.web.public.views.project import project_page
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def project_ask(request: PersonRequest, public_id: str) -> HttpResponse:
    """Ask; a visit, such as after signing in, is led to the form on the project's page."""
    found = _readable(request, public_id)
    if request.method != "POST":
        return redirect(_page(public_id, "#ask"))
    form = AskForm(request.POST)
    if not form.is_valid():
        return project_page(request, found, 422, ask=form)
    try:
        ask_question(project_id=found.pk, body=form.cleaned_data["body"], actor=request.user)
    except (Conflict, LimitReached) as refusal:
        form.add_error("body", reason(refusal))
        return project_page(request, found, refusal.status, ask=form)
    messages.success(request, _("Asked. We write to you as soon as the host answers."))
    return redirect(_page(public_id, "#ask"))


@login_required
@require_POST
def question_take_back(request: PersonRequest, public_id: str) -> HttpResponse:
    """The reader's own open question about this project is not needed any more."""
    found = _readable(request, public_id)
    if (mine := open_question(request.user, found.pk)) is None:
        raise Http404
    take_back_question(question_id=mine.pk, actor=request.user)
    messages.success(request, _("Taken back. You may ask something else."))
    return redirect(_page(public_id, "#ask"))


def _readable(request: PersonRequest, public_id: str) -> Any:
    if (found := queries.project_by_link(public_id, request.user)) is None:
        raise Http404
    return found


def _page(public_id: str, part: str) -> str:
    return reverse("public:project", args=[public_id]) + part

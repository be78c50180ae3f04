"""A host's answers to public questions: each is one post, answered by the project's page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from firstfoot.kernel.errors import Conflict
from firstfoot.market.projects.actions import answer_question, set_aside_question
from firstfoot.market.projects.questions import questions_hosted_by, questions_to_answer
from firstfoot.web.hosts.forms.questions import AnswerForm, SetAsideForm, asked
from firstfoot.web.hosts.views.project import project_page
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict


@require_POST
@login_required
def question_answer(request: PersonRequest, public_id: str, question: str) -> HttpResponse:
    """Answer for everyone."""
    found = _hosted(request, public_id, question)
    form = AnswerForm(request.POST, prefix=f"a-{question}")
    if not form.is_valid():
        return _again(request, found, form)
    try:
        answer_question(question_id=found.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refusal:
        if refusal.code == "not_for_the_public":
            form.add_error("answer", reason(refusal))
            return _again(request, found, form)
        if refusal.code != "changed":
            raise
        found.refresh_from_db()
        stands = found.answer or _("It was set aside, or taken back.")
        return conflict(request, form.cleaned_data["answer"], stands, _page(found))
    messages.success(request, _("Answered. It is part of the brief now, and whoever asked or applied is told."))
    return redirect(_page(found))


@require_POST
@login_required
def question_set_aside(request: PersonRequest, public_id: str, question: str) -> HttpResponse:
    """Give it no public answer, with a reason."""
    found = _hosted(request, public_id, question)
    form = SetAsideForm(request.POST, prefix=f"s-{question}")
    if not form.is_valid():
        return _again(request, found, form)
    set_aside_question(question_id=found.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Set aside. Whoever asked reads your reason."))
    return redirect(_page(found))


def _again(request: PersonRequest, question: Any, form: Any) -> HttpResponse:
    rows = asked(questions_to_answer(question.project), (question.pk, form))
    return project_page(request, question.project, 422, questions=rows)


def _hosted(request: PersonRequest, project: str, question: str) -> Any:
    return get_object_or_404(questions_hosted_by(request.user), project__public_id=project, public_id=question)


def _page(question: Any) -> str:
    return reverse("hosts:project", args=[question.project.public_id]) + "#questions"

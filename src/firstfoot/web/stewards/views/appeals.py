"""Statements in assessments that one side calls wrong: somebody neutral reads the record and decides."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from firstfoot.web.shared.assessment_words import part_label
from firstfoot.web.shared.record_words import record_rows
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.appeals import AppealDecisionForm
from firstfoot.work.evaluations.appeals import appeals_to_decide, decide_evaluation_appeal
from firstfoot.work.evaluations.record import record_of

PAGE = 25


@steward_required
@require_safe
def appeals(request: PersonRequest) -> HttpResponse:
    """Those that wait, the longest first."""
    page = Paginator(appeals_to_decide(request.user), PAGE).get_page(request.GET.get("page"))
    return render(request, "stewards/appeals.html", {"page": page})


@steward_required
@require_http_methods(["GET", "HEAD", "POST"])
def appeal(request: PersonRequest, public_id: str) -> HttpResponse:
    """The statement, what is said against it, and the decision with its reason."""
    found = get_object_or_404(appeals_to_decide(request.user), public_id=public_id)
    form = AppealDecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        decide_evaluation_appeal(
            evaluation_id=found.pk, upheld=form.cleaned_data["decision"] == "upheld",
            reason=form.cleaned_data["reason"], actor=request.user,
        )  # fmt: skip
        messages.success(request, _("Decided. Both sides are told, and read your reason."))
        return redirect("stewards:appeals")
    context = {
        "found": found, "engagement": found.engagement, "form": form, "part": part_label(found.appeal_part),
        "said": _said(found), "record": record_rows(record_of(found.engagement)),
    }  # fmt: skip
    return render(request, "stewards/appeal.html", context, status=422 if form.errors else 200)


def _said(evaluation: Any) -> str:
    """The statement itself: a mark of four, or the text."""
    code = evaluation.appeal_part
    mark = evaluation.marks.get(code)
    return f"{mark} / 4" if mark else str(getattr(evaluation, code, ""))

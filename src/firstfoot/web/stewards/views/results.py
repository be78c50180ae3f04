"""A result that its host left unanswered: read the record, and accept it where the time is over."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.reason import RecordForm
from firstfoot.work.engagements.actions import accept_on_record
from firstfoot.work.engagements.queries import (
    deliverables_left_waiting,
    deliverables_on_record,
    is_on_record,
    on_record_from,
    with_versions,
)


@steward_required
@require_safe
def result(request: PersonRequest, public_id: str) -> HttpResponse:
    """What was promised, what was handed in and answered before; nothing else of the engagement."""
    return _show(request, _found(request, public_id))


@steward_required
@require_POST
def accept(request: PersonRequest, public_id: str) -> HttpResponse:
    """Accept the version that was read, with a reason both sides see; 409 when it was answered meanwhile."""
    found = get_object_or_404(deliverables_left_waiting(request.user), public_id=public_id)
    form = RecordForm(request.POST)
    if not form.is_valid():
        return _show(request, _found(request, public_id), form)
    accept_on_record(
        deliverable_id=found.pk, submission_number=form.cleaned_data["submission"],
        reason=form.cleaned_data["reason"], actor=request.user,
    )  # fmt: skip
    messages.success(request, _("Accepted on the record. Both sides are told, with your reason."))
    return redirect("stewards:desk")


def _found(request: PersonRequest, public_id: str) -> Any:
    return get_object_or_404(with_versions(deliverables_on_record(request.user)), public_id=public_id)


def _show(request: PersonRequest, found: Any, form: RecordForm | None = None) -> HttpResponse:
    context = {
        "deliverable": found,
        "engagement": found.engagement,
        "versions": list(found.submissions.all())[::-1],
        "may_decide": is_on_record(found),
        "decide_from": on_record_from(found),
        "form": form or RecordForm(initial={"submission": found.submissions_count}),
    }
    return render(request, "stewards/result.html", context, status=422 if form else 200)

"""What a reviewer hands in about one applicant: a mark, or that they should not judge it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.market.applications import actions
from firstfoot.market.applications.marks import criteria_of, marks_visible_to
from firstfoot.web.hosts.forms.mark import MarkForm
from firstfoot.web.hosts.review_order import next_to_read
from firstfoot.web.hosts.views.applicant import applicant_of, applicant_page
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict


@require_POST
@login_required
def mark(request: PersonRequest, public_id: str) -> HttpResponse:
    """Hand in a mark, then come to the next person to read."""
    found = applicant_of(request, public_id)
    form = MarkForm(request.POST, prefix="mark", criteria=criteria_of(found.project))
    if not form.is_valid():
        return applicant_page(request, found, {"mark": form}, status=422)
    try:
        actions.mark_application(application_id=found.pk, actor=request.user, **form.written())
    except (Conflict, IllegalTransition) as refused:
        return _both_texts(request, found, refused, form.cleaned_data["note"])
    following = next_to_read(request.user, found)
    if following is None:
        messages.success(request, _("Mark handed in. You have read everyone who waits."))
        return redirect("hosts:applicant", public_id)
    messages.success(request, _("Mark handed in. This is the next one to read."))
    return redirect("hosts:applicant", following)


@require_POST
@login_required
def step_aside(request: PersonRequest, public_id: str) -> HttpResponse:
    """Declare a conflict of interest."""
    found = applicant_of(request, public_id)
    actions.declare_conflict(application_id=found.pk, actor=request.user)
    messages.success(request, _("You stepped aside. Someone else of your organization decides this one."))
    return redirect("hosts:applicant", public_id)


def _both_texts(request: PersonRequest, found: Any, refused: Conflict | IllegalTransition, mine: str) -> HttpResponse:
    """409 with what was typed, and why it does not stand."""
    own = marks_visible_to(request.user, found).own
    if refused.code != "changed":
        stands = reason(refused)
    else:
        stands = own.note if own else _("The rubric is another now. Read its criteria, then mark again.")
    return conflict(request, mine, stands, reverse("hosts:applicant", args=[found.public_id]) + "#mark")

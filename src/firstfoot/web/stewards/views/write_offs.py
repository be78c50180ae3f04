"""Amounts that hosts ask to write off and no intern answered: the third party reads the record and decides."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.kernel import clock
from firstfoot.web.shared.pay_words import WRITE_OFF_REASONS
from firstfoot.web.shared.requests import PersonRequest, whole_number
from firstfoot.web.stewards.access import steward_required
from firstfoot.work.payments.actions import answer_write_off
from firstfoot.work.payments.queries import write_offs_left

PAGE = 25


@steward_required
@require_safe
def write_offs(request: PersonRequest) -> HttpResponse:
    """What is asked, by whom and why; the longest wait first."""
    return _show(request)


@steward_required
@require_POST
def answer(request: PersonRequest, public_id: str) -> HttpResponse:
    """Agree for the intern who did not answer, or say that it stays due; both sides are told."""
    found = get_object_or_404(write_offs_left(request.user, clock.now()), public_id=public_id)
    said = request.POST.get("answer")
    if said not in {"agree", "refuse"}:
        return _show(request, 422)
    agree = said == "agree"
    seen = whole_number(request.POST.get("seen", ""))
    answer_write_off(engagement_id=found.engagement_id, agree=agree, seen=seen, actor=request.user)
    done = _("It is written off. Both sides are told.") if agree else _("It stays due. Both sides are told.")
    messages.success(request, done)
    return redirect("stewards:write_offs")


def _show(request: PersonRequest, status: int = 200) -> HttpResponse:
    page = Paginator(write_offs_left(request.user, clock.now()), PAGE).get_page(request.GET.get("page"))
    rows = [(stipend, WRITE_OFF_REASONS[stipend.asked_reason]) for stipend in page.object_list]
    return render(request, "stewards/write_offs.html", {"page": page, "rows": rows}, status=status)

"""Finding somebody who finishes what ended early, and what they are handed."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from firstfoot.kernel.money import Money
from firstfoot.kernel.verdict import require
from firstfoot.market.projects.queries import current_brief
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.forms.rescue import FindForm
from firstfoot.web.work.workspace import open_workspace, work_page
from firstfoot.work.engagements.actions import seek_successor
from firstfoot.work.engagements.queries import left_of, may_be_finished, takeover_of
from firstfoot.work.engagements.rescue import brief_of_rest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: PersonRequest, public_id: str) -> HttpResponse:
    """What is left, as a brief to read and open; the words for whoever takes over."""
    ws = open_workspace(request, public_id)
    require(ws.standing.staff())
    if request.method != "POST" and not may_be_finished(ws.engagement):
        raise Http404
    initial = {"seen": ws.engagement.version, "note": ws.engagement.handed_over}
    form = FindForm(request.POST if request.method == "POST" else None, initial=initial)
    if not form.is_valid():
        project, left = ws.engagement.project, left_of(ws.engagement)
        rest = brief_of_rest(current_brief(project), left)
        context = {"left": left, "rest": rest, "pay": Money(rest.pay_minor, rest.currency), "form": form}
        return work_page(request, ws, "find_someone", "overview", 422 if form.is_bound else 200, **context)
    seek_successor(engagement_id=ws.engagement.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("The place is free again. Read the brief of what is left, then open it."))
    return redirect("hosts:project", ws.engagement.project.public_id)


@login_required
@require_safe
def taken_over(request: PersonRequest, public_id: str) -> HttpResponse:
    """What was accepted before, what is open, and how to go on; both sides read the same."""
    ws = open_workspace(request, public_id)
    found = takeover_of(ws.engagement)
    if found is None:
        raise Http404
    return work_page(request, ws, "taken_over", "overview", takeover=found)

"""A host's appeal against what holds its project back."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.market.moderation.actions import appeal_case
from firstfoot.market.moderation.queries import held_case_of
from firstfoot.market.projects import queries
from firstfoot.web.hosts.forms.project_moves import AppealForm
from firstfoot.web.hosts.views.project import project_page
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_POST
def project_appeal(request: PersonRequest, public_id: str) -> HttpResponse:
    """Ask another person to look, once, with the host's own words."""
    project = get_object_or_404(queries.hosted_projects(request.user), public_id=public_id)
    case = held_case_of(project)
    if case is None:
        raise Http404
    form = AppealForm(request.POST, auto_id="appeal_%s")
    if not form.is_valid():
        return project_page(request, project, 422, appeal=form)
    try:
        appeal_case(case_id=case.pk, text=form.cleaned_data["text"], actor=request.user)
    except (Conflict, IllegalTransition) as refused:
        form.add_error(None, reason(refused))
        return project_page(request, project, refused.status, appeal=form)
    messages.success(request, _("Sent. Another steward looks at it, and you hear the answer by mail."))
    return redirect("hosts:project", public_id)

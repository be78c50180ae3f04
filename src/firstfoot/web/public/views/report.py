"""Reporting a post to the stewards."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.verdict import require
from firstfoot.market.moderation.actions import report_project
from firstfoot.market.moderation.policies import may_report
from firstfoot.market.projects.queries import project_by_link
from firstfoot.web.public.forms.report import ReportForm
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: PersonRequest, public_id: str) -> HttpResponse:
    """Say what is wrong; whoever sees the post may."""
    project = project_by_link(public_id, request.user)
    if project is None:
        raise Http404
    require(may_report(request.user, project))
    form = ReportForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                report_project(project_id=project.pk, actor=request.user, **form.cleaned_data)
            except (Conflict, LimitReached) as refused:
                form.add_error(None, reason(refused))
                status = refused.status
            else:
                messages.success(request, _("Thank you. A steward looks at it, and you hear what came of it."))
                return redirect("public:project", public_id)
        else:
            status = 422
    return render(request, "public/report.html", {"project": project, "form": form}, status=status)

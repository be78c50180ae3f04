"""Asking an applicant for a talk, and the chosen time as a calendar file."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.market.applications.actions import offer_interview
from firstfoot.market.applications.blind import host_label
from firstfoot.market.applications.interviews import interviews_visible_to
from firstfoot.web.hosts.forms.interview import InterviewForm
from firstfoot.web.hosts.views.applicant import applicant_of, applicant_page
from firstfoot.web.shared.calendars import calendar_response
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest


@require_POST
@login_required
def offer(request: PersonRequest, public_id: str) -> HttpResponse:
    """Offer times; they take the place of those offered before."""
    found = applicant_of(request, public_id)
    form = InterviewForm(request.POST, prefix="interview")
    if not form.is_valid():
        return applicant_page(request, found, {"interview": form}, status=422)
    try:
        offer_interview(application_id=found.pk, actor=request.user, **form.given())
    except (Conflict, IllegalTransition) as refused:
        form.add_error(None, reason(refused))
        return applicant_page(request, found, {"interview": form}, status=refused.status)
    messages.success(request, _("%(name)s reads your times now, and chooses one.") % {"name": host_label(found)})
    return redirect(reverse("hosts:applicant", args=[public_id]) + "#interview")


@require_safe
@login_required
def calendar(request: PersonRequest, public_id: str) -> HttpResponse:
    others = interviews_visible_to(request.user).exclude(application__person=request.user)
    interview = get_object_or_404(others, public_id=public_id)
    application = interview.application
    title = _("Interview: %(name)s") % {"name": host_label(application)}
    return calendar_response(interview, title=title, path=reverse("hosts:applicant", args=[application.public_id]))

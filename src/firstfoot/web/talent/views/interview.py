"""Choosing a time for a talk, saying that none fits, and the calendar file."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.market.applications.actions import choose_interview, pass_interview
from firstfoot.market.applications.interviews import interviews_visible_to, newest_interview
from firstfoot.web.shared.calendars import calendar_response
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.talent.forms.interview import ChooseForm, NoneFitsForm
from firstfoot.web.talent.views.application import application_page, own_application


@require_POST
@login_required
def choose(request: PersonRequest, public_id: str) -> HttpResponse:
    mine, interview = _asked(request, public_id)
    form = ChooseForm(request.POST, prefix="choose", interview=interview)
    if not form.is_valid():
        return application_page(request, mine, {"choose": form}, status=422)
    choose_interview(interview_id=interview.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Chosen. We told the host, and mailed you both the time."))
    return _back(public_id)


@require_POST
@login_required
def none_fits(request: PersonRequest, public_id: str) -> HttpResponse:
    mine, interview = _asked(request, public_id)
    form = NoneFitsForm(request.POST, prefix="pass")
    if not form.is_valid():
        return application_page(request, mine, {"pass": form}, status=422)
    try:
        pass_interview(interview_id=interview.pk, actor=request.user, **form.cleaned_data)
    except (Conflict, IllegalTransition) as refused:
        form.add_error(None, reason(refused))
        return application_page(request, mine, {"pass": form}, status=refused.status)
    messages.success(request, _("We told the host. They can offer other times."))
    return _back(public_id)


@require_safe
@login_required
def calendar(request: PersonRequest, public_id: str) -> HttpResponse:
    own = interviews_visible_to(request.user).filter(application__person=request.user)
    interview = get_object_or_404(own, public_id=public_id)
    application = interview.application
    title = _("Interview: %(name)s") % {"name": application.project.organization.name}
    return calendar_response(interview, title=title, path=reverse("talent:application", args=[application.public_id]))


def _asked(request: PersonRequest, public_id: str) -> tuple[Any, Any]:
    """The reader's own application, and the newest times that were offered."""
    mine = own_application(request, public_id)
    interview = newest_interview(mine)
    if interview is None:
        raise Http404
    return mine, interview


def _back(public_id: str) -> HttpResponse:
    return redirect(reverse("talent:application", args=[public_id]) + "#interview")

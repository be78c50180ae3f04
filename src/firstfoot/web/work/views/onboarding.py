"""Before the start: steps, the learning goal, the first day."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from firstfoot.web.shared.requests import PersonRequest, swaps
from firstfoot.web.work.forms.onboarding import LearningGoalForm, StartForm
from firstfoot.web.work.views.overview import overview_page
from firstfoot.web.work.workspace import open_workspace
from firstfoot.work.engagements.actions import (
    agree_start,
    propose_start,
    set_learning_goal,
    start_engagement,
    tick_step,
)
from firstfoot.work.engagements.queries import steps_of


@login_required
@require_POST
def step_tick(request: PersonRequest, public_id: str, number: int) -> HttpResponse:
    """Tick a step of one's own side, or take the tick back."""
    ws = open_workspace(request, public_id)
    step = get_object_or_404(steps_of(ws.engagement), number=number)
    tick_step(step_id=step.pk, done=request.POST.get("done") == "1", actor=request.user)
    if swaps(request):
        fresh = open_workspace(request, public_id)
        steps = fresh.step_lists(list(steps_of(fresh.engagement)))
        context = {"ws": fresh, "engagement": fresh.engagement, "step_lists": steps}
        return render(request, "work/onboarding.html#steps", context)
    return redirect("work:engagement", public_id)


@login_required
@require_POST
def learning_goal(request: PersonRequest, public_id: str) -> HttpResponse:
    """Keep what the intern wants to learn."""
    ws = open_workspace(request, public_id)
    form = LearningGoalForm(request.POST)
    if not form.is_valid():
        return overview_page(request, ws, 422, goal_form=form)
    set_learning_goal(engagement_id=ws.engagement.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Saved. You see it again at each check-in."))
    return redirect("work:engagement", public_id)


@login_required
@require_POST
def start(request: PersonRequest, public_id: str) -> HttpResponse:
    """Begin the work."""
    ws = open_workspace(request, public_id)
    start_engagement(engagement_id=ws.engagement.pk, actor=request.user)
    messages.success(request, _("The work has begun. Check-ins are in the calendar."))
    return redirect("work:engagement", public_id)


@login_required
@require_POST
def start_propose(request: PersonRequest, public_id: str) -> HttpResponse:
    """Ask for another first day."""
    ws = open_workspace(request, public_id)
    form = StartForm(request.POST)
    if not form.is_valid():
        return overview_page(request, ws, 422, start_form=form)
    propose_start(engagement_id=ws.engagement.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Proposed. The other side answers."))
    return redirect("work:engagement", public_id)


@login_required
@require_POST
def start_agree(request: PersonRequest, public_id: str) -> HttpResponse:
    """Agree to the first day that the other side proposed."""
    ws = open_workspace(request, public_id)
    agree_start(engagement_id=ws.engagement.pk, actor=request.user)
    messages.success(request, _("Agreed. Every date moved by as many days."))
    return redirect("work:engagement", public_id)

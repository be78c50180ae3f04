"""My work, one engagement at a glance, and its whole story."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.insights.moves.engagements import engagement_moves
from firstfoot.insights.moves.loading import with_marks
from firstfoot.reactions.calendars import invite_to
from firstfoot.reactions.words import move_words
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.forms.onboarding import LearningGoalForm, StartForm
from firstfoot.web.work.milestones import milestones_of
from firstfoot.web.work.parting import part_pay_context
from firstfoot.web.work.silence import may_end_safely
from firstfoot.web.work.story import told
from firstfoot.web.work.words import COUNTED_REASONS, END_REASONS, ENGAGEMENT, deliverable_badge
from firstfoot.web.work.workspace import Workspace, open_workspace, work_page
from firstfoot.work.engagements.queries import (
    engagement_timeline,
    engagements_visible_to,
    live_first,
    pay_due_on,
    progress,
    roles_of,
    steps_of,
    warning_in,
    warning_of,
    with_signs,
)

ON_A_PAGE = 20


@login_required
@require_safe
def my_work(request: PersonRequest) -> HttpResponse:
    """Every engagement the reader does or guides, live ones first."""
    found = live_first(with_signs(with_marks(engagements_visible_to(request.user))))
    shown = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    engagements = list(shown.object_list)
    moves = engagement_moves(engagements, request.user, roles_of(request.user))
    rows = [
        {
            "engagement": one, "badge": ENGAGEMENT[one.state], "progress": progress(one), "move": moves[one.pk][0],
            "warning": warning_in(one), "next": move_words(moves[one.pk][0]),
            "is_intern": one.intern_id == request.user.pk,
        }
        for one in engagements
    ]  # fmt: skip
    return render(request, "work/list.html", {"rows": rows, "page": shown})


@login_required
@require_safe
def engagement(request: PersonRequest, public_id: str) -> HttpResponse:
    """The overview: what comes next, and how it stands."""
    return overview_page(request, open_workspace(request, public_id))


def overview_page(request: PersonRequest, ws: Workspace, status: int = 200, **forms: Any) -> HttpResponse:
    """The overview, with the forms as they were typed."""
    engagement = ws.engagement
    before_start = engagement.state == "onboarding"
    promised = list(engagement.deliverables.all())
    results = [{"thing": d, "badge": deliverable_badge(d, engagement)} for d in promised]
    upcoming = list(engagement.check_ins.filter(state="scheduled")[:1]) if engagement.state == "active" else []
    context = {
        "results": results,
        "milestones": milestones_of(engagement, promised),
        "warning": warning_of(engagement),
        "check_in": upcoming[0] if upcoming else None,
        "step_lists": ws.step_lists(list(steps_of(engagement))) if before_start else [],
        "goal_form": LearningGoalForm(initial={"goal": engagement.learning_goal}),
        "start_form": StartForm(),
        "pay_due": pay_due_on(engagement),
        "end_words": {**END_REASONS, **COUNTED_REASONS}.get(engagement.end_reason, ""),
        "may_end_safely": may_end_safely(ws),
        **part_pay_context(ws),
        **forms,
    }
    return work_page(request, ws, "engagement", "overview", status, **context)


@login_required
@require_safe
def calendar(request: PersonRequest, public_id: str) -> HttpResponse:
    """Its days as a file to keep: from the signatures on."""
    ws = open_workspace(request, public_id)
    if ws.engagement.signed_at is None:
        raise Http404
    response = HttpResponse(invite_to([ws.engagement], request.user), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="work-{ws.engagement.public_id}.ics"'
    return response


@login_required
@require_safe
def story(request: PersonRequest, public_id: str) -> HttpResponse:
    """What happened, newest first."""
    ws = open_workspace(request, public_id)
    return work_page(request, ws, "story", "overview", lines=told(engagement_timeline(ws.engagement)))

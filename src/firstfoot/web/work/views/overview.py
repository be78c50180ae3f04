"""My work, one engagement at a glance, and its whole story."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.insights.moves.engagements import engagement_moves
from firstfoot.insights.moves.loading import with_marks
from firstfoot.kernel.verdict import require
from firstfoot.reactions.calendars import invite_to
from firstfoot.reactions.supervising import CARD, Card
from firstfoot.reactions.words import move_words
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.forms.onboarding import LearningGoalForm, StartForm
from firstfoot.web.work.milestones import milestones_of
from firstfoot.web.work.parting import part_pay_context
from firstfoot.web.work.silence import may_end_safely
from firstfoot.web.work.story import told
from firstfoot.web.work.views.kickoff import clocks_of
from firstfoot.web.work.words import ENGAGEMENT, WHY_ENDED, deliverable_badge
from firstfoot.web.work.workspace import Workspace, open_workspace, work_page
from firstfoot.work.disputes.queries import disputes_of
from firstfoot.work.engagements.actions import put_card_away
from firstfoot.work.engagements.queries import (
    access_of,
    engagement_timeline,
    engagements_visible_to,
    kickoff_of,
    last_guide_note,
    live_first,
    may_be_finished,
    moment_of,
    pay_due_on,
    progress,
    roles_of,
    steps_of,
    wants_card,
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
    before_start, warning = engagement.state == "onboarding", warning_of(engagement)
    promised = list(engagement.deliverables.all())
    results = [{"thing": d, "badge": deliverable_badge(d, engagement)} for d in promised]
    upcoming = ws.parts.check_ins if engagement.state == "active" else []
    context = {
        "results": results,
        "milestones": milestones_of(engagement, promised),
        "warning": warning,
        "card": _card(ws, promised, upcoming[0] if upcoming else None, warning.is_quiet),
        "check_in": upcoming[0] if upcoming else None,
        "step_lists": ws.step_lists(list(steps_of(engagement))) if before_start else [],
        **(_before(ws) if before_start else {}),
        "guide_note": last_guide_note(engagement) if engagement.was_handed_on else None,
        "goal_form": LearningGoalForm(initial={"goal": engagement.learning_goal}),
        "start_form": StartForm(),
        "pay_due": pay_due_on(engagement),
        "end_words": WHY_ENDED.get(engagement.end_reason, ""),
        "may_end_safely": may_end_safely(ws),
        "may_find": bool(ws.standing.staff()) and may_be_finished(engagement),
        **part_pay_context(ws),
        **forms,
    }
    return work_page(request, ws, "engagement", "overview", status, **context)


@login_required
@require_POST
def card_away(request: PersonRequest, public_id: str, code: str) -> HttpResponse:
    """Whoever guides needs no more of this card."""
    ws = open_workspace(request, public_id)
    require(ws.standing.host(ws.standing.guides, else_deny="guides_only"))
    if code not in CARD:
        raise Http404
    put_card_away(code=code, actor=request.user)
    messages.success(request, _("Put away. All six stay under Hosting."))
    return redirect("work:engagement", public_id)


def _card(ws: Workspace, results: list[Any], next_check_in: Any, is_quiet: bool) -> Card | None:
    """The card of this moment, for whoever guides and has not put it away."""
    if not ws.standing.guides:
        return None
    moment = moment_of(ws.engagement, results, next_check_in, is_quiet=is_quiet)
    return CARD[moment] if moment is not None and wants_card(ws.reader, moment) else None


def _before(ws: Workspace) -> dict[str, Any]:
    """The first talk and the list of access, in short."""
    kickoff, access = kickoff_of(ws.engagement), list(access_of(ws.engagement))
    return {
        "kickoff": kickoff, "kickoff_is_theirs": kickoff is not None and kickoff.offered_side != ws.side,
        "access": access, "access_got": sum(item.got_at is not None for item in access), **clocks_of(ws, kickoff),
    }  # fmt: skip


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
    was_held = ws.engagement.is_held or ws.engagement.hold_lifted_at
    happened = engagement_timeline(ws.engagement, disputes_of(ws.engagement) if was_held else ())
    return work_page(request, ws, "story", "overview", lines=told(happened))

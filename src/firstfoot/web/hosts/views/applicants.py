"""All who applied to one project: cards by column, question by question, and two side by side; never ranked."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from firstfoot.kernel.verdict import require
from firstfoot.market.applications.policies import may_see_applicants, review_rights
from firstfoot.market.projects.queries import hosted_projects
from firstfoot.web.hosts.board import COLUMNS, board_of
from firstfoot.web.hosts.readings import answers_to, pair_of, questions_of, readings_of
from firstfoot.web.shared.requests import PersonRequest, whole_number


@require_safe
@login_required
def applicants(request: PersonRequest, public_id: str) -> HttpResponse:
    """The board; the order in each column is the reader's own, drawn by lot."""
    project = get_object_or_404(hosted_projects(request.user), public_id=public_id)
    rights = review_rights(request.user, project)
    require(rights.sees)
    board = board_of(project, request.user, may_answer=rights.answers, may_offer=rights.offers)
    names = {
        "to_read": (_("To read"), _("Nobody waits for your mark.")),
        "marked": (_("Read"), _("Nobody you have read waits for an answer.")),
        "shortlist": (_("Shortlist"), _("Once someone is here, you know who they are and can write to each other.")),
        "offer": (_("Offers"), _("No offer is out, and nobody has said yes.")),
        "reserve": (_("Reserve"), _("Told a date until which they are kept in mind.")),
        "ended": (_("Ended"), ""),
    }
    columns = [(code, *names[code], board.columns[code]) for code in COLUMNS]
    share = round(100 * board.shown / board.total) if board.total else 0
    context = {"project": project, "board": board, "columns": columns, "share": share, "view": "board"}
    return render(request, "hosts/applicants.html", context)


@require_safe
@login_required
def questions(request: PersonRequest, public_id: str) -> HttpResponse:
    """One question, and everyone's answer to it, without a name, whether known or not."""
    project = reviewed_project(request, public_id)
    people = readings_of(project, request.user)
    asked = questions_of(people)
    number = min(whole_number(request.GET.get("q", "")) or 0, len(asked) - 1)
    context = {
        "project": project,
        "view": "questions",
        "asked": list(enumerate(asked)),
        "number": number,
        "question": asked[number],
        "answers": answers_to(asked[number], people),
        "following": number + 1 if number + 1 < len(asked) else None,
    }
    return render(request, "hosts/review_questions.html", context)


@require_safe
@login_required
def compare(request: PersonRequest, public_id: str) -> HttpResponse:
    """Two of them side by side, question by question, both without a name."""
    project = reviewed_project(request, public_id)
    people = readings_of(project, request.user)
    one, other = pair_of(people, request.GET.get("one", ""), request.GET.get("other", ""))
    pairs = [(q, one.answers.get(q, ""), other.answers.get(q, "")) for q in questions_of([one, other])] if other else []
    context = {"project": project, "view": "compare", "people": people, "one": one, "other": other, "pairs": pairs}
    return render(request, "hosts/review_compare.html", context)


def reviewed_project(request: PersonRequest, public_id: str) -> Any:
    """The project, when the reader may see its applicants; NotPermitted for its other members."""
    project = get_object_or_404(hosted_projects(request.user), public_id=public_id)
    require(may_see_applicants(request.user, project))
    return project

"""The queue of cases, those that are over, and one case with all that is known of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from firstfoot.foundation.accounts.queries import stewards
from firstfoot.kernel import clock
from firstfoot.market.moderation.policies import may_answer_appeal
from firstfoot.market.moderation.queries import (
    case_history,
    cases_over,
    cases_visible_to,
    cases_waiting,
    evidence_of,
    reports_of,
)
from firstfoot.market.moderation.states import DECISIONS, LIVE, OF_REPORTS, CaseKind
from firstfoot.market.projects.moderation import signs_in, signs_of
from firstfoot.market.projects.queries import current_brief
from firstfoot.web.shared.keyset import stretch_of
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards import case_words as words
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.cases import AnswerForm, CaseForm, HandOnForm

PAGE = 25


@steward_required
@require_safe
def cases(request: PersonRequest) -> HttpResponse:
    """What waits, the most pressing first; only mine, only what nobody has, or all."""
    whose, found = request.GET.get("whose", ""), cases_waiting(request.user)
    if whose == "mine":
        found = found.filter(owner=request.user)
    elif whose == "nobody":
        found = found.filter(owner=None)
    stretch = stretch_of(found, ("due_at", "pk"), PAGE, request.GET)
    return render(request, "stewards/cases.html", {"stretch": stretch, "rows": rows_of(stretch), "whose": whose})


@steward_required
@require_safe
def over(request: PersonRequest) -> HttpResponse:
    """What was decided, newest first."""
    stretch = stretch_of(cases_over(request.user), ("-opened_at", "-pk"), PAGE, request.GET)
    return render(request, "stewards/cases.html", {"stretch": stretch, "rows": rows_of(stretch), "is_over": True})


@steward_required
@require_safe
def case(request: PersonRequest, public_id: str) -> HttpResponse:
    """One case: what was found, who says what, what happened, and the decision."""
    return case_page(request, found_case(request, public_id))


def found_case(request: PersonRequest, public_id: str) -> Any:
    related = ("decided_by", "appealed_by", "answered_by", "post__author", "other", "application__person", "person")
    return get_object_or_404(cases_visible_to(request.user).select_related(*related), public_id=public_id)


def case_page(request: PersonRequest, found: Any, status: int = 200, **forms: Any) -> HttpResponse:
    seen, decisions = {"seen": found.version}, DECISIONS[CaseKind(found.kind)]
    history = list(case_history(found))
    has_opened = any(f.kind == "case.evidence_opened" and f.actor == request.user.actor_token for f in history)
    context = {
        "case": found,
        "has_errors": status >= 400,
        "kind": words.KINDS[found.kind],
        "state": words.STATES[found.state],
        "severity": words.SEVERITIES[found.severity],
        "found": [words.FOUND[code] for code in found.codes],
        "signs": [(words.FOUND[sign.code], sign.words) for sign in _signs(found)],
        "brief": _read_for(found),
        "reports": [(each, words.FOUND[each.reason]) for each in reports_of(found)] if found.kind in OF_REPORTS else [],
        "history": [_happened(fact) for fact in history][::-1],
        "has_opened": has_opened,
        "evidence": list(evidence_of(found)) if has_opened else [],
        "is_live": found.state in LIVE,
        "is_overdue": found.state in LIVE and found.due_at < clock.now(),
        "may_answer": may_answer_appeal(request.user, found),
        "decision": words.DECISIONS.get(found.decision, ""),
        "answer": words.DECISIONS.get(found.answer, ""),
        "form": CaseForm(decisions=decisions, initial={**seen, **_host_seen(found)}),
        "answer_form": AnswerForm(initial=seen),
        "hand_on": HandOnForm(stewards=others(request), initial=seen, auto_id="hand_%s"),
        **forms,
    }
    return render(request, "stewards/case.html", context, status=status)


def _host_seen(found: Any) -> dict[str, int]:
    return {"host_seen": found.organization.version} if found.organization else {}


def _read_for(found: Any) -> Any:
    """The text a case is about: of a report what the public reads, of a held post what would become of it."""
    if found.project is None:
        return None
    return current_brief(found.project) if found.kind == CaseKind.REPORT else found.project.draft_brief


def others(request: PersonRequest) -> list[tuple[str, str]]:
    """The other stewards, to hand a case on to."""
    return [(each.public_id, each.name) for each in stewards() if each.pk != request.user.pk]


def rows_of(stretch: Any) -> list[dict[str, Any]]:
    now = clock.now()
    return [
        {
            "case": row,
            "kind": words.KINDS[row.kind],
            "severity": words.SEVERITIES[row.severity],
            "found": [words.FOUND[code] for code in row.codes],
            "state": words.STATES[row.state],
            "decision": words.DECISIONS.get(row.answer or row.decision, ""),
            "is_overdue": row.state in LIVE and row.due_at < now,
        }
        for row in stretch
    ]


def _signs(found: Any) -> Any:
    """What the rules find in it now, with the words."""
    if found.post and found.kind == "message":
        return signs_in(found.post.body)
    return signs_of(found.project.draft_brief) if found.project and found.kind == "held_post" else ()


def _happened(fact: Any) -> tuple[Any, Any, Any]:
    return words.HAPPENED[fact.kind], words.DECISIONS.get(str(fact.data.get("decision", "")), ""), fact.at

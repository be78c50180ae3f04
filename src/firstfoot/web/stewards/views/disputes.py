"""Disputes for a third party: what waits, the record of one, and the decision."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.money import Money
from firstfoot.reactions.dispute_words import CAUSES
from firstfoot.web.shared.dispute_words import STATES, voices
from firstfoot.web.shared.keyset import stretch_of
from firstfoot.web.shared.pay_words import ENTRIES
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.shared.words import money_text
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.disputes import DecideForm
from firstfoot.work.disputes.actions import decide_anew, decide_dispute
from firstfoot.work.disputes.policies import may_decide
from firstfoot.work.disputes.queries import (
    decisions_open_to,
    disputes_for_steward,
    disputes_to_decide,
    pay_between,
    stipend_in,
)
from firstfoot.work.disputes.states import WITH_THIRD_PARTY, Decision
from firstfoot.work.engagements.queries import check_ins_of, standing_terms, with_versions
from firstfoot.work.payments.queries import entries_of

PAGE = 25
_OVER = ("closed", "settled", "withdrawn", "lapsed")


@steward_required
@require_safe
def disputes(request: PersonRequest) -> HttpResponse:
    """What waits for a decision, the longest overdue first; or all there are, the newest first."""
    shown = request.GET.get("show", "")
    if shown == "all":
        stretch = stretch_of(disputes_for_steward(request.user), ("-opened_at", "-pk"), PAGE, request.GET)
    else:
        stretch = stretch_of(disputes_to_decide(request.user), ("due_at", "pk"), PAGE, request.GET)
    context = {"stretch": stretch, "rows": rows_of(stretch), "shows_all": shown == "all"}
    return render(request, "stewards/disputes.html", context)


def rows_of(found: Any) -> list[dict[str, Any]]:
    """Each with its words, and whether somebody waits longer than promised."""
    now = clock.now()
    return [
        {
            "dispute": one,
            "cause": CAUSES[one.cause],
            "state": STATES[one.state],
            "waits": one.state in WITH_THIRD_PARTY,
            "is_late": one.state in WITH_THIRD_PARTY and one.due_at < now,
        }
        for one in found
    ]


@steward_required
@require_safe
def dispute(request: PersonRequest, public_id: str) -> HttpResponse:
    """What both say, what was agreed and handed in, how the pay stands, and the form to decide."""
    return _page(request, _found(request, public_id))


@steward_required
@require_safe
def record(request: PersonRequest, public_id: str) -> HttpResponse:
    """The rest of the record: what was said at check-ins, and every entry of the pay."""
    found = _found(request, public_id)
    stipend = stipend_in(found)
    context = {
        "dispute": found,
        "engagement": found.engagement,
        "cause": CAUSES[found.cause],
        "check_ins": [one for one in check_ins_of(found.engagement) if one.state != "scheduled"],
        "stipend": stipend,
        "entries": [(one, ENTRIES[one.kind][0]) for one in entries_of(stipend)] if stipend else [],
    }
    return render(request, "stewards/dispute_record.html", context)


@steward_required
@require_POST
def decide(request: PersonRequest, public_id: str) -> HttpResponse:
    """Decide it, or answer its appeal; both sides are told at once, with the reason."""
    found = _found(request, public_id)
    form = _form(found, stipend_in(found), request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    act = decide_anew if found.state == "appealed" else decide_dispute
    try:
        act(dispute_id=found.pk, actor=request.user, **form.said())
    except Conflict as refused:
        if refused.code == "changed":
            return conflict(request, form.cleaned_data["reason"], reason(refused), request.path.removesuffix("decide/"))
        if refused.code not in {"pay_missing", "pay_out_of_reach"}:
            raise
        form.add_error("amount", reason(refused))
        return _page(request, found, form)
    messages.success(request, _("Decided. Both sides are told at once, with your reason."))
    return redirect("stewards:dispute", public_id)


def _found(request: PersonRequest, public_id: str) -> Any:
    return get_object_or_404(disputes_for_steward(request.user), public_id=public_id)


def _form(found: Any, stipend: Any, data: Any = None) -> DecideForm:
    decisions = decisions_open_to(found, stipend)
    named = Decision.ENDED if Decision.ENDED in decisions else Decision.PART_PAY
    least, most = (Money(minor, found.engagement.currency) for minor in pay_between(found, named, stipend))
    hint = _("Only where you decide about a part of the pay. Between %(least)s and %(most)s.") % {
        "least": money_text(least), "most": money_text(most)
    }  # fmt: skip
    return DecideForm(
        data, decisions=decisions, currency=found.engagement.currency, hint=hint, initial={"seen": found.version}
    )


def _page(request: PersonRequest, found: Any, form: DecideForm | None = None) -> HttpResponse:
    engagement, stipend = found.engagement, stipend_in(found)
    waits = found.state in WITH_THIRD_PARTY
    verdict = may_decide(request.user, found)
    context = {
        "dispute": found,
        "engagement": engagement,
        "cause": CAUSES[found.cause],
        "state": STATES[found.state],
        "voices": list(voices(found)),
        "waits": waits,
        "is_late": waits and found.due_at < clock.now(),
        "is_over": found.state in _OVER,
        "may_decide": waits and bool(verdict),
        "decided_it": verdict.reason == "decided_it",
        "form": form or (_form(found, stipend) if waits and verdict else None),
        "terms": standing_terms(engagement),
        "results": [(one, list(one.submissions.all())[::-1]) for one in with_versions(engagement.deliverables.all())],
        "stipend": stipend,
    }
    return render(request, "stewards/dispute.html", context, status=422 if form else 200)

"""Work at risk, for whoever stands between the two sides: why, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.reactions.warning_words import TO_DO, reason_words
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required
from firstfoot.work.engagements.queries import engagements_at_risk, warning_in

ON_A_PAGE = 20


@steward_required
@require_safe
def at_risk(request: PersonRequest) -> HttpResponse:
    """Every engagement at risk, what ends first before the others."""
    shown = Paginator(engagements_at_risk(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "stewards/at_risk.html", {"page": shown, "risks": risk_rows(shown.object_list)})


def risk_rows(engagements: Iterable[Any]) -> list[dict[str, Any]]:
    """Each with its reasons as they stand now, and what to do about each; what is in order by now is left out."""
    stands = ((engagement, warning_in(engagement)) for engagement in engagements)
    return [
        {"engagement": engagement, "reasons": [(reason_words(one), TO_DO[one.sign]) for one in warning.reasons]}
        for engagement, warning in stands
        if not warning.is_quiet
    ]

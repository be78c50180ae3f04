"""The test drive: which kinds of work, fields, teams and manners suited the reader, and what to try next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from firstfoot.insights.test_drive import NOT_SAID, Suited, Tried, suited, to_try_next, tried_by
from firstfoot.web.shared import charts
from firstfoot.web.shared.brief_words import CATEGORIES, WORKPLACES
from firstfoot.web.shared.fit_words import FITS
from firstfoot.web.shared.organization_words import INDUSTRIES, SIZES
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.talent.forms.test_drive import FitForm
from firstfoot.work.evaluations.actions import note_fit

_VALUES: dict[str, Any] = {
    "role": CATEGORIES,
    "industry": {**INDUSTRIES, NOT_SAID: gettext_lazy("Field not stated")},
    "size": SIZES,
    "manner": WORKPLACES,
}
_TITLES = {
    "role": gettext_lazy("Kinds of work"), "industry": gettext_lazy("Fields"),
    "size": gettext_lazy("Team sizes"), "manner": gettext_lazy("Manners of working"),
}  # fmt: skip


@login_required
@require_safe
def test_drive(request: PersonRequest) -> HttpResponse:
    """Everything the reader said of what suited them, and open projects to try next."""
    tried = tried_by(request.user)
    more, new = to_try_next(request.user, tried)
    charted = [_chart(dimension, rows) for dimension, rows in suited(tried).items() if rows]
    context = {"tried": [_row(one) for one in tried], "charts": charted, "more": more, "new": new}
    return render(request, "talent/test_drive.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def suited_me(request: PersonRequest, public_id: str) -> HttpResponse:
    """Say how far one engagement suited the reader."""
    found = next((one for one in tried_by(request.user) if one.engagement.public_id == public_id), None)
    if found is None:
        raise Http404
    form = FitForm(request.POST or None, initial=found.fit)
    if request.method == "POST" and form.is_valid():
        note_fit(engagement_id=found.engagement.pk, fit=form.levels(), actor=request.user)
        messages.success(request, _("Noted. Only you read it."))
        return redirect("talent:test_drive")
    context = {"form": form, "engagement": found.engagement}
    return render(request, "talent/suited_me.html", context, status=422 if form.errors else 200)


def _row(one: Tried) -> dict[str, Any]:
    said = [(FITS[code][0], one.fit[code]) for code in FITS if code in one.fit]
    return {"engagement": one.engagement, "said": said}


def _chart(dimension: str, rows: Iterable[Suited]) -> dict[str, Any]:
    title, values = _TITLES[dimension], _VALUES[dimension]
    drawn = [charts.Bar(str(values.get(row.value, row.value)), float(row.level), _figure(row)) for row in rows]
    return {"title": title, "chart": charts.funnel(str(title), drawn, most=4)}


def _figure(row: Suited) -> str:
    told = ngettext("%(level)s of 4, from %(n)d project", "%(level)s of 4, from %(n)d projects", row.told)
    return told % {"level": f"{float(row.level):.1f}".removesuffix(".0"), "n": row.told}

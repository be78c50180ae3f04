"""The reader's own figures: how far applications got, and how the work went, project by project."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from firstfoot.insights.by_engagement import CODES, EngagementRow, rows_of_intern, together
from firstfoot.insights.figures import Figure
from firstfoot.insights.funnel import funnel_of_person
from firstfoot.web.shared import charts
from firstfoot.web.shared.figure_words import said_share
from firstfoot.web.shared.funnel_words import words_of
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.spreadsheet import table_file
from firstfoot.work.evaluations.record import Kept

CHARTED = 6  # engagements whose hours are drawn
_LABELS: dict[str, Any] = {
    Kept.ON_TIME: gettext_lazy("Handed in by its day"),
    "met_at_first": gettext_lazy("Criteria met at first"),
    Kept.TAKEN_UP: gettext_lazy("Taken up when sent back"),
    Kept.ANSWERED: gettext_lazy("Check-ins answered"),
    "hours_of_agreed": gettext_lazy("Hours, of those agreed"),
}


@login_required
@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """Counted as the reader looks; nobody else reads it."""
    rows = rows_of_intern(request.user)
    funnel = funnel_of_person(request.user)
    context = {
        "rows": [(row.engagement, _cells(row)) for row in rows],
        "heads": [_LABELS[code] for code in CODES],
        "funnel": words_of(funnel) if funnel.reached["submitted"] else None,
        "kept": _kept(together(rows)), "hours": _hours(rows),
    }  # fmt: skip
    return render(request, "talent/figures.html", context)


@login_required
@require_safe
def figures_file(request: PersonRequest, kind: str) -> HttpResponse:
    """The same table, each figure as two columns: how many, and of how many."""
    heads = [_("Project"), _("Host"), _("Begun on")]
    for code in CODES:
        heads += [str(_LABELS[code]), _("of")]
    lines = []
    for row in rows_of_intern(request.user):
        found = [row.kept.get(code) for code in CODES]
        cells = [cell for figure in found for cell in ((None, None) if figure is None else (figure.part, figure.of))]
        lines.append([row.engagement.title, row.engagement.organization.name, _day(row), *cells])
    return table_file(kind, "my-work", [heads, *lines])


def _cells(row: EngagementRow) -> list[tuple[Any, str]]:
    return [(_LABELS[code], said_share(row.kept[code]) if code in row.kept else "") for code in CODES]


def _day(row: EngagementRow) -> str:
    started = row.engagement.started_at
    return "" if started is None else started.date().isoformat()


def _kept(total: dict[str, Figure]) -> Any:
    bars = [charts.Bar(str(_LABELS[code]), figure.percent, said_share(figure)) for code, figure in total.items()]
    return charts.funnel(_("What you kept of what was agreed"), bars, most=100) if bars else None


def _hours(rows: list[EngagementRow]) -> Any:
    told = [row.engagement for row in rows if row.engagement.hours_worked is not None][:CHARTED]
    bars = [
        charts.Bar(
            one.title,
            one.hours_worked,
            _("%(worked)d of %(agreed)d") % {"worked": one.hours_worked, "agreed": one.hours},
        )
        for one in told
    ]
    most = max([one.hours for one in told], default=1)
    return charts.funnel(_("Hours worked, of those agreed"), bars, most=most) if bars else None

"""The figures of the whole installation, year by year, as they were counted by night."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from firstfoot.insights.figures import Figures, came_of_it, of_enough, of_year
from firstfoot.insights.funnel import LEAST, years_of_applications
from firstfoot.reactions.ledger import funnel_counted
from firstfoot.reactions.months import Month, months_of, together
from firstfoot.web.shared.figure_words import LABELS, chart_of_months, groups_of, said, value_of
from firstfoot.web.shared.funnel_words import words_of
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.spreadsheet import table_file
from firstfoot.web.stewards.access import steward_required

_BY_MONTH = {
    "completed": gettext_lazy("Work completed"),
    "days_to_answer": gettext_lazy("Days to the first answer"),
    "days_to_start": gettext_lazy("Days from posting to the start"),
    "met_at_first": gettext_lazy("Criteria met at first, in percent"),
}


@steward_required
@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """How the applications and the work of a year went; this year's when none is asked for."""
    years = years_of_applications()
    year = _asked(request, years)
    months = months_of(year)
    total = _total(year, months)
    context = {
        "year": year, "years": years, "funnel": words_of(funnel_counted(year)), "least": LEAST,
        "counted_at": months[-1].counted_at if months else None, "groups": _groups(total),
        "trends": _trends(months), **_table(months, total),
    }  # fmt: skip
    return render(request, "stewards/figures.html", context)


@steward_required
@require_safe
def figures_file(_request: PersonRequest, year: int, kind: str) -> HttpResponse:
    """The months of a year as a table; an empty cell has nothing behind it."""
    if year not in years_of_applications():
        raise Http404
    months = months_of(year)
    table = _table(months, _total(year, months))
    rows = [[str(label), *cells] for label, cells in table["rows"]]
    return table_file(kind, f"figures-{year}", [[_("Figure"), *table["heads"]], *rows])


def _asked(request: PersonRequest, years: list[int]) -> int:
    asked = request.GET.get("year", "")
    return next((each for each in years if str(each) == asked), years[0])


def _total(year: int, months: list[Month]) -> Figures:
    """The year as far as months can be added, and what interns told later, which is not to be told of one of them."""
    if not months:
        return {}
    return together(month.figures for month in months) | {"came_of_it": of_enough(came_of_it(*of_year(year)))}


def _groups(total: Figures) -> list[dict[str, Any]]:
    values = {code: value_of(code, figure) for code, figure in total.items()}
    return groups_of(values, lambda code: said(code, total[code]))


def _trends(months: list[Month]) -> list[Any]:
    """Some figures from month to month, once there are two months to set side by side."""
    if len(months) < 2:
        return []
    return [
        {
            "title": title,
            "chart": chart_of_months(code, title, [(_short(one), one.figures.get(code)) for one in months]),
        }
        for code, title in _BY_MONTH.items()
    ]


def _table(months: list[Month], total: Figures) -> dict[str, Any]:
    """A column a month, and one for the year."""
    spans = [*(month.figures for month in months), total]
    rows = [(label, [_cell(code, span) for span in spans]) for code, label in LABELS.items()]
    return {"heads": [*(_short(month) for month in months), _("Year")], "rows": rows}


def _cell(code: str, found: Figures) -> float | None:
    return value_of(code, found[code]) if code in found else None


def _short(month: Month) -> str:
    return date_format(month.first, "M")

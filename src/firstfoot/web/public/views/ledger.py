"""The open ledger: what became of each year's projects, for everybody to read."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.reactions.ledger import is_ledger_open, years_told
from firstfoot.web.public.ledger_words import ROWS, told_groups
from firstfoot.web.shared.spreadsheet import table_file


@require_safe
def ledger(request: HttpRequest) -> HttpResponse:
    """One year with its charts, and all years as a table."""
    years = _years()
    asked = request.GET.get("year", "")
    shown = next((one for one in years if str(one.year) == asked), years[0] if years else None)
    context = {
        "shown": shown, "years": years, "groups": told_groups(shown.figures) if shown else [],
        "table": [(label, [row.figures.get(code) for row in years]) for code, label in ROWS.items()],
    }  # fmt: skip
    return render(request, "public/ledger.html", context)


@require_safe
def ledger_file(_request: HttpRequest, kind: str) -> HttpResponse:
    """The same table for a spreadsheet; an empty cell is too few to say."""
    years = _years()
    rows = [[str(label), *(row.figures.get(code) for row in years)] for code, label in ROWS.items()]
    return table_file(kind, "ledger", [["", *(row.year for row in years)], *rows])


def _years() -> list:  # type: ignore[type-arg]  # rows of the worker's, which a page does not name
    if not is_ledger_open():
        raise Http404
    return years_told()

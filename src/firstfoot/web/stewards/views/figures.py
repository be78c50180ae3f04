"""The figures of the whole installation, year by year."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.insights.funnel import LEAST, funnel_of_year, years_of_applications
from firstfoot.web.shared.funnel_words import words_of
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required


@steward_required
@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """How far the applications of a year got; this year's when none is asked for."""
    years = years_of_applications()
    asked = request.GET.get("year", "")
    year = next((each for each in years if str(each) == asked), years[0])
    context = {"year": year, "years": years, "funnel": words_of(funnel_of_year(year)), "least": LEAST}
    return render(request, "stewards/figures.html", context)

"""Projects that fit one person, with reasons; and how any one project fits them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.market.matching.listing import Order
from firstfoot.market.projects.queries import project_by_link
from firstfoot.market.suggestions import queries
from firstfoot.market.suggestions.actions import make_list, save_wish
from firstfoot.market.suggestions.making import NEWEST
from firstfoot.market.vocabulary.queries import names_of
from firstfoot.web.shared.requests import PersonRequest, partial
from firstfoot.web.talent import match_words
from firstfoot.web.talent.forms.for_you import ORDERS, ForYouForm, initial_of


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def for_you(request: PersonRequest) -> HttpResponse:
    """Today's list, as it was made; a form sent here says what counts, and makes it by that.

    Where none was made today, the page asks for it by itself.
    """
    _require_lists()
    if request.method != "POST":
        return _show(request, ForYouForm(initial=initial_of(queries.wish_of(request.user))))
    form = ForYouForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    save_wish(actor=request.user, **form.values())
    make_list(actor=request.user)
    messages.success(request, _("Your list is made by this now."))
    return redirect("talent:for_you")


@require_POST
@login_required
def for_you_make(request: PersonRequest) -> HttpResponse:
    """Make today's list anew."""
    _require_lists()
    make_list(actor=request.user)
    return redirect("talent:for_you")


@require_safe
@login_required
def fit(request: PersonRequest, public_id: str) -> HttpResponse:
    """Why this one, or why not: everything the list would know of it."""
    _require_lists()
    project = project_by_link(public_id, request.user)
    if project is None:
        raise Http404
    found = queries.fit_of(request.user, project)
    names = names_of([*found.met, *found.unsaid])
    context = {
        "project": project,
        "excluded": match_words.why_not(found.exclusions, found.match.facts),
        "is_open": project.state == "open",
        "reasons": match_words.said(found.reasons, _named(found.met, names)),
        "unsaid": _named(found.unsaid, names),
        "score": found.match.score // 1000,
        "rows": match_words.table_of(found.match.features, found.weights),
    }
    return render(request, "talent/fit.html", context)


def _require_lists() -> None:
    if not queries.are_made():
        raise Http404


def _show(request: PersonRequest, form: ForYouForm, status: int = 200) -> HttpResponse:
    found = queries.list_today(request.user)
    context: dict[str, Any] = {"form": form, "made": found, "is_wish_open": form.is_bound}
    if found is not None:
        lines = queries.lines_of(found)
        context |= {
            "lines": _shown(lines, found.kept["order"] == Order.MATCH),
            "knows_nothing": not any(line.met for line in lines),
            "order": ORDERS[found.kept["order"]],
            "is_random": found.kept["order"] == Order.RANDOM,
            "seed": found.kept["seed"],
            "is_usual": isinstance(found.kept["weights"], str),
            "left_out": match_words.left_out_words(found.left_out),
            "left_out_count": sum(found.left_out.values()),
            "of_newest": found.considered if found.considered == NEWEST else 0,
        }
    return render(request, partial(request, "talent/for_you.html", "list"), context, status=status)


def _shown(lines: Sequence[queries.Line], is_by_fit: bool) -> list[dict[str, Any]]:
    """What each line says; the names of all their skills are looked up at once."""
    tell = match_words.said if is_by_fit else match_words.plainly
    names = names_of({code for line in lines for code in (*line.met, *line.unsaid)})
    return [
        {
            "p": line.project,
            "is_assured": line.shown.is_assured,
            "reasons": match_words.shortly(tell(line.reasons, _named(line.met, names))),
            "unsaid": _named(line.unsaid, names),
        }
        for line in lines
    ]


def _named(codes: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return [names.get(code, code) for code in codes]

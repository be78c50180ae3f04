"""The switch of the list of people who agreed to be found, and what was measured of it beside."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from firstfoot.foundation.accounts.queries import persons_by_tokens
from firstfoot.insights.sourcing import COUNTED, PROJECTS, parts_of
from firstfoot.market.matching.impact import LEAST
from firstfoot.market.sourcing.actions import turn_off, turn_on
from firstfoot.market.sourcing.queries import switch, turns
from firstfoot.reactions.sourcing import ALL, LISTED, count_sourcing, counts_made, kind_now, next_count_on
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.audit_words import GROUPING_WORDS, impact_row, label
from firstfoot.web.stewards.forms.sourcing import TurnOffForm, TurnOnForm

TURNS = 6


@steward_required
@require_safe
def sourcing(request: PersonRequest) -> HttpResponse:
    """What it is, what law asks, what was measured, and the switch."""
    return _page(request)


@steward_required
@require_POST
def turn(request: PersonRequest) -> HttpResponse:
    """Turn it on, or off."""
    if request.POST.get("do") == "off":
        form: TurnOffForm | TurnOnForm = TurnOffForm(request.POST)
        if not form.is_valid():
            return _page(request, status=422)
        turn_off(actor=request.user, seen=form.cleaned_data["seen"])
        messages.success(request, _("The list is off. Those who stood in it are told."))
        return redirect("stewards:sourcing")
    form = TurnOnForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    turn_on(actor=request.user, seen=form.cleaned_data["seen"])
    messages.success(request, _("The list is on. Everybody with a profile is told, and nobody stands in it yet."))
    return redirect("stewards:sourcing")


@steward_required
@require_POST
def count(request: PersonRequest) -> HttpResponse:
    """Count now."""
    found = count_sourcing(actor=request.user)
    said = ngettext("Counted %(n)s person who answered.", "Counted %(n)s people who answered.", found.people)
    messages.success(request, said % {"n": found.people} if found.people else _("Counted. Fewer than ten answered."))
    return redirect("stewards:sourcing")


def _page(request: PersonRequest, form: TurnOnForm | None = None, status: int = 200) -> HttpResponse:
    standing = switch()
    seen = standing.version if standing else 0
    made, of = counts_made(), kind_now()
    context = {
        "switch": standing,
        "is_on": bool(standing and standing.is_on),
        "form": form or TurnOnForm(initial={"seen": seen}),
        "seen": seen,
        "counts": [_count(made[kind], kind) for kind in (of, ALL) if kind in made][
            :1
        ],  # not two: one is part of the other
        "kind": of,
        "next_count_on": next_count_on(),
        "turns": _turns(),
        "limits": {"least": LEAST, "people": COUNTED, "projects": PROJECTS},
    }
    return render(request, "stewards/sourcing.html", context, status=status)


def _count(count: Any, kind: str) -> dict[str, Any]:
    parts = parts_of(count.figures)
    return {
        "code": kind,
        "is_listed": kind == LISTED,
        "at": count.counted_at,
        "people": count.people,
        "projects": count.projects,
        "tables": [
            {
                "code": f"{kind}-{name}",
                "title": title,
                "rows": [impact_row(impact) for impact in parts[name].rows],
                "hidden": "; ".join(label(category) for category in parts[name].hidden),
                "hidden_count": len(parts[name].hidden),
                "is_long": name == "both",
                "unknown": parts[name].unknown,
            }
            for name, title in GROUPING_WORDS.items()
        ],
    }


def _turns() -> list[dict[str, Any]]:
    facts = turns(TURNS)
    people = persons_by_tokens(fact.actor for fact in facts)
    return [
        {"fact": fact, "who": people.get(fact.actor), "is_on": fact.kind.endswith("turned_on")} for fact in facts
    ]  # fmt: skip

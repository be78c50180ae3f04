"""The fairness audit: opened for a year, which goes on record, and taken along as a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from firstfoot.foundation.accounts.queries import persons_by_tokens
from firstfoot.foundation.selfid.actions import note_audit
from firstfoot.foundation.selfid.queries import audits_read
from firstfoot.insights.audit import Audit, audit_of, this_month, years_to_audit
from firstfoot.market.matching.impact import LEAST
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.spreadsheet import csv_file
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.audit_words import sheet_of, stages_of
from firstfoot.web.stewards.forms.audit import AuditForm

READ_BEFORE = 10


@steward_required
@require_safe
def audit(request: PersonRequest) -> HttpResponse:
    """What it is, for which years, and who read it lately; no figure yet."""
    return _show(request, AuditForm(years=years_to_audit()))


@steward_required
@require_POST
def open_audit(request: PersonRequest) -> HttpResponse:
    """Put on record that it is read, and show it."""
    form = AuditForm(request.POST, years=years_to_audit())
    if not form.is_valid():
        return _show(request, form, status=422)
    found = _noted(request, form, exported=False)
    context = {"audit": found, "stages": stages_of(found), "least": LEAST}
    response = render(request, "stewards/audit_figures.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


@steward_required
@require_POST
def export(request: PersonRequest) -> HttpResponse:
    """The same as a file in the layout of the yearly report; goes on record, too."""
    form = AuditForm(request.POST, years=years_to_audit())
    if not form.is_valid():
        return _show(request, form, status=422)
    found = _noted(request, form, exported=True)
    return csv_file(f"fairness-{found.year}.csv", sheet_of(found))


def _noted(request: PersonRequest, form: AuditForm, *, exported: bool) -> Audit:
    year = form.cleaned_data["year"]
    note_audit(year=year, exported=exported, actor=request.user)
    return audit_of(year)


def _show(request: PersonRequest, form: AuditForm, status: int = 200) -> HttpResponse:
    facts = audits_read(READ_BEFORE)
    people = persons_by_tokens(fact.actor for fact in facts)
    read: list[dict[str, Any]] = [
        {"fact": fact, "who": people.get(fact.actor), "exported": fact.kind.endswith("exported")} for fact in facts
    ]
    context = {"form": form, "read": read, "least": LEAST, "until": this_month()}
    return render(request, "stewards/audit.html", context, status=status)

"""What the page of pay shows one reader, and the forms that are theirs now."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from firstfoot.kernel import clock
from firstfoot.kernel.ids import secret_token
from firstfoot.kernel.money import Money
from firstfoot.web.shared.organization_words import country_name
from firstfoot.web.shared.pay_words import ENTRIES, WHY_WRITTEN_OFF, WRITE_OFF_REASONS, stands
from firstfoot.web.work.forms.money import FundForm, PaidForm, PartDueForm, ReceivedForm, TaxFormForm, WriteOffForm
from firstfoot.web.work.parting import part_pay_context
from firstfoot.web.work.workspace import Workspace
from firstfoot.work.engagements.queries import deliverables_of, standing_terms
from firstfoot.work.engagements.terms import PAY_WITHIN_DAYS
from firstfoot.work.payments.laws import laws_of
from firstfoot.work.payments.queries import entries_of, owed_minor, tax_form_of
from firstfoot.work.payments.states import REVERSIBLE

_OF_INTERN = ("received",)


def money_context(ws: Workspace, stipend: Any, reader: Any) -> dict[str, Any]:
    """How it stands, and everything recorded."""
    engagement, today = ws.engagement, clock.today(reader.zone)
    host = engagement.organization
    return {
        **part_pay_context(ws),
        "stipend": stipend,
        "stands": stands(stipend, today) if stipend else None,
        "owed": Money(owed_minor(engagement), engagement.currency),
        "entries": [_row(ws, entry) for entry in entries_of(stipend)] if stipend else [],
        "asked_reason": WRITE_OFF_REASONS.get(stipend.asked_reason) if stipend else None,
        "tax_form": tax_form_of(host.pk, engagement.intern_id),
        "agreed_days": standing_terms(engagement).get("pay_within_days", PAY_WITHIN_DAYS),
        "laws": laws_of(host.country, today) if host.country else [],
        "country": country_name(host.country) if host.country else "",
    }


def forms_for(ws: Workspace, stipend: Any, reader: Any) -> dict[str, Any]:
    """The forms of the reader's side, each only while there is something to say with it."""
    if ws.is_intern:
        return _of_intern(stipend, reader)
    may_record = ws.standing.pay() and ws.shows_contact and not ws.engagement.is_held
    return _of_host(ws, stipend, reader) if may_record else {}


def _of_intern(stipend: Any, reader: Any) -> dict[str, Any]:
    waiting = (stipend.sent_minor or stipend.due_minor) if stipend else 0
    if not waiting:
        return {}
    initial = {"key": secret_token(), "amount": waiting, "day": clock.today(reader.zone)}
    return {
        "received_form": ReceivedForm(prefix="received", currency=stipend.currency, initial=initial),
        "key": secret_token(),
    }


def _of_host(ws: Workspace, stipend: Any, reader: Any) -> dict[str, Any]:
    engagement, today = ws.engagement, clock.today(reader.zone)
    noted = tax_form_of(engagement.organization_id, engagement.intern_id)
    filed = {"day": noted.filed_on, "place": noted.place} if noted else {"day": today}
    forms: dict[str, Any] = {"tax_note_form": TaxFormForm(prefix="tax", initial=filed)}
    if stipend is None:
        return forms
    options: dict[str, Any] = {"currency": stipend.currency}

    def initial(minor: int) -> dict[str, Any]:
        return {"key": secret_token(), "amount": minor, "day": today}

    if stipend.due_minor:
        forms["paid_form"] = PaidForm(prefix="paid", initial=initial(stipend.due_minor), **options)
        if stipend.asked_minor is None:
            forms["off_form"] = WriteOffForm(prefix="off", initial={"key": secret_token()}, **options)
    if stipend.pledged_minor:
        forms["fund_form"] = FundForm(prefix="fund", initial=initial(stipend.pledged_minor), **options)
    if stipend.ahead.minor:
        accepted = [one for one in deliverables_of(engagement) if one.state == "accepted"]
        if accepted:
            forms["part_form"] = PartDueForm(
                prefix="part", initial={"key": secret_token()}, results=accepted, **options
            )
    return forms


def _row(ws: Workspace, entry: Any) -> dict[str, Any]:
    """One entry in words; whether the reader's side may take it back now."""
    text, icon = ENTRIES[entry.kind]
    if entry.kind == "due" and ws.engagement.state == "ended_early" and ws.engagement.finished_at is None:
        text = text if entry.deliverable else _("Due: the part for what was done")
    there = entry.stipend.minor(entry.target) if entry.target != "agreed" else 0
    own = ws.is_intern if entry.kind in _OF_INTERN else bool(ws.standing.pay())
    own = own and (ws.is_intern or not ws.engagement.is_held)
    taken = getattr(entry, "reversal", None)
    return {
        "entry": entry,
        "text": text,
        "icon": icon,
        "why": WHY_WRITTEN_OFF.get(entry.reason),
        "taken_back": taken,
        "may_take_back": own and entry.kind in REVERSIBLE and taken is None and there >= entry.amount_minor,
    }

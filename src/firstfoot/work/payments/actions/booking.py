"""Writing entries: an amount leaves one account for another, the balances follow, one fact says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.work.engagements.models import Deliverable, Engagement
from firstfoot.work.engagements.queries import standing_terms
from firstfoot.work.payments.events import Payments
from firstfoot.work.payments.laws import days_to_pay
from firstfoot.work.payments.models import Stipend, StipendEntry
from firstfoot.work.payments.states import HELD, OPEN, WAYS, Account, EntryKind

_SAVED = [*(f"{account}_minor" for account in HELD), "entries_count", "due_on", "is_open"]


@dataclass(frozen=True, slots=True)
class Said:
    """Who says it, of which day, in which words; the key makes saying it twice the same as once."""

    on: date
    actor: Person | None = None
    reference: str = ""
    reason: str = ""
    key: str = ""
    deliverable: Deliverable | None = None
    carried: bool = False  # said before there were stipends, so nobody is told anew


def book(
    stipend: Stipend,
    kind: EntryKind,
    amount: int,
    said: Said,
    *,
    due_on: date | None = None,
    save: Iterable[str] = (),
) -> list[StipendEntry]:
    """Move an amount the way its kind goes, from as many accounts as it takes; one fact for the whole of it.

    Raises Conflict("more_than_there") when the accounts hold less, Conflict("amount_missing") for nothing.
    """
    sources, target = WAYS[kind]
    if amount <= 0:
        raise Conflict("amount_missing")
    if Account.AGREED not in sources and amount > stipend.minor(*sources):
        raise Conflict("more_than_there")
    entries, left = [], amount
    for source in sources:
        part = left if source == Account.AGREED else min(left, stipend.minor(source))
        if part:
            entries.append(_entry(stipend, _Step(kind, source, target, part), said))
            left -= part
    _note(stipend, kind, amount, said, due_on=due_on, save=save)
    return entries


def book_back(stipend: Stipend, entry: StipendEntry, said: Said, *, due_on: date | None) -> StipendEntry:
    """Move the amount of an entry back where it came from. Raises Conflict("moved_on") when it is there no longer."""
    if stipend.minor(Account(entry.target)) < entry.amount_minor:
        raise Conflict("moved_on")
    step = _Step(EntryKind.REVERSED, Account(entry.target), Account(entry.source), entry.amount_minor)
    back = _entry(stipend, step, said, reverses=entry)
    _note(stipend, step.kind, step.amount, said, due_on=due_on, of=entry.number)
    return back


def unasked(stipend: Stipend) -> list[str]:
    """Clear what was asked to be written off; the columns to save."""
    stipend.asked_minor, stipend.asked_reason, stipend.asked_note = None, "", ""
    stipend.asked_by, stipend.asked_at = None, None
    return ["asked_minor", "asked_reason", "asked_note", "asked_by", "asked_at"]


def is_said(stipend: Stipend, key: str) -> bool:
    """Whether the form with this key was taken already."""
    return bool(key) and stipend.entries.filter(idempotency_key__startswith=f"{stipend.public_id}:{key}:").exists()


def last_day_of(engagement: Engagement, earned_on: date) -> date:
    """The last day to pay what was earned on a day: as agreed, no later than the law of the payer's country has it."""
    agreed = standing_terms(engagement).get("pay_within_days")
    days = days_to_pay(agreed, engagement.organization.country, earned_on)
    return earned_on + timedelta(days=days or 0)


@dataclass(frozen=True, slots=True)
class _Step:
    """One amount, and its way."""

    kind: EntryKind
    source: Account
    target: Account
    amount: int


def _entry(stipend: Stipend, step: _Step, said: Said, reverses: StipendEntry | None = None) -> StipendEntry:
    for account, change in ((step.source, -step.amount), (step.target, step.amount)):
        if account != Account.AGREED:
            setattr(stipend, f"{account}_minor", stipend.minor(account) + change)
    stipend.entries_count += 1
    key = f"{stipend.public_id}:{said.key}:{stipend.entries_count}"
    try:
        with transaction.atomic():
            return StipendEntry.objects.create(
                stipend=stipend, number=stipend.entries_count, kind=step.kind, source=step.source, target=step.target,
                amount_minor=step.amount, on=said.on, reference=" ".join(said.reference.split())[:80],
                reason=said.reason, deliverable=said.deliverable, reverses=reverses, recorded_by=said.actor,
                recorded_at=clock.now(), idempotency_key=key,
            )  # fmt: skip
    except IntegrityError as error:
        raise Conflict("moved_on") from error


def _note(
    stipend: Stipend,
    kind: EntryKind,
    amount: int,
    said: Said,
    *,
    due_on: date | None,
    save: Iterable[str] = (),
    of: int | None = None,
) -> None:
    """Keep the balances and say so; what was asked to be written off and is due no longer is asked for no more."""
    stipend.is_open = stipend.minor(*OPEN) > 0
    stipend.due_on = (stipend.due_on or due_on) if stipend.due_minor else None
    over = unasked(stipend) if (stipend.asked_minor or 0) > stipend.due_minor else []
    record(
        Payments(f"stipend.{kind}"), stipend, said.actor, save=[*_SAVED, *over, *save], amount=amount,
        currency=stipend.currency, on=said.on.isoformat(), entry=stipend.entries_count, of=of,
        reason=said.reason, carried=said.carried,
    )  # fmt: skip

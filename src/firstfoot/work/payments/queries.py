"""Reading stipends, from what the reader may see: a payer's people all of their organization, a payee their own."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.queries import organizations_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.work.engagements.models import Engagement, PartPay
from firstfoot.work.engagements.states import EngagementState, PartPayState
from firstfoot.work.payments.models import Stipend, StipendEntry, TaxForm
from firstfoot.work.payments.states import Account, EntryKind

_PEOPLE = ("organization", "payee", "engagement__supervisor")
ANSWER_WITHIN = timedelta(days=14)  # an intern's time to answer what the host asks to write off


def owed_minor(engagement: Engagement) -> int:
    """What the agreement owes: its pay, and after an early end the part that was settled."""
    if engagement.state == EngagementState.ENDED_EARLY and not is_part_open(engagement):
        return engagement.part_pay_minor or 0
    return engagement.pay_minor


def is_part_open(engagement: Engagement) -> bool:
    """Whether the two sides still say different amounts; until then all stays promised, and no more of it is due."""
    if engagement.part_pay_minor is not None or engagement.state != EngagementState.ENDED_EARLY:
        return False
    return PartPay.objects.filter(engagement=engagement, state=PartPayState.PROPOSED).exists()


def earned_minor(stipend: Stipend | None) -> int:
    """What is due or paid already, whatever else the two sides agree on."""
    return stipend.minor(Account.DUE, Account.SENT, Account.RECEIVED, Account.WRITTEN_OFF) if stipend else 0


def stipend_of(engagement: Engagement) -> Stipend | None:
    """The stipend of an engagement that its reader already may see."""
    return Stipend.objects.filter(engagement=engagement).select_related(*_PEOPLE, "asked_by").first()


def entries_of(stipend: Stipend) -> QuerySet[StipendEntry]:
    """All that was recorded, oldest first."""
    entries = stipend.entries.select_related("recorded_by", "deliverable", "reversal", "reverses")
    return entries.order_by("number")


def organizations_paying(reader: Person) -> QuerySet[Organization]:
    """Those whose stipends the reader may see all of."""
    return organizations_with_role(reader, Role.RECRUITER)


def stipends_paid_by(reader: Person) -> QuerySet[Stipend]:
    """Those of the organizations the reader recruits for; never the reader's own pay."""
    led = organizations_paying(reader).order_by().values("pk")
    return Stipend.objects.filter(organization__in=led).exclude(payee=reader).select_related(*_PEOPLE)


def stipends_of_payee(reader: Person) -> QuerySet[Stipend]:
    return Stipend.objects.filter(payee=reader).select_related(*_PEOPLE)


def open_first(stipends: QuerySet[Stipend]) -> QuerySet[Stipend]:
    """What is open before what is settled, the newest first in each."""
    return stipends.order_by("-is_open", "-pk")


def due_soonest(stipends: QuerySet[Stipend]) -> QuerySet[Stipend]:
    """What is to be paid, the longest overdue first."""
    return stipends.filter(due_minor__gt=0).order_by("due_on", "pk")


def due_totals(stipends: QuerySet[Stipend], today: date) -> list[dict[str, Any]]:
    """For each currency: how much is due, in how many stipends, of how many the day is over."""
    due = stipends.filter(due_minor__gt=0).order_by().values("currency")
    counted = due.annotate(
        amount=Sum("due_minor"), count=Count("pk"), overdue=Count("pk", filter=Q(due_on__lt=today))
    ).order_by("currency")
    return [dict(row) for row in counted]


def due_by(day: date) -> QuerySet[Stipend]:
    """What is to be paid by a day, everywhere: for the clocks. Only what is due has a day; a dispute holds pay."""
    due = _not_held(Stipend.objects.filter(due_on__lte=day))
    return due.prefetch_related(_with_parties()).order_by("due_on", "pk")


def _not_held(stipends: QuerySet[Stipend]) -> QuerySet[Stipend]:
    """Those that no dispute holds, looked up one by one: a join would read through all engagements."""
    held_at = Engagement.objects.filter(pk=OuterRef("engagement")).values("held_at")[:1]
    return stipends.annotate(held_since=Subquery(held_at)).filter(held_since=None)


def _with_parties() -> Prefetch[Any]:
    """The engagement with its people, asked for only where a stipend was found: the clocks look each second."""
    parties = Engagement.objects.select_related("organization", "project", "intern", "supervisor", "cover")
    return Prefetch("engagement", parties)


def without_stipend() -> QuerySet[Engagement]:
    """Signed engagements whose stipend was not opened: those from before there were any."""
    has = Stipend.objects.filter(engagement=OuterRef("pk"))
    return Engagement.objects.filter(~Exists(has), signed_at__isnull=False)


def write_offs_unanswered(now: datetime) -> QuerySet[Stipend]:
    """What hosts asked to write off and no intern answered in time, the longest wait first: for the clocks."""
    left = _not_held(Stipend.objects.filter(asked_at__lt=now - ANSWER_WITHIN))
    return left.prefetch_related(_with_parties()).order_by("asked_at", "pk")


def write_offs_left(steward: Person, now: datetime) -> QuerySet[Stipend]:
    """Those that a steward may answer, who belongs to neither side."""
    if not steward.is_steward:
        return Stipend.objects.none()
    own = organizations_with_role(steward, Role.SUPERVISOR).values("pk")
    others = write_offs_unanswered(now).exclude(payee=steward).exclude(organization__in=own)
    return others.select_related("organization", "payee", "asked_by")


def tax_form_of(organization_id: int, person_id: int) -> TaxForm | None:
    return TaxForm.objects.filter(organization=organization_id, person=person_id).select_related("noted_by").first()


def tax_forms_of(stipends: QuerySet[Stipend]) -> dict[tuple[int, int], TaxForm]:
    """The notes about the payers and payees of these stipends, by (organization, person)."""
    pairs = stipends.order_by()
    found = TaxForm.objects.filter(organization__in=pairs.values("organization"), person__in=pairs.values("payee"))
    return {(form.organization_id, form.person_id): form for form in found}


def years_with_pay(stipends: QuerySet[Stipend]) -> list[int]:
    """The calendar years in which something was paid or arrived, the newest first."""
    days = _payments(stipends).order_by().dates("on", "year")
    return sorted({day.year for day in days}, reverse=True)


def totals_of_year(stipends: QuerySet[Stipend], year: int) -> list[dict[str, Any]]:
    """For each payer, payee and currency: what was `paid` and what `arrived` in a calendar year, by the recorded days.

    What was taken back, or never arrived, does not count; what arrived without the payer's word was paid.
    """
    in_year = _payments(stipends).filter(on__year=year, reversal=None)
    who = (
        "stipend__organization", "stipend__organization__name", "stipend__payee", "stipend__payee__legal_name",
        "stipend__payee__chosen_name", "stipend__currency",
    )  # fmt: skip
    sent = Q(kind__in=[EntryKind.RELEASED, EntryKind.PART_PAID])
    back = Q(kind=EntryKind.NOT_RECEIVED)
    rows = in_year.order_by().values(*who).annotate(
        sent=Sum("amount_minor", filter=sent, default=0), back=Sum("amount_minor", filter=back, default=0),
        arrived=Sum("amount_minor", filter=Q(kind=EntryKind.RECEIVED), default=0),
        straight=Sum("amount_minor", filter=Q(kind=EntryKind.RECEIVED, source=Account.DUE), default=0),
        last_on=Max("on"),
    )  # fmt: skip
    ordered = rows.order_by(
        "stipend__organization__name", "stipend__organization", "stipend__payee", "stipend__currency"
    )
    return [{**row, "paid": row["sent"] - row["back"] + row["straight"]} for row in ordered]


def _payments(stipends: QuerySet[Stipend]) -> QuerySet[StipendEntry]:
    kinds = [EntryKind.RELEASED, EntryKind.PART_PAID, EntryKind.NOT_RECEIVED, EntryKind.RECEIVED]
    return StipendEntry.objects.filter(stipend__in=stipends.order_by().values("pk"), kind__in=kinds)

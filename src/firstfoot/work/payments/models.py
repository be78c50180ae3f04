"""A stipend, its dated entries, and where a tax form lies."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel.money import Money
from firstfoot.market.organizations.models import Organization
from firstfoot.work.engagements.models import Deliverable, Engagement
from firstfoot.work.payments.states import HELD, NOT_EARNED, OPEN, UNPAID, Account, EntryKind, WriteOffReason, steps


class Stipend(Chained):
    """What one engagement pays: the balance of each account, which its entries add up to. None is ever below zero."""

    engagement = models.OneToOneField(Engagement, models.PROTECT, related_name="+")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")  # pays
    payee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    currency = models.CharField(max_length=3)
    pledged_minor = models.PositiveBigIntegerField(default=0)
    funded_minor = models.PositiveBigIntegerField(default=0)
    due_minor = models.PositiveBigIntegerField(default=0)
    sent_minor = models.PositiveBigIntegerField(default=0)
    received_minor = models.PositiveBigIntegerField(default=0)
    written_off_minor = models.PositiveBigIntegerField(default=0)
    entries_count = models.PositiveIntegerField(default=0)
    due_on = models.DateField(null=True, blank=True)  # the last day for what is due; none while nothing is
    is_open = models.BooleanField(default=True)
    # What the host asks to write off, until the other side answers
    asked_minor = models.PositiveBigIntegerField(null=True, blank=True)
    asked_reason = models.CharField(max_length=16, choices=WriteOffReason, blank=True)
    asked_note = models.TextField(blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="stipend_due_has_a_day",
                condition=Q(due_minor=0, due_on=None) | Q(due_minor__gt=0, due_on__isnull=False),
            ),
            models.CheckConstraint(
                name="stipend_asked_all_or_none",
                condition=Q(asked_minor=None, asked_reason="", asked_by=None, asked_at=None)
                | (Q(asked_minor__gt=0, asked_by__isnull=False, asked_at__isnull=False) & ~Q(asked_reason="")),
            ),
        ]
        indexes = [
            models.Index(fields=["organization", "-is_open", "-id"], name="stipend_by_payer"),
            models.Index(fields=["payee", "-is_open", "-id"], name="stipend_by_payee"),
            models.Index(fields=["due_on"], name="stipend_due", condition=Q(due_on__isnull=False)),
            models.Index(fields=["asked_at", "id"], name="stipend_asked", condition=Q(asked_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.public_id

    def minor(self, *accounts: Account) -> int:
        """What stands on these accounts, in minor units."""
        return sum(int(getattr(self, f"{account}_minor")) for account in accounts)

    def money(self, minor: int) -> Money:
        return Money(minor, self.currency)

    @property
    def promised(self) -> Money:
        return self.money(self.minor(*HELD))

    @property
    def ahead(self) -> Money:
        """Promised, not yet earned."""
        return self.money(self.minor(*NOT_EARNED))

    @property
    def funded(self) -> Money:
        return self.money(self.funded_minor)

    @property
    def due(self) -> Money:
        return self.money(self.due_minor)

    @property
    def sent(self) -> Money:
        return self.money(self.sent_minor)

    @property
    def received(self) -> Money:
        return self.money(self.received_minor)

    @property
    def written_off(self) -> Money:
        return self.money(self.written_off_minor)

    @property
    def open(self) -> Money:
        """All that is promised and has not arrived."""
        return self.money(self.minor(*OPEN))

    @property
    def unpaid(self) -> Money:
        return self.money(self.minor(*UNPAID))

    @property
    def asked(self) -> Money | None:
        return None if self.asked_minor is None else self.money(self.asked_minor)


class StipendEntry(models.Model):
    """One amount that went from one account to another on one day: taken from the one, given to the other, so that
    the entries of a stipend sum to zero by their shape. Never changed; a wrong one is followed by its contrary."""

    stipend = models.ForeignKey(Stipend, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=EntryKind)
    source = models.CharField(max_length=12, choices=Account)
    target = models.CharField(max_length=12, choices=Account)
    amount_minor = models.PositiveBigIntegerField()
    on = models.DateField()
    reference = models.CharField(max_length=80, blank=True)  # of the transfer, or of what is set aside
    reason = models.CharField(max_length=16, choices=WriteOffReason, blank=True)
    deliverable = models.ForeignKey(Deliverable, models.PROTECT, related_name="+", null=True, blank=True)
    reverses = models.OneToOneField("self", models.PROTECT, related_name="reversal", null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    recorded_at = models.DateTimeField()
    idempotency_key = models.CharField(max_length=96, unique=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["stipend", "number"], name="stipend_entry_number"),
            models.CheckConstraint(name="stipend_entry_above_zero", condition=Q(amount_minor__gt=0)),
            models.CheckConstraint(name="stipend_entry_moves", condition=~Q(source=F("target"))),
            models.CheckConstraint(
                name="stipend_entry_goes_a_way",
                condition=reduce(or_, (Q(kind=kind, source=source, target=target) for kind, source, target in steps())),
            ),
            models.CheckConstraint(
                name="stipend_entry_reverses",
                condition=Q(kind="reversed", reverses__isnull=False) | (~Q(kind="reversed") & Q(reverses=None)),
            ),
        ]
        indexes = [models.Index(fields=["stipend", "kind", "on"], name="stipend_entry_by_day")]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"

    @property
    def amount(self) -> Money:
        return self.stipend.money(self.amount_minor)


class TaxForm(Chained):
    """That an organization has a person's tax form on file: since when and where it lies, never what stands on it."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    filed_on = models.DateField()
    place = models.CharField(max_length=80)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "person"], name="tax_form_once")]

    def __str__(self) -> str:
        return self.public_id

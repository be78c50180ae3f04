"""The part of the pay after an early end: two amounts that go to and fro until they are one."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel.money import Money
from firstfoot.work.engagements.models.engagement import Engagement
from firstfoot.work.engagements.parting import Facts
from firstfoot.work.engagements.states import PartPayState, Side


class PartPay(Chained):
    """What each side says of the pay after an early end; one for an engagement, so that one proposal is open."""

    state = models.CharField(max_length=16, choices=PartPayState, default=PartPayState.PROPOSED)
    engagement = models.OneToOneField(Engagement, models.PROTECT, related_name="part_pay")
    # As both saw it at the end
    most_minor = models.PositiveBigIntegerField()  # the agreed pay
    currency = models.CharField(max_length=3)
    hours = models.PositiveIntegerField()
    results_accepted = models.PositiveSmallIntegerField()
    results_all = models.PositiveSmallIntegerField()
    minutes = models.PositiveIntegerField(null=True, blank=True)  # logged; none without a log
    # What each side said last, and whose answer is waited for
    by_host_minor = models.PositiveBigIntegerField(null=True, blank=True)
    by_intern_minor = models.PositiveBigIntegerField(null=True, blank=True)
    turn = models.CharField(max_length=8, choices=Side)
    answer_by_at = models.DateTimeField()
    settled_minor = models.PositiveBigIntegerField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="part_pay_within_the_pay",
                condition=(Q(by_host_minor=None) | Q(by_host_minor__lte=F("most_minor")))
                & (Q(by_intern_minor=None) | Q(by_intern_minor__lte=F("most_minor")))
                & (Q(settled_minor=None) | Q(settled_minor__lte=F("most_minor"))),
            ),
            models.CheckConstraint(
                name="part_pay_settled_all_or_none",
                condition=Q(state="proposed", settled_minor=None, settled_at=None)
                | (~Q(state="proposed") & Q(settled_minor__isnull=False, settled_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="part_pay_answers_something",
                condition=Q(turn="host", by_intern_minor__isnull=False) | Q(turn="intern", by_host_minor__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["answer_by_at"], name="part_pay_waits", condition=Q(state="proposed"))]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        return self.state == PartPayState.PROPOSED

    @property
    def facts(self) -> Facts:
        return Facts(self.results_accepted, self.results_all, self.minutes, self.hours, self.most_minor)

    def said_by(self, side: str) -> int | None:
        """The last amount of a side; None while it said nothing."""
        return self.by_host_minor if side == Side.HOST else self.by_intern_minor

    @property
    def offered_minor(self) -> int:
        """The amount that waits for an answer."""
        return self.said_by(Side(self.turn).other) or 0

    @property
    def between(self) -> tuple[int, int]:
        """The lower and the higher of the two amounts; for a side that said nothing the facts speak."""
        shown = self.facts.part_minor
        said = [shown if amount is None else amount for amount in (self.by_host_minor, self.by_intern_minor)]
        return min(said), max(said)

    def money(self, minor: int) -> Money:
        return Money(minor, self.currency)

    @property
    def offered(self) -> Money:
        return self.money(self.offered_minor)

    @property
    def most(self) -> Money:
        return self.money(self.most_minor)

    @property
    def shown(self) -> Money:
        return self.money(self.facts.part_minor)

    @property
    def settled(self) -> Money | None:
        return None if self.settled_minor is None else self.money(self.settled_minor)


class PartPayWord(models.Model):
    """One amount that was said, and the words with it; the last may be the third party's, on neither side."""

    part_pay = models.ForeignKey(PartPay, models.CASCADE, related_name="words")
    number = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=8, choices=Side, blank=True)
    amount_minor = models.PositiveBigIntegerField()
    note = models.TextField(blank=True)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["part_pay", "number"], name="part_pay_word_number")]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def amount(self) -> Money:
        return self.part_pay.money(self.amount_minor)

"""A dispute: two statements, a decision with reasons, an appeal and its answer."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel.money import Money
from firstfoot.work.disputes.states import LIVE, Cause, Decision, DisputeState
from firstfoot.work.engagements.models import Deliverable, Engagement
from firstfoot.work.engagements.states import Side


def _person() -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)


class Dispute(Chained):
    """One thing that the sides of an engagement cannot settle themselves; while it lives, the engagement is held."""

    state = models.CharField(max_length=24, choices=DisputeState, default=DisputeState.OPEN)
    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="+")
    deliverable = models.ForeignKey(Deliverable, models.PROTECT, related_name="+", null=True, blank=True)
    cause = models.CharField(max_length=24, choices=Cause)
    side = models.CharField(max_length=8, choices=Side)  # who opened it
    statement = models.TextField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    since_at = models.DateTimeField()  # from when its present state's clock runs
    due_at = models.DateTimeField()  # when that clock ends
    answer = models.TextField(blank=True)
    answered_by = _person()
    answered_at = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(max_length=16, choices=Decision, blank=True)
    amount_minor = models.PositiveBigIntegerField(null=True, blank=True)  # what is owed in all
    reason = models.TextField(blank=True)
    decided_by = _person()
    decided_at = models.DateTimeField(null=True, blank=True)
    host_accepts = models.BooleanField(default=False)
    intern_accepts = models.BooleanField(default=False)
    appeal = models.TextField(blank=True)
    appeal_side = models.CharField(max_length=8, choices=Side, blank=True)
    appealed_by = _person()
    appealed_at = models.DateTimeField(null=True, blank=True)
    # What another person decided after an appeal; it takes the place of the first decision
    final_decision = models.CharField(max_length=16, choices=Decision, blank=True)
    final_amount_minor = models.PositiveBigIntegerField(null=True, blank=True)
    final_reason = models.TextField(blank=True)
    final_by = _person()
    final_at = models.DateTimeField(null=True, blank=True)
    settle_side = models.CharField(max_length=8, choices=Side, blank=True)  # which side says that it is settled
    settle_note = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    is_carried_out = models.BooleanField(default=False)  # else nothing was left to do

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["engagement"], condition=Q(state__in=[str(s) for s in LIVE]), name="dispute_live_once"
            ),
            models.CheckConstraint(
                name="dispute_appeal_goes_to_another",
                condition=Q(final_by__isnull=True) | ~Q(final_by=F("decided_by")),
            ),
            models.CheckConstraint(
                name="dispute_decided_whole",
                condition=Q(decision="", decided_by=None, decided_at=None, reason="")
                | (Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(decision="")),
            ),
            models.CheckConstraint(
                name="dispute_closed_when_over",
                condition=Q(state__in=[str(s) for s in LIVE], closed_at=None)
                | (~Q(state__in=[str(s) for s in LIVE]) & Q(closed_at__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], name="dispute_due", condition=Q(closed_at=None)),
            models.Index(fields=["engagement", "-id"], name="dispute_of_engagement"),
            models.Index(fields=["-opened_at", "-id"], name="dispute_newest"),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    @property
    def other_side(self) -> Side:
        return Side(self.side).other

    @property
    def stands(self) -> str:
        """The decision that counts: the one after an appeal, else the first."""
        return self.final_decision or self.decision

    @property
    def owed_minor(self) -> int | None:
        return self.final_amount_minor if self.final_decision else self.amount_minor

    @property
    def amount(self) -> Money | None:
        return self._money(self.amount_minor)

    @property
    def final_amount(self) -> Money | None:
        return self._money(self.final_amount_minor)

    def has_accepted(self, side: str) -> bool:
        return self.host_accepts if side == Side.HOST else self.intern_accepts

    def _money(self, minor: int | None) -> Money | None:
        return None if minor is None else Money(minor, self.engagement.currency)

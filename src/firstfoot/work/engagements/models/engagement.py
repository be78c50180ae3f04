"""Engagement and its onboarding steps."""

from __future__ import annotations

import hashlib
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from firstfoot.foundation.conversations.models import Thread
from firstfoot.foundation.files.models import StoredFile
from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel.money import Money
from firstfoot.market.applications.models import Application
from firstfoot.market.organizations.models import Organization
from firstfoot.market.projects.models import Project
from firstfoot.work.engagements.states import LIVE, EndReason, EngagementState, Side


class Engagement(Chained):
    """One person doing one project for one host, under an agreement."""

    state = models.CharField(max_length=24, choices=EngagementState, default=EngagementState.AGREEING)
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    application = models.OneToOneField(Application, models.PROTECT, related_name="+")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    intern = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    cover = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    away_from = models.DateField(null=True, blank=True)  # the supervisor, from this engagement alone
    away_until = models.DateField(null=True, blank=True)
    thread = models.OneToOneField(Thread, models.PROTECT, related_name="+")
    title = models.CharField(max_length=140)
    begun_at = models.DateTimeField()
    # From the signed agreement (from the proposed one until then)
    start_on = models.DateField()
    end_on = models.DateField()
    hours = models.PositiveIntegerField()
    pay_minor = models.PositiveBigIntegerField()
    currency = models.CharField(max_length=3)
    check_in_every_days = models.PositiveSmallIntegerField(default=7)
    # As it goes
    signed_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    evaluate_by_at = models.DateTimeField(null=True, blank=True)
    learning_goal = models.CharField(max_length=200, blank=True)
    new_start_on = models.DateField(null=True, blank=True)  # proposed by one side
    new_start_by = models.CharField(max_length=8, choices=Side, blank=True)
    is_at_risk = models.BooleanField(default=False)  # as it was told; pages count the signs anew
    keeps_hours = models.BooleanField(default=False, db_default=False)  # the intern logs hours, and both see them
    hours_worked = models.PositiveIntegerField(null=True, blank=True)  # as the intern counted, at closing
    tools_used = models.CharField(max_length=300, blank=True)
    learning_answer = models.TextField(blank=True)  # what became of the learning goal
    # A dispute holds what would settle the matter: answers to results, completion, the host's end, pay
    held_at = models.DateTimeField(null=True, blank=True)
    hold_lifted_at = models.DateTimeField(null=True, blank=True)  # the last time one was
    # Pay, as both sides state it
    paid_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    # A side that gives no sign of life: since when, and from when on the other may end safely
    silent_side = models.CharField(max_length=8, choices=Side, blank=True, db_default="")
    silent_since = models.DateField(null=True, blank=True)
    safe_end_from_at = models.DateTimeField(null=True, blank=True)
    # Ending early
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_side = models.CharField(max_length=8, choices=Side, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    end_reason = models.CharField(max_length=16, choices=EndReason, blank=True)
    end_note = models.TextField(blank=True)
    handed_over = models.TextField(blank=True)
    part_pay_minor = models.PositiveBigIntegerField(null=True, blank=True)
    # Somebody else finishes it: since when the host looks, what they are to know, and what this one goes on with
    successor_sought_at = models.DateTimeField(null=True, blank=True)
    handover_note = models.TextField(blank=True, db_default="")
    takes_over = models.OneToOneField("self", models.PROTECT, related_name="successor", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "intern"], condition=Q(state__in=[str(s) for s in LIVE]), name="engagement_live_once"
            ),
            models.CheckConstraint(name="engagement_dates_in_order", condition=Q(end_on__gte=F("start_on"))),
            models.CheckConstraint(name="engagement_is_paid", condition=Q(pay_minor__gt=0)),
            models.CheckConstraint(
                name="engagement_away_in_order",
                condition=Q(away_from=None, away_until=None) | Q(away_until__gte=F("away_from")),
            ),
            models.CheckConstraint(
                name="engagement_end_says_why",
                condition=~Q(state="ended_early")
                | (Q(ended_at__isnull=False) & ~Q(end_reason="") & (~Q(ended_side="") | Q(end_reason="decided"))),
            ),
            models.CheckConstraint(
                name="engagement_successor_after_the_end",
                condition=Q(successor_sought_at=None) | Q(state="ended_early", started_at__isnull=False),
            ),
            models.CheckConstraint(
                name="engagement_silence_all_or_none",
                condition=Q(silent_side="", silent_since=None, safe_end_from_at=None)
                | (~Q(silent_side="") & Q(silent_since__isnull=False, safe_end_from_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="engagement_ends_for_the_others_silence",
                condition=~Q(end_reason="silence")
                | Q(ended_side="host", silent_side="intern")
                | Q(ended_side="intern", silent_side="host"),
            ),
        ]
        indexes = [
            models.Index(fields=["intern", "state"], name="engagement_by_intern"),
            models.Index(fields=["organization", "state"], name="engagement_by_host"),
            models.Index(fields=["supervisor", "state"], name="engagement_by_supervisor"),
            models.Index(fields=["evaluate_by_at"], name="engagement_evaluate_due", condition=Q(state="closing")),
            models.Index(fields=["completed_at"], name="engagement_completed"),
            models.Index(fields=["start_on"], name="engagement_start_due", condition=Q(state="onboarding")),
            models.Index(fields=["end_on", "id"], name="engagement_at_risk", condition=Q(is_at_risk=True)),
            models.Index(fields=["held_at"], name="engagement_held", condition=Q(held_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def pay(self) -> Money:
        return Money(self.pay_minor, self.currency)

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    def is_covered_on(self, day: date) -> bool:
        """Whether the supervisor is away from this engagement on the day."""
        return self.away_from is not None and self.away_until is not None and self.away_from <= day <= self.away_until

    @property
    def is_held(self) -> bool:
        return self.held_at is not None

    def side_of(self, person_id: int | None) -> Side:
        """The intern's side for the intern, also once they became a member; the host's for all others."""
        return Side.INTERN if person_id == self.intern_id else Side.HOST


class OnboardingStep(models.Model):
    """One thing to do before work starts, owned by one side."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="onboarding_steps")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    side = models.CharField(max_length=8, choices=Side)
    required = models.BooleanField(default=True)
    due_on = models.DateField(null=True, blank=True)
    link = models.CharField(max_length=300, blank=True, db_default="")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+", null=True, blank=True)
    by_side = models.CharField(max_length=8, choices=Side, blank=True, db_default="")  # who worded it; else the brief
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        ordering = [F("due_on").asc(nulls_last=True), "number"]
        constraints = [
            models.UniqueConstraint(fields=["engagement", "number"], name="onboarding_step_number"),
            models.CheckConstraint(
                name="onboarding_done_all_or_none",
                condition=Q(done_at=None, done_by=None) | Q(done_at__isnull=False, done_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["due_on"], name="onboarding_step_due", condition=Q(done_at=None))]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def digest(self) -> str:
        """What a form was made from: another one means that the step was changed since."""
        due = self.due_on.isoformat() if self.due_on else ""
        words = [self.text, self.side, str(self.required), due, self.link, str(self.file_id or "")]
        return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]

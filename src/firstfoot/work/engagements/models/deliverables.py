"""Deliverables, submissions and reviews."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.files.models import StoredFile
from firstfoot.foundation.journal.models import Chained
from firstfoot.work.engagements.models.engagement import Engagement
from firstfoot.work.engagements.states import DeliverableState, Side


class Deliverable(Chained):
    """One promised result with a due date."""

    state = models.CharField(max_length=24, choices=DeliverableState, default=DeliverableState.EXPECTED)
    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="deliverables")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=140)
    format = models.CharField(max_length=140, blank=True)
    due_on = models.DateField()
    new_due_on = models.DateField(null=True, blank=True)  # proposed by one side
    new_due_by = models.CharField(max_length=8, choices=Side, blank=True, default="", db_default="")
    required = models.BooleanField(default=True)
    submissions_count = models.PositiveSmallIntegerField(default=0)
    submitted_at = models.DateTimeField(null=True, blank=True)
    review_by_at = models.DateTimeField(null=True, blank=True)
    is_upheld = models.BooleanField(default=False, db_default=False)  # accepted by the third party in a dispute
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["engagement", "number"], name="deliverable_number"),
            models.CheckConstraint(
                name="deliverable_accepted_all_or_none",
                condition=Q(state="accepted", accepted_at__isnull=False, accepted_by__isnull=False)
                | (~Q(state="accepted") & Q(accepted_at__isnull=True, accepted_by__isnull=True)),
            ),
            models.CheckConstraint(
                name="deliverable_new_due_has_side",
                condition=Q(new_due_on=None, new_due_by="") | (Q(new_due_on__isnull=False) & ~Q(new_due_by="")),
            ),
        ]
        indexes = [
            models.Index(fields=["review_by_at"], name="deliverable_review_due", condition=Q(state="submitted")),
            models.Index(fields=["submitted_at", "id"], name="deliverable_waiting", condition=Q(state="submitted")),
            models.Index(fields=["due_on"], name="deliverable_due", condition=Q(state__in=["expected", "returned"])),
        ]

    def __str__(self) -> str:
        return self.public_id


class Criterion(models.Model):
    """One thing that must be true before the deliverable is accepted; another text of it is another criterion."""

    deliverable = models.ForeignKey(Deliverable, models.CASCADE, related_name="criteria")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    required = models.BooleanField(default=True)
    is_current = models.BooleanField(default=True, db_default=True)  # else of an earlier agreement

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["deliverable", "number"], name="criterion_number")]

    def __str__(self) -> str:
        return str(self.number)


class Submission(models.Model):
    """One handed-in version; never changed."""

    deliverable = models.ForeignKey(Deliverable, models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    note = models.TextField(blank=True)
    links: models.JSONField[Any, Any] = models.JSONField(default=list)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    idempotency_key = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["deliverable", "number"], name="submission_number")]

    def __str__(self) -> str:
        return f"version {self.number}"


class SubmissionFile(models.Model):
    """A file of one submission."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="files")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.pk)


class Review(models.Model):
    """The answer to one submission, criterion by criterion."""

    submission = models.OneToOneField(Submission, models.PROTECT, related_name="review")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    is_accepted = models.BooleanField()
    by_third_party = models.BooleanField(default=False)
    comment = models.TextField(blank=True)
    reviewed_at = models.DateTimeField()

    def __str__(self) -> str:
        return "accepted" if self.is_accepted else "returned"


class CriterionMark(models.Model):
    """Whether one criterion was met in one review; "not yet" says what is missing."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="marks")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    is_met = models.BooleanField()
    comment = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "criterion"], name="mark_once"),
            models.CheckConstraint(name="mark_not_yet_says_why", condition=Q(is_met=True) | ~Q(comment="")),
        ]

    def __str__(self) -> str:
        return "met" if self.is_met else "not yet"

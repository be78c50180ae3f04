"""Check-ins, and the course corrections that they or either side open."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.market.projects.brief import content_hash
from firstfoot.work.engagements.models.engagement import Engagement
from firstfoot.work.engagements.states import (
    Blocked,
    CheckInState,
    Confidence,
    CorrectionCause,
    CorrectionState,
    Helped,
    Progress,
    Side,
)

SAID = ("progress", "confidence", "blocked", "note", "keep", "change", "minutes")  # what one answer says


class CheckIn(Chained):
    """A scheduled two-sided pulse; each side's answer is unseen by the other until both are in."""

    state = models.CharField(max_length=24, choices=CheckInState, default=CheckInState.SCHEDULED)
    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="check_ins")
    number = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    closes_at = models.DateTimeField()
    prompt = models.CharField(max_length=300, blank=True)
    skip_side = models.CharField(max_length=8, choices=Side, blank=True)  # who proposed to skip it
    is_divergent = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["engagement", "number"], name="check_in_number")]
        indexes = [models.Index(fields=["closes_at"], name="check_in_due", condition=Q(state="scheduled"))]

    def __str__(self) -> str:
        return str(self.number)


class CheckInAnswer(models.Model):
    """One side's three taps and a note; on the host's, whether its feedback helped."""

    check_in = models.ForeignKey(CheckIn, models.CASCADE, related_name="answers")
    side = models.CharField(max_length=8, choices=Side)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    progress = models.CharField(max_length=12, choices=Progress)
    confidence = models.CharField(max_length=12, choices=Confidence)
    blocked = models.CharField(max_length=12, choices=Blocked)
    note = models.TextField(blank=True)
    keep = models.TextField(blank=True, default="", db_default="")  # one thing the other side is to keep doing
    change = models.TextField(blank=True, default="", db_default="")  # one thing to do differently
    feedback = models.TextField(blank=True, default="", db_default="")  # as asked before: what helped, or would have
    minutes = models.PositiveIntegerField(null=True, blank=True)  # worked so far, by the intern's count
    helped = models.CharField(max_length=8, choices=Helped, blank=True, default="", db_default="")  # says the intern
    helped_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["check_in", "side"], name="check_in_answer_once_a_side"),
            models.CheckConstraint(
                name="check_in_answer_intern_counts", condition=Q(minutes=None) | Q(side=str(Side.INTERN))
            ),
            models.CheckConstraint(
                name="check_in_answer_host_helped",
                condition=Q(helped="", helped_at=None)
                | (Q(side=str(Side.HOST), helped_at__isnull=False) & ~Q(helped="")),
            ),
        ]

    def __str__(self) -> str:
        return self.side

    @property
    def digest(self) -> str:
        """What was said, in short: by it a form notices that someone of its side answered meanwhile."""
        return content_hash({name: getattr(self, name) for name in SAID})

    @property
    def has_feedback(self) -> bool:
        return bool(self.keep or self.change or self.feedback)


class CourseCorrection(Chained):
    """Agreed actions with owner and date."""

    state = models.CharField(max_length=24, choices=CorrectionState, default=CorrectionState.OPEN)
    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="course_corrections")
    check_in = models.OneToOneField(CheckIn, models.PROTECT, related_name="+", null=True, blank=True)
    cause = models.CharField(max_length=20, choices=CorrectionCause)
    opened_side = models.CharField(max_length=8, choices=Side, blank=True)  # empty when a check-in opened it
    what = models.TextField(blank=True)  # what is in the way
    proposed_side = models.CharField(max_length=8, choices=Side, blank=True)  # who wrote the present actions
    opened_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-opened_at"]

    def __str__(self) -> str:
        return self.public_id


class CourseAction(models.Model):
    """One thing to do about it."""

    correction = models.ForeignKey(CourseCorrection, models.CASCADE, related_name="actions")
    text = models.CharField(max_length=300)
    owner_side = models.CharField(max_length=8, choices=Side)
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return self.owner_side

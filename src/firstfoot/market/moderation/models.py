"""A case, and the reports that people made."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from firstfoot.foundation.conversations.models import Post
from firstfoot.foundation.journal.models import Chained
from firstfoot.market.applications.models import Application
from firstfoot.market.moderation.states import CaseKind, CaseState, Decision, ReportReason, Severity
from firstfoot.market.organizations.models import Organization
from firstfoot.market.projects.models import Project


class Case(Chained):
    """One thing for stewards to look at, with its clock and its owner."""

    state = models.CharField(max_length=24, choices=CaseState, default=CaseState.OPEN)
    is_live = models.GeneratedField(  # somebody owes an answer; said by a column of its own for the index
        expression=models.ExpressionWrapper(Q(state__in=["open", "appealed"]), output_field=models.BooleanField()),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    kind = models.CharField(max_length=24, choices=CaseKind)
    severity = models.PositiveSmallIntegerField(choices=Severity)
    found = models.CharField(max_length=240, blank=True)  # codes of what was found, one space between
    organization = models.ForeignKey(  # none where no host has part in it
        Organization, models.PROTECT, related_name="+", null=True, blank=True
    )
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", null=True, blank=True)
    application = models.ForeignKey(Application, models.PROTECT, related_name="+", null=True, blank=True)
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, blank=True)
    person = models.ForeignKey(  # whom it is about
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    other = models.ForeignKey(Organization, models.PROTECT, related_name="+", null=True, blank=True)  # looks alike
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    decision = models.CharField(max_length=24, choices=Decision, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)  # the steward's words
    appeal = models.TextField(blank=True)  # the host's words
    appealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    appealed_from = models.ForeignKey(  # whoever decided, or had it: never answers the appeal
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    appealed_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=24, choices=Decision, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "kind"],
                condition=Q(state__in=["open", "appealed"], kind__in=["held_post", "report"]),
                name="case_live_once",
            ),
            models.UniqueConstraint(
                fields=["post"], condition=Q(post__isnull=False, kind="message"), name="case_of_message_once"
            ),
            models.UniqueConstraint(
                fields=["post"], condition=Q(state="open", kind="message_report"), name="case_live_once_of_message"
            ),
            models.UniqueConstraint(
                fields=["person", "organization"],
                condition=Q(state="open", kind="person_report"),
                name="case_live_once_of_person",
            ),
            models.CheckConstraint(
                name="case_of_report_says_whom",
                condition=~Q(kind__in=["message_report", "person_report"]) | Q(person__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(state="open", kind="shown_report"), name="case_live_once_of_shown"
            ),
            models.CheckConstraint(
                name="case_says_of_whom",
                condition=Q(kind="shown_report", organization=None, person__isnull=False)
                | (~Q(kind="shown_report") & Q(organization__isnull=False)),
            ),
            models.CheckConstraint(
                name="case_appeal_goes_to_another",
                condition=Q(answered_by__isnull=True)
                | Q(appealed_from__isnull=True)
                | ~Q(answered_by=F("appealed_from")),
            ),
            models.CheckConstraint(
                name="case_decided_whole",
                condition=Q(decision="", decided_by__isnull=True) | (~Q(decision="") & Q(decided_by__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], name="case_waiting", condition=Q(is_live=True)),
            models.Index(fields=["-opened_at", "-id"], name="case_newest"),
            models.Index(fields=["project", "-id"], name="case_of_project"),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def name(self) -> str:
        """Of the host that it is about, or of the person where no host has part in it."""
        if self.organization is not None:
            return str(self.organization.name)
        return self.person.name if self.person is not None else ""

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self.found.split())


class Report(models.Model):
    """What one person says is wrong with a post, a message or a person; unseen by whom it is about."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="reports")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", null=True, blank=True)
    reason = models.CharField(max_length=24, choices=ReportReason)
    words = models.TextField(blank=True)
    reported_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)  # when its case was decided

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "project"], condition=Q(closed_at=None), name="report_open_once"),
            models.UniqueConstraint(fields=["person", "case"], name="report_once_in_case"),
        ]
        indexes = [models.Index(fields=["person", "-reported_at"], name="report_of_person")]

    def __str__(self) -> str:
        return self.reason


class Evidence(models.Model):
    """What a reported message or page said when it was reported; it stays so when that is changed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="evidence")
    edits = models.PositiveSmallIntegerField()  # how often it had been changed; of pages the number of what was kept
    body = models.TextField()
    earlier: models.JSONField[Any, Any] = models.JSONField(default=list)  # {"body", "until_at"} of each text before
    files: models.JSONField[Any, Any] = models.JSONField(default=list)  # {"name", "size", "sha256"} of each
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ["edits"]
        constraints = [models.UniqueConstraint(fields=["case", "edits"], name="evidence_once")]

    def __str__(self) -> str:
        return str(self.pk)

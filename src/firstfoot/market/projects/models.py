"""Project and the numbered versions of its brief."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel.money import Money
from firstfoot.market.organizations.models import Organization
from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.states import CloseReason, PauseReason, ProjectState


class Project(Chained):
    """One posted micro-internship. The brief is data; the columns repeat what lists sort and filter by."""

    state = models.CharField(max_length=24, choices=ProjectState, default=ProjectState.DRAFT)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    cover = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    draft: models.JSONField[Any, Any] = models.JSONField(default=dict)  # the brief as it is being edited
    draft_saves = models.PositiveIntegerField(default=0)  # counts saves, so that two editors notice each other
    starter = models.CharField(max_length=40, blank=True)  # the template it came from
    brief_number = models.PositiveIntegerField(default=0)  # the published version; 0 before the first
    # Copied from the published brief (from the draft until then)
    title = models.CharField(max_length=140, blank=True)
    category = models.CharField(max_length=24, blank=True)
    hours = models.PositiveIntegerField(default=0)
    weeks = models.PositiveIntegerField(default=0)
    pay_minor = models.PositiveBigIntegerField(default=0)
    currency = models.CharField(max_length=3, default="USD")
    workplace = models.CharField(max_length=12, blank=True)
    place = models.CharField(max_length=120, blank=True)
    visibility = models.CharField(max_length=12, default="public")
    apply_by_on = models.DateField(null=True, blank=True)
    search_text = models.TextField(blank=True)  # folded to lower case without accents
    place_text = models.CharField(max_length=220, blank=True)  # place and city of the host, folded alike
    seats = models.PositiveIntegerField(default=1)
    seats_held = models.PositiveIntegerField(default=0)
    seats_taken = models.PositiveIntegerField(default=0)
    # Moments and reasons
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    paused_reason = models.CharField(max_length=12, choices=PauseReason, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    closed_reason = models.CharField(max_length=12, choices=CloseReason, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    return_reason = models.TextField(blank=True)  # the steward's words when returned
    close_by_at = models.DateTimeField(null=True, blank=True)  # when silence closes a paused project

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="project_seats_never_exceeded", condition=Q(seats__gte=F("seats_held") + F("seats_taken"))
            ),
            models.CheckConstraint(
                name="project_open_has_brief",
                condition=Q(state__in=["draft", "in_review"]) | Q(brief_number__gte=1, published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="project_open_is_paid", condition=Q(state__in=["draft", "in_review"]) | Q(pay_minor__gt=0)
            ),
        ]
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="project_browse", condition=Q(state="open")),
            models.Index(fields=["organization", "state"], name="project_by_host"),
            models.Index(fields=["apply_by_on"], name="project_deadline", condition=Q(state="open")),
            models.Index(fields=["close_by_at"], name="project_silence", condition=Q(state="paused")),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def draft_brief(self) -> Brief:
        return Brief.from_dict(self.draft)

    @property
    def pay(self) -> Money:
        return Money(self.pay_minor, self.currency)

    @property
    def seats_free(self) -> int:
        return self.seats - self.seats_held - self.seats_taken

    @property
    def is_filled(self) -> bool:
        return self.seats_taken >= self.seats


class BriefVersion(models.Model):
    """One published text of a brief; never changed."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="brief_versions")
    number = models.PositiveIntegerField()
    content: models.JSONField[Any, Any] = models.JSONField()
    content_hash = models.CharField(max_length=64)
    is_material = models.BooleanField(default=False)  # applicants of earlier versions were told
    published_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "number"], name="brief_version_once")]

    def __str__(self) -> str:
        return f"version {self.number}"

    @property
    def brief(self) -> Brief:
        return Brief.from_dict(self.content)

"""Application: one person asking for one project."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.conversations.models import Thread
from firstfoot.foundation.journal.models import Chained
from firstfoot.market.applications.states import (
    LIVE,
    REVEALED,
    ApplicationState,
    DeclineReason,
    LapseReason,
    RescindReason,
    Source,
)
from firstfoot.market.projects.models import BriefVersion, Project

_OFFERED = Q(state="offered")


class Application(Chained):
    """One person asking for one project; blind to the host until it is shortlisted."""

    state = models.CharField(max_length=24, choices=ApplicationState, default=ApplicationState.DRAFT)
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    brief_version = models.ForeignKey(BriefVersion, models.PROTECT, related_name="+")  # what they applied to
    source = models.CharField(max_length=12, choices=Source, default=Source.APPLIED)
    pseudonym = models.CharField(max_length=40)  # what a blind host calls them, one a project
    motivation = models.TextField(blank=True)
    answers: models.JSONField[Any, Any] = models.JSONField(default=list)  # in the order of the brief's questions
    availability = models.CharField(max_length=200, blank=True)
    link = models.URLField(blank=True)  # hidden while blind
    thread = models.OneToOneField(Thread, models.PROTECT, related_name="+", null=True, blank=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    answer_by_at = models.DateTimeField(null=True, blank=True)  # the host's first answer is due
    answered_at = models.DateTimeField(null=True, blank=True)  # the host first moved it
    shortlisted_at = models.DateTimeField(null=True, blank=True)
    offered_at = models.DateTimeField(null=True, blank=True)
    offer_note = models.TextField(blank=True)
    offer_until_at = models.DateTimeField(null=True, blank=True)
    rescind_reason = models.CharField(max_length=24, choices=RescindReason, blank=True)  # of the last offer taken back
    reserve_until_at = models.DateTimeField(null=True, blank=True)  # shortlisted, kept warm until then
    ended_at = models.DateTimeField(null=True, blank=True)
    decline_reason = models.CharField(max_length=24, choices=DeclineReason, blank=True)
    decline_note = models.TextField(blank=True)
    lapse_reason = models.CharField(max_length=24, choices=LapseReason, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "person"],
                condition=Q(state__in=[str(s) for s in LIVE]),
                name="application_live_once",
            ),
            models.UniqueConstraint(fields=["project", "pseudonym"], name="application_pseudonym_once"),
            models.CheckConstraint(
                name="application_offer_has_clock", condition=~_OFFERED | Q(offer_until_at__isnull=False)
            ),
            models.CheckConstraint(
                name="application_decline_has_reason", condition=~Q(state="declined") | ~Q(decline_reason="")
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-updated_at"], name="application_by_person"),
            models.Index(fields=["project", "state"], name="application_by_project"),
            models.Index(fields=["answer_by_at"], name="application_answer_due", condition=Q(state="submitted")),
            models.Index(fields=["offer_until_at"], name="application_offer_due", condition=_OFFERED),
            models.Index(fields=["reserve_until_at"], name="application_reserve_due", condition=Q(state="shortlisted")),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_revealed(self) -> bool:
        """Whether the host may see who this is; once shortlisted it stays known to them."""
        return self.state in REVEALED or self.shortlisted_at is not None

    @property
    def is_reserve(self) -> bool:
        return self.state == ApplicationState.SHORTLISTED and self.reserve_until_at is not None

"""Application: one person asking for one project; and what its reviewers write about it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.conversations.models import Thread
from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel.ids import public_id
from firstfoot.market.applications.states import (
    INTERVIEW_LIVE,
    INTERVIEWED,
    LIVE,
    REVEALED,
    ApplicationState,
    DeclineReason,
    InterviewState,
    LapseReason,
    ProjectInvitationState,
    RescindReason,
    Source,
)
from firstfoot.market.organizations.models import Organization
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
    shares_marks = models.BooleanField(default=False, db_default=False)  # declined: the person reads their scores

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
            models.Index(fields=["project", "state"], name="application_sent", condition=Q(submitted_at__isnull=False)),
            models.Index(fields=["state", "project"], name="application_draft", condition=Q(state="draft")),
            models.Index(fields=["submitted_at"], name="application_by_sent", condition=Q(submitted_at__isnull=False)),
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

    @property
    def can_be_marked(self) -> bool:
        """Marks are made blind: while it waits, and nobody has seen who it is."""
        return self.state == ApplicationState.SUBMITTED and self.shortlisted_at is None


class Interview(Chained):
    """Times that a host offers an applicant for a talk, and the one they chose."""

    state = models.CharField(max_length=24, choices=InterviewState, default=InterviewState.OFFERED)
    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    starts: models.JSONField[Any, Any] = models.JSONField(default=list)  # instants as ISO 8601, the earliest first
    minutes = models.PositiveSmallIntegerField()
    how = models.CharField(max_length=300)  # video link, phone, place
    offered_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    chosen_at = models.DateTimeField(null=True, blank=True)  # the start that was chosen
    none_fit_note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(state__in=[str(s) for s in INTERVIEW_LIVE]),
                name="interview_live_once",
            ),
            models.CheckConstraint(
                name="interview_chosen_has_start", condition=~Q(state="chosen") | Q(chosen_at__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["chosen_at"], name="interview_near", condition=Q(state="chosen"))]

    def __str__(self) -> str:
        return self.public_id

    @property
    def slots(self) -> list[datetime]:
        return [datetime.fromisoformat(start) for start in self.starts]

    @property
    def ends_at(self) -> datetime | None:
        return self.chosen_at + timedelta(minutes=self.minutes) if self.chosen_at else None

    @property
    def is_live(self) -> bool:
        """Whether it still counts: neither over, nor its application out of the round in which people talk."""
        return self.state in INTERVIEW_LIVE and self.application.state in INTERVIEWED


class Rubric(Chained):
    """One numbered text of what all applications to a project are read for; fixed by its first mark."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    criteria: models.JSONField[Any, Any] = models.JSONField(default=list)
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "number"], name="rubric_number_once")]

    def __str__(self) -> str:
        return f"rubric {self.number}"


class Mark(Chained):
    """What one reviewer wrote about one application, or that they should not judge it."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    rubric = models.ForeignKey(Rubric, models.PROTECT, related_name="+", null=True, blank=True)
    is_conflict = models.BooleanField(default=False)  # of interest: whatever else stands here counts no more
    scores: models.JSONField[Any, Any] = models.JSONField(default=list)  # in the order of the rubric's criteria
    note = models.TextField(blank=True)
    is_emptied = models.BooleanField(default=False)  # its applicant was erased
    given_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "reviewer"], name="mark_one_a_reviewer"),
            models.CheckConstraint(
                name="mark_is_written",
                condition=Q(is_conflict=True) | Q(is_emptied=True) | (~Q(note="") & Q(rubric__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def counts(self) -> bool:
        """A written mark: scores and a note, of someone without a conflict of interest."""
        return not self.is_conflict


class Alias(models.Model):
    """What a host calls somebody whom the list of a project showed it, before and after they apply to it."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    name = models.CharField(max_length=40)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "person"], name="alias_once_a_person"),
            models.UniqueConstraint(fields=["project", "name"], name="alias_name_once"),
        ]

    def __str__(self) -> str:
        return self.public_id


class ProjectInvitation(Chained):
    """A host asks somebody to apply: by address, by person when they worked together before, or by alias.

    The host never reads its state: whether an invited person applied would undo the blind review.
    """

    state = models.CharField(max_length=24, choices=ProjectInvitationState, default=ProjectInvitationState.SENT)
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    email = models.EmailField(blank=True)  # in lower case; empty when a person was picked
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    alias = models.ForeignKey(Alias, models.PROTECT, related_name="+", null=True, blank=True)  # the host knows no more
    token = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    wants_no_more = models.BooleanField(default=False)  # refused, and wants none from any host
    sent_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "email"], condition=~Q(email=""), name="project_invitation_once_an_address"
            ),
            # Somebody known and the alias of the same person may both be invited: else the second try would tell who.
            models.UniqueConstraint(
                fields=["project", "person"], condition=Q(alias=None), name="project_invitation_once_a_person"
            ),
            models.UniqueConstraint(fields=["alias"], name="project_invitation_once_an_alias"),
        ]
        indexes = [
            models.Index(fields=["email"], name="project_invitation_to"),
            models.Index(fields=["project", "-sent_at"], name="project_invitation_list"),
        ]

    def __str__(self) -> str:
        return self.public_id


class NoInvitations(models.Model):
    """That a person does not want to be invited by one organization; they say it, and take it back, themselves."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "organization"], name="no_invitations_once_an_organization")
        ]

    def __str__(self) -> str:
        return "no invitations"

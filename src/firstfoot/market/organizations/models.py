"""Organization, member, invitation, block, document seen by stewards, and times away."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel.ids import public_id
from firstfoot.market.organizations.states import (
    BlockSide,
    BlockState,
    DocumentKind,
    Industry,
    InvitationState,
    OrganizationState,
    Outdated,
    Role,
    SightingState,
)


class Organization(Chained):
    """A host: a startup, small business, non-profit or lab."""

    state = models.CharField(max_length=24, choices=OrganizationState, default=OrganizationState.UNVERIFIED)
    name = models.CharField(max_length=100)
    website = models.URLField(blank=True)
    city = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=2, blank=True)  # ISO 3166-1
    size = models.CharField(max_length=12, blank=True)  # 1-5 | 6-20 | 21-100 | 101+
    kind = models.CharField(max_length=24, blank=True)  # startup | small_business | non_profit | lab | other
    industry = models.CharField(max_length=16, choices=Industry, blank=True, default="", db_default="")
    about = models.TextField(blank=True)
    how_work_feels = models.TextField(blank=True)
    time_zone = models.CharField(max_length=64, default="UTC")
    weekend = models.CharField(max_length=7, default="67")  # ISO weekdays, as digits
    currency = models.CharField(max_length=3, default="USD")
    founded_at = models.DateTimeField()
    verified_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)  # its name or domain, and no steward looked since
    renewal_asked_at = models.DateTimeField(null=True, blank=True)  # its verification is a year old, and not renewed
    website_asked_at = models.DateTimeField(null=True, blank=True)  # an owner asked for the check of its token
    website_checked_at = models.DateTimeField(null=True, blank=True)
    website_host = models.CharField(max_length=253, blank=True, default="", db_default="")  # that was asked
    website_outcome = models.CharField(max_length=24, blank=True, default="", db_default="")  # a code
    state_reason = models.TextField(blank=True)  # why rejected or suspended, in the steward's words
    answered_count = models.PositiveIntegerField(default=0)  # first answers given in time
    silent_count = models.PositiveIntegerField(default=0)  # first answers that never came in time
    finished_count = models.PositiveIntegerField(default=0)  # engagements completed

    class Meta:
        indexes = [
            models.Index(fields=["-founded_at", "-id"], name="organization_newest"),
            models.Index(fields=["state", "-founded_at", "-id"], name="organization_by_state"),
            models.Index(
                fields=["verified_at"],
                name="organization_to_renew",
                condition=Q(state="verified", renewal_asked_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def is_verified(self) -> bool:
        return self.state == OrganizationState.VERIFIED


class Membership(models.Model):
    """One person of one organization; `left_at` ends it, the row stays."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    role = models.CharField(max_length=12, choices=Role)
    title = models.CharField(max_length=80, blank=True)  # such as "Head baker"
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "person"], condition=Q(left_at=None), name="membership_once"
            )
        ]
        indexes = [models.Index(fields=["person", "organization"], name="membership_person", condition=Q(left_at=None))]

    def __str__(self) -> str:
        return self.role


class Invitation(Chained):
    """An invitation to join, bound to one address and spent once."""

    state = models.CharField(max_length=24, choices=InvitationState, default=InvitationState.SENT)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="invitations")
    email = models.EmailField()
    role = models.CharField(max_length=12, choices=Role)
    token = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "email"], condition=Q(state="sent"), name="invitation_open_once"
            )
        ]

    def __str__(self) -> str:
        return self.public_id


class Block(Chained):
    """A person and an organization who have nothing to do with each other, since one side wants it so."""

    state = models.CharField(max_length=24, choices=BlockState, default=BlockState.STANDING)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="blocks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    side = models.CharField(max_length=12, choices=BlockSide)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organization", "side"], condition=Q(state="standing"), name="block_standing_once"
            )
        ]
        indexes = [models.Index(fields=["organization", "side"], name="block_of_host", condition=Q(state="standing"))]

    def __str__(self) -> str:
        return self.public_id


class Sighting(Chained):
    """That a steward saw a document about an organization, and what a second one says; nothing of the document."""

    state = models.CharField(max_length=24, choices=SightingState, default=SightingState.NOTED)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="sightings")
    kind = models.CharField(max_length=12, choices=DocumentKind)
    words = models.CharField(max_length=200)  # how it was seen; stewards alone read it
    seen_on = models.DateField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)  # why the second one says no; stewards alone read it
    outdated_by = models.CharField(max_length=12, choices=Outdated, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization"], condition=Q(state="noted"), name="sighting_open_once"),
            models.CheckConstraint(
                name="sighting_by_two", condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("noted_by"))
            ),
            models.CheckConstraint(
                name="sighting_answered_whole",
                condition=Q(state__in=["noted", "taken_back"], answered_by__isnull=True, answered_at__isnull=True)
                | Q(state__in=["confirmed", "denied"], answered_by__isnull=False, answered_at__isnull=False)
                | Q(state="outdated"),
            ),
            models.CheckConstraint(
                name="sighting_outdated_by",
                condition=Q(state="outdated") & ~Q(outdated_by="") | ~Q(state="outdated") & Q(outdated_by=""),
            ),
        ]
        indexes = [
            models.Index(fields=["noted_at", "id"], name="sighting_waiting", condition=Q(state="noted")),
            models.Index(fields=["organization", "-noted_at"], name="sighting_of_host"),
        ]

    def __str__(self) -> str:
        return self.public_id


class OrganizationAway(models.Model):
    """The organization is away from the first to the last day: its clocks skip it."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="aways")
    first_on = models.DateField()
    last_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="organization_away_in_order", condition=Q(last_on__gte=F("first_on")))
        ]
        ordering = ["first_on"]

    def __str__(self) -> str:
        return f"{self.first_on} to {self.last_on}"

    @property
    def span(self) -> tuple[date, date]:
        return self.first_on, self.last_on

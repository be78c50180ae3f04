"""Signing keys, lists of what was revoked, and the credentials that were given out."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.proof.credentials.states import CredentialKind, CredentialState, KeyState, RevokeReason
from firstfoot.proof.credentials.vc.status import PLACES, Place
from firstfoot.work.engagements.models import Engagement


class SigningKey(Chained):
    """A key of this installation. `sealed` is its private half, readable only with the secret key (see sealing.py)."""

    state = models.CharField(max_length=8, choices=KeyState, default=KeyState.ACTIVE)
    site = models.CharField(max_length=200)  # the address of the site when it was made
    did = models.CharField(max_length=255)  # the issuer it signs for
    multikey = models.CharField(max_length=64, unique=True)
    sealed = models.TextField()
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["site"], condition=Q(state="active"), name="signing_key_active_once"),
            models.CheckConstraint(
                name="signing_key_retired_has_time",
                condition=Q(state="active", retired_at=None) | Q(state="retired", retired_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.multikey


class StatusList(models.Model):
    """A list of bits, one a credential; the bits themselves are read from the credentials."""

    address = models.CharField(max_length=255, unique=True)
    did = models.CharField(max_length=255)
    taken = models.PositiveIntegerField(default=0)
    changes = models.PositiveIntegerField(default=0)  # counts bits that were set
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["did", "-id"], name="status_list_of_issuer")]
        constraints = [
            models.CheckConstraint(name="status_list_has_room", condition=Q(taken__lte=PLACES)),
        ]

    def __str__(self) -> str:
        return self.address


class Credential(Chained):
    """One credential as it was given out, in both forms, byte for byte."""

    state = models.CharField(max_length=12, choices=CredentialState, default=CredentialState.ISSUED)
    kind = models.CharField(max_length=16, choices=CredentialKind)
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="+")
    is_part = models.BooleanField(default=False)  # of work that ended early; the credential says so
    earner = models.CharField(max_length=255, blank=True)  # the name that stands in it
    document = models.TextField(blank=True)  # JSON with its proof; empty once its holder was erased
    token = models.TextField(blank=True)  # the same as VC-JWT
    key = models.ForeignKey(SigningKey, models.PROTECT, related_name="+")
    list = models.ForeignKey(StatusList, models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()  # of its bit in the list
    issued_at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True, blank=True)  # since when its page shows what it says
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_for = models.CharField(max_length=16, choices=RevokeReason, blank=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, related_name="replaced_by", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "kind", "holder"], condition=Q(state="issued"), name="credential_issued_once"
            ),
            models.UniqueConstraint(fields=["list", "place"], name="credential_place_once"),
            models.CheckConstraint(
                name="credential_revoked_all_or_none",
                condition=Q(state="revoked", revoked_at__isnull=False, revoked_by__isnull=False) & ~Q(revoked_for="")
                | ~Q(state="revoked") & Q(revoked_at=None, revoked_by=None, revoked_for=""),
            ),
            models.CheckConstraint(name="credential_not_of_itself", condition=~Q(replaces=F("pk"))),
        ]
        indexes = [
            models.Index(
                fields=["list", "place"], name="credential_no_longer", condition=Q(state__in=["revoked", "superseded"])
            ),
            models.Index(fields=["holder", "-id"], name="credential_by_holder"),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def where(self) -> Place:
        """Where its bit stands."""
        return Place(self.list.address, self.place)

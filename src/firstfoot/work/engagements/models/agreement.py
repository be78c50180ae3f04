"""Agreement versions and their signatures."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.work.engagements.models.engagement import Engagement
from firstfoot.work.engagements.states import AgreementState, Side


class AgreementVersion(Chained):
    """Frozen terms. `content` holds the structured terms and the very sentences both sides read;
    `content_hash` is the SHA-256 of its canonical JSON, and what both sign."""

    state = models.CharField(max_length=24, choices=AgreementState, default=AgreementState.PROPOSED)
    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="agreement_versions")
    number = models.PositiveSmallIntegerField()
    amends = models.PositiveSmallIntegerField(null=True, blank=True)  # number of the signed version that it changes
    content: models.JSONField[Any, Any] = models.JSONField()
    content_hash = models.CharField(max_length=64)
    note = models.TextField(blank=True)  # why this version was proposed
    proposed_side = models.CharField(max_length=8, choices=Side)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    sign_by_host_at = models.DateTimeField()
    sign_by_intern_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    decline_note = models.TextField(blank=True, default="", db_default="")
    sealed_at = models.DateTimeField(null=True, blank=True)  # `content` lost its names then; see SealedAgreement

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["engagement", "number"], name="agreement_number"),
            models.UniqueConstraint(
                fields=["engagement"], condition=Q(state="proposed"), name="agreement_proposed_once"
            ),
            models.UniqueConstraint(fields=["engagement"], condition=Q(state="signed"), name="agreement_signed_once"),
            models.CheckConstraint(
                name="agreement_signed_has_time",
                condition=~Q(state__in=["signed", "superseded"]) | Q(signed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"

    @property
    def terms(self) -> dict[str, Any]:
        return dict(self.content["terms"])


class Signature(models.Model):
    """That one side signed one content hash, with the name they typed."""

    agreement = models.ForeignKey(AgreementVersion, models.PROTECT, related_name="signatures")
    side = models.CharField(max_length=8, choices=Side)
    signer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    typed_name = models.CharField(max_length=120)
    content_hash = models.CharField(max_length=64)
    consent_version = models.CharField(max_length=24)  # of the sentence agreed to on signing
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "side"], name="signature_once_a_side")]

    def __str__(self) -> str:
        return self.side

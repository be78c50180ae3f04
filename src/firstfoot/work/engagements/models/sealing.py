"""Signed agreements of which a person was erased: kept whole, unreadable, until their date."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from firstfoot.kernel.ids import public_id
from firstfoot.work.engagements.models.agreement import AgreementVersion


class SealedAgreement(models.Model):
    """One signed version with its signatures, encrypted; a steward opens it with a reason."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    agreement = models.OneToOneField(AgreementVersion, models.PROTECT, related_name="+")
    box = models.TextField()
    sealed_at = models.DateTimeField()
    delete_on = models.DateField(db_index=True)

    def __str__(self) -> str:
        return self.public_id


class SealOpening(models.Model):
    """That a steward opened a seal, when and why."""

    sealed = models.ForeignKey(SealedAgreement, models.CASCADE, related_name="openings")
    steward = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField()
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["-opened_at"]

    def __str__(self) -> str:
        return str(self.opened_at)

"""A stored file: its name and size as given, its digest and place; and the copies of everything that people ask for."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.files.kinds import SHOWN_AS
from firstfoot.kernel.ids import public_id


class StoredFile(models.Model):
    """One file that someone handed over. Who may read it is decided by the thing that holds it."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    name = models.CharField(max_length=200)
    path = models.CharField(max_length=200, unique=True)
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    stored_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    stored_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def shown_as(self) -> str:
        """ "picture", "paper" or "text" where it can be looked at in place; "" where it is only downloaded."""
        return SHOWN_AS.get(self.media_type, "")


class Export(models.Model):
    """A person's copy of everything that is theirs: asked for, made by the worker, gone after its last day."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+", null=True, blank=True)
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(made_at=None), name="export_waits_once"),
            models.CheckConstraint(
                name="export_file_has_end", condition=Q(file=None) | Q(made_at__isnull=False, ends_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

"""A stored file: its name and size as given, its digest and place."""

from __future__ import annotations

from django.conf import settings
from django.db import models

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

"""Facts, and the columns by which a thing carries its own chain."""

from __future__ import annotations

from typing import Any

from django.db import models

from firstfoot.kernel.ids import public_id


class Chained(models.Model):
    """A thing with facts: its public id, and the number and hash of its last fact."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    version = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        abstract = True

    @property
    def thing(self) -> str:
        """The name under which the journal knows this thing, such as "project:9k2m..."."""
        return f"{self._meta.model_name}:{self.public_id}"


class Fact(models.Model):
    """One thing that happened to one thing; never changed, never deleted.

    Holds no names and no free text: `data` has codes, numbers, dates, public ids and digests.
    """

    thing = models.CharField(max_length=48)
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=64)
    state = models.CharField(max_length=24, blank=True)
    actor = models.CharField(max_length=32)
    data: models.JSONField[Any, Any] = models.JSONField(default=dict)
    at = models.DateTimeField()
    stamp = models.CharField(max_length=40)  # `at` as the text that was hashed
    prev = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)
    request = models.CharField(max_length=36, blank=True)  # request id, for the logs; not hashed

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thing", "seq"], name="fact_thing_seq")]
        indexes = [models.Index(fields=["kind", "id"], name="fact_kind"), models.Index(fields=["at"], name="fact_at")]

    def __str__(self) -> str:
        return f"{self.thing}#{self.seq} {self.kind}"


class DailyDigest(models.Model):
    """One hash over the heads of all things at the end of a day, so that a cut tail shows."""

    day = models.DateField(unique=True)
    hash = models.CharField(max_length=64)
    things = models.PositiveIntegerField()
    last_fact = models.BigIntegerField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.day} {self.hash[:12]}"

"""Threads and their posts."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from firstfoot.kernel.ids import public_id


class Thread(models.Model):
    """One plain conversation. The thing that points to it decides who reads it."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    is_closed = models.BooleanField(default=False)
    posts_count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.public_id


class Post(models.Model):
    """One message in a thread."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="posts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    body = models.TextField()
    posted_at = models.DateTimeField()
    idempotency_key = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["posted_at", "id"]

    def __str__(self) -> str:
        return self.public_id


class ReadMark(models.Model):
    """How far a person has read a thread."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="read_marks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    read_until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thread", "person"], name="read_mark_once")]

    def __str__(self) -> str:
        return str(self.read_until)

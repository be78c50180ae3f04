"""Threads and their posts: what is said, to whom especially, with which files, and what stood there before."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from firstfoot.foundation.files.models import StoredFile
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
    plain = models.TextField(blank=True, default="", db_default="")  # its words, folded: what it is found by
    edits = models.PositiveSmallIntegerField(default=0, db_default=0)
    posted_at = models.DateTimeField()
    idempotency_key = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["posted_at", "id"]
        indexes = [models.Index(fields=["thread", "-posted_at", "-id"], name="post_newest_of_thread")]

    def __str__(self) -> str:
        return self.public_id


class EarlierText(models.Model):
    """What a post said before its author changed it; whoever reads the post reads this, too."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="earlier")
    number = models.PositiveSmallIntegerField()
    body = models.TextField()
    until_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["post", "number"], name="earlier_text_number")]

    def __str__(self) -> str:
        return str(self.number)


class PostFile(models.Model):
    """A file that came with a post."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="files")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class Mention(models.Model):
    """Somebody whom a post is meant for especially."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="mentions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="mention_once")]

    def __str__(self) -> str:
        return str(self.pk)


class ReadMark(models.Model):
    """How far a person has read a thread."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="read_marks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    read_until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thread", "person"], name="read_mark_once")]

    def __str__(self) -> str:
        return str(self.read_until)

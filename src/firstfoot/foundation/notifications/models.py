"""Notices in the app, and mail that is stored before it is sent."""

from __future__ import annotations

import functools
import operator

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.kernel.ids import public_id


class Notice(models.Model):
    """One thing a person is told in the app. `key` is unique: one notice per fact, kind and recipient."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=64)
    title = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    path = models.CharField(max_length=200, blank=True)  # where it leads, on this site
    at_once = models.BooleanField(default=False)  # also went out as a mail of its own
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    digested_at = models.DateTimeField(null=True, blank=True)  # was part of a daily mail

    class Meta:
        indexes = [
            models.Index(fields=["recipient", "-created_at", "-id"], name="notice_inbox"),
            models.Index(fields=["recipient"], name="notice_unread", condition=Q(read_at=None)),
        ]

    def __str__(self) -> str:
        return self.key


class MailState(models.TextChoices):
    STORED = "stored"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"  # the server said no to this address
    UNCERTAIN = "uncertain"  # the connection broke after the text was handed over
    FAILED = "failed"  # tried as often as we try


def mail_in(*states: str) -> Q:
    """One of the states, said one by one: SQLite sees no index over some of the rows behind a list."""
    return functools.reduce(operator.or_, (Q(state=str(state)) for state in states))


class Mail(models.Model):
    """One mail, written down before any attempt; each attempt carries the same Message-ID."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    key = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=64)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", null=True, blank=True)
    address = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    calendar = models.TextField(blank=True, default="", db_default="")  # a calendar file that goes with it
    unsubscribe = models.CharField(max_length=300, blank=True, default="", db_default="")  # stops mails like this one
    is_secret = models.BooleanField(default=False)  # holds a code or link; its text is emptied once sent
    # Links that act for its reader (foundation/links): emptied alike, but nobody waits for it at the door.
    holds_links = models.BooleanField(default=False, db_default=False)
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=12, choices=MailState, default=MailState.STORED)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["next_try_at"], name="mail_due", condition=mail_in("stored", "sending")),
            models.Index(fields=["recipient", "state"], name="mail_by_recipient"),
            models.Index(
                fields=["-created_at", "-id"],
                name="mail_troubled",
                condition=mail_in("refused", "uncertain", "failed"),
            ),
        ]

    def __str__(self) -> str:
        return self.key


class RefusedAddress(models.Model):
    """An address that a mail server refused for good; shown in the app until a mail gets through."""

    address = models.EmailField(unique=True)
    reason = models.CharField(max_length=300)
    since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-since"], name="refused_newest")]

    def __str__(self) -> str:
        return self.reason

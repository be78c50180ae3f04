"""Links in mails and addresses of calendars; of each secret only a digest is kept."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.links.states import LinkEnd


class MailLink(models.Model):
    """One thing that one person may do once, from a mail to one address, without signing in.

    What it is about is named as the journal names it, since things of upper contexts cannot be pointed to.
    """

    digest = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    address = models.EmailField()  # where it was sent; it is dead when that is no longer the person's
    purpose = models.CharField(max_length=24)  # reactions/bymail/purposes.py has them all
    thing = models.CharField(max_length=48)
    made_at = models.DateTimeField()  # by the clock
    dies_at = models.DateTimeField()  # by the later of the clock and the last fact
    ended_at = models.DateTimeField(null=True, blank=True)
    end = models.CharField(max_length=16, choices=LinkEnd, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="mail_link_ended_or_not",
                condition=Q(end="", ended_at=None) | (~Q(end="") & Q(ended_at__isnull=False)),
            )
        ]
        indexes = [
            models.Index(fields=["person", "purpose", "thing"], name="mail_link_about"),
            models.Index(fields=["made_at"], name="mail_link_to_end", condition=Q(ended_at=None)),
            models.Index(fields=["ended_at"], name="mail_link_to_forget"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.thing}"


class CalendarAddress(models.Model):
    """The secret address under which a person's calendar is read by programs."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"calendar of {self.person_id}"

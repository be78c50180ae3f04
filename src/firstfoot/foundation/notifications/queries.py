"""Reading notices, stored mail and refused addresses."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.notifications.models import Mail, MailState, Notice, RefusedAddress, mail_in
from firstfoot.kernel import clock

TROUBLED = (MailState.REFUSED, MailState.UNCERTAIN, MailState.FAILED)


def notices_visible_to(reader: Person) -> QuerySet[Notice]:
    """The reader's own notices, newest first."""
    return Notice.objects.filter(recipient=reader).order_by("-created_at", "-pk")


def unread_count(reader: Person) -> int:
    return Notice.objects.filter(recipient=reader, read_at=None).count()


def undigested_notices(reader: Person) -> QuerySet[Notice]:
    """What the daily mail has yet to mention: unread, and not already sent on its own."""
    return Notice.objects.filter(recipient=reader, digested_at=None, read_at=None, at_once=False).order_by("pk")


def refused_addresses(*addresses: str) -> QuerySet[RefusedAddress]:
    """Those of the addresses that a mail server refused; all of them when none is named."""
    refused = RefusedAddress.objects.order_by("-since")
    return refused.filter(address__in=[a.lower() for a in addresses]) if addresses else refused


def mails_to(reader: Person) -> QuerySet[Mail]:
    return Mail.objects.filter(recipient=reader).order_by("-created_at", "-pk")


def troubled_mails() -> QuerySet[Mail]:
    """Mails that did not surely arrive, newest first: for stewards."""
    return Mail.objects.filter(mail_in(*TROUBLED)).select_related("recipient").order_by("-created_at", "-pk")


def mails_due(now: datetime) -> QuerySet[Mail]:
    """Mails to try now; codes and links first, since someone waits for them."""
    come = Q(next_try_at__lte=now) | Q(next_try_at__gt=now + clock.AHEAD)
    waiting = Mail.objects.filter(come, mail_in(MailState.STORED, MailState.SENDING))
    return waiting.order_by("-is_secret", "next_try_at", "pk")

"""What nobody did in the demo: its mails count as sent and its older notices as read.

The people are made up, so no mail must leave; this is the one place of the demo that writes without an action.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from firstfoot.foundation.notifications.models import Mail, MailState, Notice

READ_AFTER = timedelta(days=2)


@transaction.atomic
def settle(now: datetime) -> None:
    Mail.objects.filter(state=MailState.STORED).update(state=MailState.SENT, attempts=1, sent_at=F("created_at"))
    Notice.objects.update(digested_at=F("created_at"))
    Notice.objects.filter(created_at__lt=now - READ_AFTER).update(read_at=F("created_at"))

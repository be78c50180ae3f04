"""Invariant 9: one stored message per fact, kind and recipient, with a stable Message-ID; uncertain sends are shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, Model, Q

from firstfoot.foundation.notifications.models import Mail, MailState, Notice
from firstfoot.kernel import clock
from firstfoot.operations.check.fault import ROWS_AT_A_TIME, Fault

STUCK_AFTER = timedelta(days=1)


def message_faults() -> Iterator[Fault]:
    for model, field in ((Notice, "key"), (Mail, "key"), (Mail, "message_id")):
        yield from stored_twice(model, field)
    yield from sent_without_time()
    yield from uncertain_unseen()
    yield from stuck()


def stored_twice(model: type[Model], field: str) -> Iterator[Fault]:
    rows = model._default_manager.order_by().values(field).annotate(n=Count("pk")).filter(n__gt=1)
    for row in rows.iterator(ROWS_AT_A_TIME):
        yield Fault(
            9, f"{model._meta.model_name}:{row[field]}", f"{field}_twice",
            f"{row['n']} rows carry it, so somebody is told twice. Keep the oldest.",
        )  # fmt: skip


def sent_without_time() -> Iterator[Fault]:
    """A mail counts as sent exactly when it says when."""
    wrong = Q(state=MailState.SENT, sent_at=None) | ~Q(state=MailState.SENT) & Q(sent_at__isnull=False)
    for mail in Mail.objects.filter(wrong).order_by("pk").iterator(ROWS_AT_A_TIME):
        yield Fault(9, f"mail:{mail.public_id}", "sent_without_time", "It was changed by hand. Ask the recipient.")


def uncertain_unseen() -> Iterator[Fault]:
    """An uncertain send says what happened, so that a steward can decide."""
    for mail in Mail.objects.filter(state=MailState.UNCERTAIN, error="").order_by("pk").iterator(ROWS_AT_A_TIME):
        yield Fault(9, f"mail:{mail.public_id}", "uncertain_unexplained", "Nothing says why. Ask the recipient.")


def stuck() -> Iterator[Fault]:
    """Taken in hand, and never put down."""
    long_ago = clock.now() - STUCK_AFTER
    for mail in Mail.objects.filter(state=MailState.SENDING, leased_until__lt=long_ago).iterator(ROWS_AT_A_TIME):
        yield Fault(9, f"mail:{mail.public_id}", "mail_stuck", "The worker took it and fell. See that the worker runs.")

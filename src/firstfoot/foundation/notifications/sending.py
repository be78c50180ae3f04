"""Sending stored mail: leased, tried again with growing pauses, never resent when it may have arrived."""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta
from threading import Event
from typing import Any

import css_inline
import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, mailers
from django.core.mail.backends import smtp
from django.db.models import F, Q

from firstfoot.foundation.notifications.models import Mail, MailState, RefusedAddress
from firstfoot.foundation.notifications.queries import mails_due
from firstfoot.foundation.notifications.smtp import Refused, Rejected, Uncertain, Unreachable, hand_over
from firstfoot.kernel import clock

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=5)
PAUSES = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=20), timedelta(hours=1), timedelta(hours=4))
KEEP_UNSENT_SECRET = timedelta(days=1)
LONGEST_ERROR = 300
CALENDAR_NAME = "calendar.ics"

_inliner = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


def deliver_due(limit: int = 50, *, stop: Event | None = None) -> int:
    """Send the mails that are due; how many a server took.

    Call it outside a transaction: what is known of each mail is written down
    before and after it is handed over. Stops when the server cannot be reached,
    and between two mails once `stop` is set.
    """
    sent = 0
    now = clock.now()
    backend = mailers.default
    try:
        for mail_id in list(mails_due(now).values_list("pk", flat=True)[:limit]):
            mail = _lease(mail_id, now)
            if mail is None:
                continue
            outcome = _try(backend, mail)
            sent += outcome == MailState.SENT
            if outcome is None or (stop is not None and stop.is_set()):
                break
    finally:
        _close(backend)
    return sent


def empty_old_secrets(now: datetime) -> int:
    """Empty codes and links of mails that will not be sent any more, or that nobody waits for."""
    secret = Q(is_secret=True) | Q(holds_links=True)
    old = Mail.objects.filter(secret, created_at__lte=now - KEEP_UNSENT_SECRET).exclude(text="", html="")
    waiting = Q(state__in=(MailState.STORED, MailState.SENDING))
    old.filter(waiting).update(state=MailState.FAILED, error="too old", leased_until=None)
    return old.update(text="", html="", calendar="")


def _lease(mail_id: int, now: datetime) -> Mail | None:
    """This mail for us alone, or None when another worker has it.

    A mail whose worker vanished while the text was being handed over may have arrived.
    """
    free = Q(leased_until=None) | Q(leased_until__lte=now) | Q(leased_until__gt=now + clock.AHEAD)
    mine = Mail.objects.filter(free, pk=mail_id)
    lost = mine.filter(state=MailState.SENDING)
    if lost.update(state=MailState.UNCERTAIN, leased_until=None, error="the worker stopped while sending"):
        return None
    taken = mine.filter(state=MailState.STORED).update(leased_until=now + LEASE, attempts=F("attempts") + 1)
    return Mail.objects.get(pk=mail_id) if taken else None


def _try(backend: Any, mail: Mail) -> MailState | None:
    """One try; the state the mail came to, or None when no server can be reached."""
    try:
        _hand_over(backend, mail)
    except Refused as error:
        _close(backend)
        _refused(mail, str(error))
        return _settle(mail, MailState.REFUSED, str(error))
    except Rejected as error:
        _close(backend)
        return _settle(mail, MailState.FAILED, str(error))
    except Uncertain as error:
        _close(backend)
        return _settle(mail, MailState.UNCERTAIN, str(error))
    except (Unreachable, OSError) as error:
        _close(backend)
        _again_later(mail, str(error) or type(error).__name__)
        return None if getattr(error, "server_down", True) else MailState.STORED
    except ValueError as error:  # an address or header that no server would take
        return _settle(mail, MailState.FAILED, str(error))
    RefusedAddress.objects.filter(address=mail.address.lower()).delete()
    return _settle(mail, MailState.SENT, "")


def _hand_over(backend: Any, mail: Mail) -> None:
    message = message_of(mail)
    if isinstance(backend, smtp.EmailBackend):
        hand_over(backend, message, lambda: _mark_sending(mail))
    else:
        _mark_sending(mail)
        backend.send_messages([message])


def message_of(mail: Mail) -> EmailMultiAlternatives:
    """The mail as it goes out: plain text always, HTML with its styles inlined beside it."""
    headers = {
        "Message-ID": mail.message_id,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
    message = EmailMultiAlternatives(mail.subject, mail.text, settings.DEFAULT_FROM_EMAIL, [mail.address])
    if mail.unsubscribe:  # in one click, as RFC 8058 asks
        headers |= {"List-Unsubscribe": f"<{mail.unsubscribe}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    message.extra_headers.update(headers)
    if mail.html:
        message.attach_alternative(_inliner.inline(mail.html), "text/html")
    if mail.calendar:
        message.attach(CALENDAR_NAME, mail.calendar, "text/calendar")
    return message


def _mark_sending(mail: Mail) -> None:
    """From here on the text may have arrived, whatever happens to us."""
    Mail.objects.filter(pk=mail.pk).update(state=MailState.SENDING)


def _settle(mail: Mail, state: MailState, error: str) -> MailState:
    changes: dict[str, Any] = {"state": state, "leased_until": None, "error": error[:LONGEST_ERROR]}
    if state == MailState.SENT:
        changes["sent_at"] = clock.now()
        if mail.is_secret or mail.holds_links:
            changes |= {"text": "", "html": "", "calendar": ""}
    Mail.objects.filter(pk=mail.pk).update(**changes)
    log.info("mail", mail=mail.public_id, kind=mail.kind, state=str(state), attempts=mail.attempts)
    return state


def _again_later(mail: Mail, error: str) -> None:
    if mail.attempts >= settings.MAIL_TRIES:
        _settle(mail, MailState.FAILED, error)
        return
    pause = PAUSES[min(mail.attempts, len(PAUSES)) - 1]
    Mail.objects.filter(pk=mail.pk).update(
        state=MailState.STORED, leased_until=None, next_try_at=clock.now() + pause, error=error[:LONGEST_ERROR]
    )
    log.warning("mail put off", mail=mail.public_id, kind=mail.kind, attempts=mail.attempts)


def _refused(mail: Mail, reason: str) -> None:
    RefusedAddress.objects.update_or_create(
        address=mail.address.lower(), defaults={"reason": reason[:LONGEST_ERROR], "since": clock.now()}
    )


def _close(backend: Any) -> None:
    with contextlib.suppress(Exception):
        backend.close()

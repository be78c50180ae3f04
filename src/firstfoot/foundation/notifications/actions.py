"""Telling a person something in the app, and writing down a mail before it is sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.notifications.models import Mail, MailState, Notice
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.ids import public_id

LONGEST_LINE = 200
# A mail in one of these states may be sent again by hand.
SENDABLE_AGAIN = (MailState.REFUSED, MailState.UNCERTAIN, MailState.FAILED)


@transaction.atomic
def tell(
    *, recipient: Person, key: str, kind: str, title: str, body: str = "", path: str = "", at_once: bool = False
) -> Notice | None:
    """Put a notice into the person's inbox, once for each key.

    None when the key was used before, or when the account is suspended or erased.
    """
    if not recipient.is_active:
        return None
    values = {
        "recipient": recipient, "kind": kind, "title": one_line(title), "body": body, "path": path,
        "at_once": at_once, "created_at": clock.now(),
    }  # fmt: skip
    notice, is_new = Notice.objects.get_or_create(key=key, defaults=values)
    return notice if is_new else None


@dataclass(frozen=True, slots=True)
class Told:
    """What one of many people is told."""

    recipient: Person
    key: str
    title: str
    body: str
    path: str


@transaction.atomic
def tell_all(kind: str, told: Iterable[Told], *, at_once: bool = False) -> None:
    """Put a notice into the inbox of each, once for each key; one insert however many they are.

    Accounts that are not active, and keys that were used before, are passed over.
    """
    now = clock.now()
    notices = [
        Notice(
            recipient=one.recipient, key=one.key, kind=kind, title=one_line(one.title), body=one.body, path=one.path,
            at_once=at_once, created_at=now,
        )
        for one in told
        if one.recipient.is_active
    ]  # fmt: skip
    Notice.objects.bulk_create(notices, ignore_conflicts=True)


@transaction.atomic
def store_mail(
    *,
    key: str,
    kind: str,
    address: str,
    subject: str,
    text: str,
    html: str,
    recipient: Person | None = None,
    is_secret: bool = False,
    holds_links: bool = False,
    unsubscribe: str = "",
    calendar: str = "",
) -> Mail | None:
    """Write down one mail, once for each key; the worker sends it.

    `unsubscribe` is the address that stops mails like this one, in one click; `calendar`
    a calendar file that goes with it.
    `is_secret` marks a code or a link that grants something and that someone waits for,
    `holds_links` a mail with links that act: its text, too, is emptied once sent. None when
    the key was used before, or the account is not active.
    """
    if recipient is not None and not recipient.is_active:
        return None
    now, name = clock.now(), public_id()
    values = {
        "public_id": name, "kind": kind, "recipient": recipient, "address": address, "subject": one_line(subject),
        "text": text, "html": html, "is_secret": is_secret, "holds_links": holds_links, "unsubscribe": unsubscribe,
        "calendar": calendar,
        "message_id": message_id(name),
        "next_try_at": now, "created_at": now,
    }  # fmt: skip
    mail, is_new = Mail.objects.get_or_create(key=key, defaults=values)
    return mail if is_new else None


@dataclass(frozen=True, slots=True)
class Letter:
    """What many people are mailed in the same words."""

    subject: str
    text: str
    html: str


@transaction.atomic
def store_mails(kind: str, letter: Letter, to: Iterable[tuple[Person, str]]) -> None:
    """Write down the same mail to each of the people, with its key; one insert however many they are.

    Accounts that are not active, and keys that were used before, are passed over.
    """
    now, mails = clock.now(), []
    for person, key in to:
        if person.is_active:
            name = public_id()
            mails.append(
                Mail(
                    public_id=name, key=key, kind=kind, recipient=person, address=person.email,
                    subject=one_line(letter.subject), text=letter.text, html=letter.html, message_id=message_id(name),
                    next_try_at=now, created_at=now,
                )
            )  # fmt: skip
    Mail.objects.bulk_create(mails, ignore_conflicts=True)


@transaction.atomic
def mark_notice_read(*, notice_id: int, actor: Person) -> None:
    """The reader has seen this notice; a second time changes nothing."""
    Notice.objects.filter(pk=notice_id, recipient=actor, read_at=None).update(read_at=clock.now())


@transaction.atomic
def mark_all_read(*, actor: Person) -> int:
    """The reader has seen all notices; how many were new."""
    return Notice.objects.filter(recipient=actor, read_at=None).update(read_at=clock.now())


@transaction.atomic
def send_mail_again(*, mail_id: int) -> Mail:
    """Put a mail that did not surely arrive back into the queue, with the same Message-ID.

    Raises Conflict("mail_not_sendable") for one that is waiting or sent, and
    Conflict("mail_emptied") for one whose secret text is gone.
    """
    mail = Mail.objects.select_for_update().get(pk=mail_id)
    if mail.state not in SENDABLE_AGAIN:
        raise Conflict("mail_not_sendable")
    if not mail.text:
        raise Conflict("mail_emptied")
    mail.state, mail.attempts, mail.leased_until, mail.next_try_at = MailState.STORED, 0, None, clock.now()
    mail.save(update_fields=["state", "attempts", "leased_until", "next_try_at"])
    return mail


def message_id(name: str) -> str:
    """The Message-ID that every try of one mail carries."""
    return f"<{name}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>"


def one_line(text: str) -> str:
    """The text on one line, short enough for a subject."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"

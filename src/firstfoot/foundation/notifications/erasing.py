"""Erasing what was told: everything to a person, and to others what names them or repeats their words."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable

from django.db import transaction
from django.db.models import Q

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.notifications.models import Mail, MailState, Notice, RefusedAddress

SHORTEST, LONGEST = 6, 80  # of a line that tells a text apart, in characters
ERASED = "(erased)"


@transaction.atomic
def erase_messages(
    *, person: Person, addresses: Collection[str], about: Collection[str], names: Iterable[str], texts: Iterable[str]
) -> None:
    """Delete what was told to the person. What others were told about the things named in `about` (such as
    "application:9k2m" or "project:7f3q#12") goes, too; elsewhere in what those others were told, names and words."""
    theirs = Mail.objects.filter(Q(recipient=person) | Q(address__in=addresses))
    theirs.delete()
    Notice.objects.filter(recipient=person).delete()
    RefusedAddress.objects.filter(address__in=addresses).delete()
    notices = [(pk, to) for pk, to, key in _keys(Notice) if _is_about(key, about)]
    mails = [(pk, to) for pk, to, key in _keys(Mail) if _is_about(key, about)]
    for some in _batches([pk for pk, _to in notices]):
        Notice.objects.filter(pk__in=some).delete()
    for some in _batches([pk for pk, _to in mails]):
        _empty(some)
    told = {to for _pk, to in (*notices, *mails) if to is not None}
    _clean(told, _pattern([*names, *addresses], texts))


def _keys(model: type[Notice | Mail]) -> Iterable[tuple[int, int | None, str]]:
    return model.objects.order_by("pk").values_list("pk", "recipient", "key").iterator(2000)


def _is_about(key: str, about: Collection[str]) -> bool:
    """Whether a key such as "application:9k2m#3:declined:p4xz" or "application:9k2m:answer:..." belongs to one of the
    things, or to one of the facts."""
    thing, mark, rest = key.partition("#")
    if not mark:
        return ":".join(key.split(":")[:2]) in about
    return thing in about or f"{thing}#{rest.partition(':')[0]}" in about


def _clean(told: Iterable[int], pattern: re.Pattern[str] | None) -> None:
    if pattern is None:
        return
    for some in _batches(list(told)):
        for notice in Notice.objects.filter(recipient__in=some).iterator(500):
            if pattern.search(f"{notice.title}\n{notice.body}"):
                Notice.objects.filter(pk=notice.pk).update(
                    title=pattern.sub(ERASED, notice.title)[:200], body=pattern.sub(ERASED, notice.body)
                )
        found = [
            mail.pk
            for mail in Mail.objects.filter(recipient__in=some).iterator(200)
            if pattern.search(f"{mail.subject}\n{mail.text}\n{html.unescape(mail.html)}\n{_unfolded(mail.calendar)}")
        ]
        _empty(found)


def _unfolded(calendar: str) -> str:
    """A calendar file with its long lines whole."""
    return calendar.replace("\r\n ", "")


def _pattern(names: Iterable[str], texts: Iterable[str]) -> re.Pattern[str] | None:
    """Names as whole words; of longer texts each line by its beginning."""
    whole = {rf"(?<!\w){re.escape(name)}(?!\w)" for name in names if name.strip()}
    lines = {line.strip()[:LONGEST] for text in texts for line in text.splitlines()}
    parts = sorted((re.escape(line) for line in lines if len(line) >= SHORTEST), key=len, reverse=True)
    return re.compile("|".join([*sorted(whole, key=len, reverse=True), *parts])) if whole or parts else None


def _empty(mails: Collection[int]) -> None:
    """The row stays, since it says that a fact was told; one that still waited is not sent."""
    found = Mail.objects.filter(pk__in=mails)
    found.filter(state__in=(MailState.STORED, MailState.SENDING)).update(state=MailState.FAILED, leased_until=None)
    found.update(subject=ERASED, text="", html="", calendar="", error="")


def _batches(keys: list[int], size: int = 500) -> Iterable[list[int]]:
    return (keys[start : start + size] for start in range(0, len(keys), size))

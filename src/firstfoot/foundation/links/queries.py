"""Finding a link by its secret, and what became of it."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.journal.queries import present
from firstfoot.foundation.links.models import CalendarAddress, MailLink
from firstfoot.foundation.links.states import LinkEnd
from firstfoot.kernel import clock

LONGEST = 64  # characters of a secret
LIFE = timedelta(days=7)


def digest_of(secret: str) -> str:
    """What is kept of a secret. It has 256 random bits: nothing to guess, so no salt and no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def link_by_secret(secret: str) -> MailLink | None:
    if len(secret) > LONGEST:
        return None
    return MailLink.objects.filter(digest=digest_of(secret)).select_related("person").first()


def end_of(link: MailLink) -> str:
    """Why the link does nothing any more (a LinkEnd); empty while it is alive.

    It lives until it was used, for so long by the clock, and until the later of the clock and the
    last fact has passed its day: a clock that is set back revives nothing, and one that was ahead
    for a while lets nothing live longer. It belongs to the address that it was sent to.
    """
    if link.end:
        return str(link.end)
    if until(link) <= clock.now() or link.dies_at <= present():
        return LinkEnd.EXPIRED
    is_theirs = link.person.is_active and link.person.email.lower() == link.address.lower()
    return "" if is_theirs else LinkEnd.REVOKED


def until(link: MailLink) -> datetime:
    """How long it works at most, as its page says."""
    return min(link.made_at + LIFE, link.dies_at)


def calendar_of(person: Person) -> CalendarAddress | None:
    """The person's calendar address, of which only the digest is known."""
    return CalendarAddress.objects.filter(person=person).first()


def person_by_calendar(secret: str) -> Person | None:
    """Whose calendar this is; nobody's once it was replaced, or while the account is closed."""
    if len(secret) > LONGEST:
        return None
    found = CalendarAddress.objects.filter(digest=digest_of(secret), person__state=PersonState.ACTIVE)
    kept = found.select_related("person").first()
    return kept.person if kept is not None and kept.person.is_active else None

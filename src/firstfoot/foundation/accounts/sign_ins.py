"""Where a person is signed in: written at sign-in, kept while it lasts, ended from here or from elsewhere."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet

from firstfoot.foundation.accounts.events import Accounts
from firstfoot.foundation.accounts.models import Person, SignIn
from firstfoot.foundation.accounts.policies import may_change_person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.verdict import require


@transaction.atomic
def note_sign_in(*, person: Person, session_key: str, browser: str, system: str) -> SignIn:
    """A line for a new sign-in; signing in again in the same session replaces it."""
    now = clock.now()
    values = {"person": person, "browser": browser, "system": system, "began_at": now, "seen_at": now}
    line, _ = SignIn.objects.update_or_create(session_key=session_key, defaults=values)
    return line


@transaction.atomic
def touch_sign_in(*, line: str, session_key: str) -> None:
    """The browser was seen just now, perhaps under a new key of its session."""
    SignIn.objects.filter(public_id=line).update(seen_at=clock.now(), session_key=session_key)


def sign_ins_of(person: Person) -> QuerySet[SignIn]:
    """Where the person is signed in, the most lately seen first; lines whose session is over do not count."""
    alive = Session.objects.filter(expire_date__gt=clock.now()).values("session_key")
    return SignIn.objects.filter(person=person, session_key__in=alive).order_by("-seen_at", "-pk")


@transaction.atomic
def end_sign_in(*, line: str, actor: Person) -> bool:
    """Sign out one browser of the actor's own; whether there was one."""
    person = locked(Person, actor.pk)
    found = SignIn.objects.filter(person=person, public_id=line).first()
    if found is None:
        return False
    _end(found)
    record(Accounts.PERSON_SIGNED_OUT, person, actor, number=1)
    return True


@transaction.atomic
def end_other_sign_ins(*, keep: str, actor: Person) -> Person:
    """Sign out everywhere but in the browser of the line `keep`, also where no line is known.

    The session that stays must take over the new `session_salt` (update_session_auth_hash).
    """
    person = locked(Person, actor.pk)
    require(may_change_person(actor, person))
    others = list(SignIn.objects.filter(person=person).exclude(public_id=keep))
    for line in others:
        _end(line)
    person.session_salt = secrets.token_hex(8)
    record(Accounts.PERSON_SIGNED_OUT, person, actor, save=["session_salt"], number=len(others))
    return person


@transaction.atomic
def change_password(*, person: Person, password: str, keep: str = "") -> bool:
    """Store a new password and sign out everywhere but in the browser of the line `keep`.

    False, with nothing changed, when the password is no longer the one that `person`
    was read with: a link or a form that was made for the old one is spent.
    """
    known = person.password
    current = locked(Person, person.pk)
    if current.password != known:
        return False
    person.set_password(password)
    current.password = person.password
    record(Accounts.PASSWORD_CHANGED, current, current, save=["password"])
    person.version, person.head = current.version, current.head
    for line in SignIn.objects.filter(person=person).exclude(public_id=keep):
        _end(line)
    return True


@transaction.atomic
def forget_ended_sign_ins(*, now: datetime) -> int:
    """Delete sessions that ran out, and the lines of sessions that are gone; how many lines."""
    Session.objects.filter(expire_date__lt=now).delete()
    gone, _ = SignIn.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return gone


def lock_person(person_id: int) -> None:
    """Others who would change the same account wait until the transaction of the caller ends."""
    locked(Person, person_id)


def _end(line: SignIn) -> None:
    Session.objects.filter(session_key=line.session_key).delete()
    line.delete()

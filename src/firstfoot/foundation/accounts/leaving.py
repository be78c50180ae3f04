"""Leaving for good: asked for by the person, done by the worker, with nothing left that says who it was."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Model

from firstfoot.foundation.accounts.events import Accounts
from firstfoot.foundation.accounts.models import Away, Consent, Person, SignIn, new_actor_token
from firstfoot.foundation.accounts.policies import may_change_person
from firstfoot.foundation.accounts.states import PERSON
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require

NOBODY = "erased.invalid"  # no mail ever reaches it (RFC 2606)


@transaction.atomic
def ask_to_leave(*, hindrances: Iterable[str], actor: Person) -> Person:
    """Ask to be erased: signed out everywhere at once, erased by the worker within moments.

    `hindrances` are the codes of what must end first, read by the caller from the contexts above.
    Raises Conflict("ends_first") when there is one, Conflict("leaving_already") the second time.
    """
    person = locked(Person, actor.pk)
    require(may_change_person(actor, person))
    if list(hindrances):
        raise Conflict("ends_first")
    if person.leaving_at is not None:
        raise Conflict("leaving_already")
    person.leaving_at, person.session_salt = clock.now(), secrets.token_hex(8)
    record(Accounts.LEAVING_ASKED, person, actor, save=["leaving_at", "session_salt"])
    return person


@transaction.atomic
def stop_leaving(*, person_id: int) -> Person:
    """Something came up that must end first: the person is let in again."""
    person = locked(Person, person_id)
    person.leaving_at = None
    record(Accounts.LEAVING_STOPPED, person, None, save=["leaving_at"])
    return person


@transaction.atomic
def erase_account(*, person_id: int) -> None:
    """Delete what says who it was, and the tie between the person and the token in their facts.

    The row stays, empty, since agreements and results of others point to it.
    """
    person = locked(Person, person_id)
    end_all_sessions(person)
    for model, column in ((Consent, "person"), (Away, "person"), (SignIn, "person"), (Authenticator, "user")):
        model._default_manager.filter(**{column: person}).delete()
    EmailAddress.objects.filter(user=person).delete()
    person.state = PERSON.target("erase", person.state)
    person.email, person.chosen_name, person.legal_name = f"{secrets.token_hex(8)}@{NOBODY}", "", ""
    person.phone, person.time_zone, person.daily_mail, person.is_steward = "", "UTC", False, False
    person.leaving_at = person.adult_confirmed_at = person.last_login = None
    person.set_unusable_password()
    columns = [
        "state", "email", "chosen_name", "legal_name", "phone", "time_zone", "daily_mail", "is_steward", "leaving_at",
        "adult_confirmed_at", "last_login", "password",
    ]  # fmt: skip
    record(Accounts.PERSON_ERASED, person, person, save=columns)
    Person.objects.filter(pk=person.pk).update(actor_token=new_actor_token())


def end_all_sessions(person: Person) -> None:
    """Delete every session of the person, also those from before sign-ins were written down."""
    Session.objects.filter(session_key__in=SignIn.objects.filter(person=person).values("session_key")).delete()
    for session in Session.objects.filter(expire_date__gt=clock.now()).iterator(500):
        if session.get_decoded().get("_auth_user_id") == str(person.pk):
            session.delete()


def emptied(thing: Model, *names: str, instead: Mapping[str, Any] | None = None) -> list[str]:
    """Empty the named columns of a row, or put something else there; the texts that stood in them."""
    instead = instead or {}
    before = [getattr(thing, name) for name in (*names, *instead)]
    values = {name: instead.get(name, type(value)()) for name, value in zip((*names, *instead), before, strict=True)}
    type(thing)._default_manager.filter(pk=thing.pk).update(**values)
    return list(texts_in(before))


def texts_in(value: Any) -> Iterable[str]:
    """Every text inside nested lists and mappings."""
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts_in(inner)

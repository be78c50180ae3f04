"""Joining, keeping one's account, and what stewards may do with it."""

from __future__ import annotations

from datetime import date

from allauth.account.models import EmailAddress
from django.db import transaction

from firstfoot.foundation.accounts.events import Accounts
from firstfoot.foundation.accounts.models import Away, Consent, Person
from firstfoot.foundation.accounts.policies import may_change_person, may_make_steward, may_moderate_person
from firstfoot.foundation.accounts.states import PERSON
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.kernel.verdict import require

TERMS = "terms"


@transaction.atomic
def join_person(
    *,
    email: str,
    password: str | None,
    chosen_name: str,
    time_zone: str,
    legal_name: str = "",
    adult: bool,
    terms_version: str,
    verified: bool = False,
    is_demo: bool = False,
    with_address: bool = True,
) -> Person:
    """Make an account, with the consent it rests on.

    `with_address` False leaves the address row to allauth's sign-up, which makes
    its own. Raises NotPermitted unless the person is 18 or older, Conflict when
    the address is someone's already.
    """
    if not adult:
        raise NotPermitted("adults_only")
    email = email.strip().lower()
    if Person.objects.filter(email=email).exists() or EmailAddress.objects.filter(email=email).exists():
        raise Conflict("address_taken")
    person = Person(
        email=email, chosen_name=chosen_name, legal_name=legal_name, time_zone=time_zone, is_demo=is_demo,
        adult_confirmed_at=clock.now(),
    )  # fmt: skip
    person.set_password(password)
    record_new(Accounts.PERSON_JOINED, person, person, terms=terms_version)
    Consent.objects.create(person=person, document=TERMS, document_version=terms_version, given_at=clock.now())
    if with_address:
        EmailAddress.objects.create(user=person, email=email, verified=verified, primary=True)
    return person


@transaction.atomic
def give_consent(*, person_id: int, document: str, document_version: str, actor: Person) -> Consent:
    """Agree to one version of a document; agreeing again changes nothing."""
    person = locked(Person, person_id)
    require(may_change_person(actor, person))
    consent, is_new = Consent.objects.get_or_create(
        person=person, document=document, document_version=document_version, defaults={"given_at": clock.now()}
    )
    if is_new:
        record(Accounts.PERSON_CONSENTED, person, actor, document=document, document_version=document_version)
    return consent


@transaction.atomic
def change_person(
    *,
    person_id: int,
    seen: int | None,
    actor: Person,
    chosen_name: str,
    legal_name: str,
    time_zone: str,
    phone: str,
    daily_mail: bool,
) -> Person:
    """Change names, zone, phone and whether the daily mail comes."""
    person = locked(Person, person_id, seen=seen)
    require(may_change_person(actor, person))
    person.chosen_name, person.legal_name, person.time_zone = chosen_name, legal_name, time_zone
    person.phone, person.daily_mail = phone, daily_mail
    fields = ["chosen_name", "legal_name", "time_zone", "phone", "daily_mail"]
    record(Accounts.PERSON_CHANGED, person, actor, save=fields)
    return person


@transaction.atomic
def add_away(*, person_id: int, first_on: date, last_on: date, actor: Person) -> Away:
    """Be away from the first to the last day. Raises Conflict when the days are in the wrong order."""
    person = locked(Person, person_id)
    require(may_change_person(actor, person))
    if last_on < first_on:
        raise Conflict("away_backwards")
    away = Away.objects.create(person=person, first_on=first_on, last_on=last_on)
    record(Accounts.PERSON_AWAY, person, actor, first_on=first_on.isoformat(), last_on=last_on.isoformat())
    return away


@transaction.atomic
def remove_away(*, away_id: int, actor: Person) -> None:
    """Take back a time away; one that is gone already is no error."""
    away = Away.objects.filter(pk=away_id).first()
    if away is None:
        return
    person = locked(Person, away.person_id)
    require(may_change_person(actor, person))
    gone, _ = Away.objects.filter(pk=away_id).delete()
    if gone:
        record(
            Accounts.PERSON_BACK, person, actor, first_on=away.first_on.isoformat(), last_on=away.last_on.isoformat()
        )


@transaction.atomic
def make_steward(*, person_id: int, actor: Person | None) -> Person:
    """Let a person run this installation; `actor` None is the command line. Twice changes nothing."""
    person = locked(Person, person_id)
    require(may_make_steward(actor))
    if not person.is_steward:
        person.is_steward = True
        record(Accounts.PERSON_MADE_STEWARD, person, actor, save=["is_steward"])
    return person


@transaction.atomic
def suspend_person(*, person_id: int, actor: Person, reason_code: str) -> Person:
    """Shut a person out until restored; their rows stay."""
    return _moderate(person_id, actor, "suspend", Accounts.PERSON_SUSPENDED, reason_code)


@transaction.atomic
def restore_person(*, person_id: int, actor: Person, reason_code: str) -> Person:
    """Let a suspended person in again."""
    return _moderate(person_id, actor, "restore", Accounts.PERSON_RESTORED, reason_code)


def _moderate(person_id: int, actor: Person, verb: str, kind: Accounts, reason_code: str) -> Person:
    person = locked(Person, person_id)
    require(may_moderate_person(actor, person))
    person.state = PERSON.target(verb, person.state)
    record(kind, person, actor, save=["state"], reason=reason_code)
    return person

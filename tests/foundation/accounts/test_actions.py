"""Joining, keeping one's account, moderating it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from allauth.account.models import EmailAddress

from firstfoot.foundation.accounts.actions import (
    add_away,
    change_person,
    give_consent,
    join_person,
    make_steward,
    remove_away,
    restore_person,
    suspend_person,
)
from firstfoot.foundation.accounts.events import Accounts
from firstfoot.foundation.accounts.models import Away, Consent, Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted

JOIN = {
    "email": "Noor@Example.org ", "password": "a-long-enough-secret", "chosen_name": "Noor", "time_zone": "Asia/Amman",
    "adult": True, "terms_version": "2026-11",
}  # fmt: skip


def kinds(person: Person) -> list[str]:
    return list(Fact.objects.filter(thing=person.thing).order_by("seq").values_list("kind", flat=True))


def test_joining_keeps_address_consent_and_one_fact(db):
    person = join_person(**JOIN)

    person.refresh_from_db()
    assert (person.email, person.name, person.formal_name) == ("noor@example.org", "Noor", "Noor")
    address = EmailAddress.objects.get(user=person)
    assert (address.email, address.verified, address.primary) == ("noor@example.org", False, True)
    assert list(Consent.objects.values_list("person", "document", "document_version")) == [
        (person.pk, "terms", "2026-11")
    ]
    assert kinds(person) == ["person.joined"]


def test_people_join_by_the_one_clock(db):
    with clock.at(datetime(2025, 3, 4, 9, tzinfo=UTC)):
        assert join_person(**JOIN).joined_at == datetime(2025, 3, 4, 9, tzinfo=UTC)


def test_nobody_under_18_joins(db):
    with pytest.raises(NotPermitted, match="adults_only"):
        join_person(**JOIN | {"adult": False})
    assert Person.objects.count() == 0


def test_an_address_joins_once(db):
    join_person(**JOIN)
    with pytest.raises(Conflict, match="address_taken"):
        join_person(**JOIN | {"email": "noor@example.org"})


def test_consent_is_given_once_a_version(cast):
    for _ in range(2):
        give_consent(person_id=cast.sam.pk, document="terms", document_version="2027-01", actor=cast.sam)
    assert kinds(cast.sam) == ["person.joined", "person.consented"]


def test_change_person(cast):
    changes = {"chosen_name": "Sammy", "legal_name": "", "time_zone": "UTC", "phone": "1", "daily_mail": False}
    changed = change_person(person_id=cast.sam.pk, seen=1, actor=cast.sam, **changes)

    changed.refresh_from_db()
    assert {field: getattr(changed, field) for field in changes} == changes
    assert changed.version == 2
    with pytest.raises(Conflict, match="changed"):
        change_person(person_id=cast.sam.pk, seen=1, actor=cast.sam, **changes)
    with pytest.raises(NotPermitted, match="not_yourself"):
        change_person(person_id=cast.sam.pk, seen=2, actor=cast.otto, **changes)


def test_away_and_back(cast):
    away = add_away(person_id=cast.sam.pk, first_on=date(2026, 12, 24), last_on=date(2027, 1, 2), actor=cast.sam)
    with pytest.raises(NotPermitted):
        remove_away(away_id=away.pk, actor=cast.otto)
    remove_away(away_id=away.pk, actor=cast.sam)
    remove_away(away_id=away.pk, actor=cast.sam)

    assert Away.objects.count() == 0
    assert kinds(cast.sam) == ["person.joined", Accounts.PERSON_AWAY, Accounts.PERSON_BACK]


def test_away_in_order(cast):
    with pytest.raises(Conflict, match="away_backwards"):
        add_away(person_id=cast.sam.pk, first_on=date(2027, 1, 2), last_on=date(2027, 1, 1), actor=cast.sam)


def test_a_steward_makes_a_steward_once(cast):
    with pytest.raises(NotPermitted, match="not_steward"):
        make_steward(person_id=cast.sam.pk, actor=cast.hana)
    for _ in range(2):
        make_steward(person_id=cast.paz.pk, actor=cast.stella)
    assert kinds(cast.paz) == ["person.joined", "person.made_steward"]


def test_suspend_and_restore(cast):
    suspended = suspend_person(person_id=cast.otto.pk, actor=cast.stella, reason_code="spam")
    assert (suspended.state, suspended.is_active) == ("suspended", False)
    with pytest.raises(IllegalTransition):
        suspend_person(person_id=cast.otto.pk, actor=cast.stella, reason_code="spam")
    assert restore_person(person_id=cast.otto.pk, actor=cast.stella, reason_code="").is_active


@pytest.mark.parametrize(("who", "reason"), [("hana", "not_steward"), ("stella", "own_account")])
def test_who_may_not_suspend(cast, who, reason):
    with pytest.raises(NotPermitted, match=reason):
        suspend_person(person_id=cast.stella.pk, actor=getattr(cast, who), reason_code="spam")

"""Reading people."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from firstfoot.foundation.accounts import queries
from firstfoot.foundation.accounts.actions import add_away, join_person, suspend_person
from firstfoot.kernel import clock
from tests.cast import join


def test_workdays_skip_the_weekend_and_times_away(cast):
    add_away(person_id=cast.sam.pk, first_on=date(2026, 11, 23), last_on=date(2026, 11, 24), actor=cast.sam)
    friday = datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert queries.workdays_of(cast.sam).after(friday, 1) == datetime(2026, 11, 25, 23, 59, tzinfo=UTC)


def test_aways_that_passed_are_not_shown(cast):
    add_away(person_id=cast.sam.pk, first_on=date(2026, 1, 1), last_on=date(2026, 1, 2), actor=cast.sam)
    coming = add_away(person_id=cast.sam.pk, first_on=date(2026, 3, 1), last_on=date(2026, 3, 2), actor=cast.sam)
    with clock.at(datetime(2026, 1, 3, tzinfo=UTC)):
        assert list(queries.aways_of(cast.sam)) == [coming]


def test_persons_by_tokens(cast):
    tokens = [cast.sam.actor_token, cast.hana.actor_token, "system"]
    assert queries.persons_by_tokens(tokens) == {
        cast.sam.actor_token: cast.sam, cast.hana.actor_token: cast.hana,
    }  # fmt: skip


def test_only_confirmed_addresses_count(cast):
    person = join("Noor", time_zone="UTC")
    unproven = join_person(
        email="unproven@example.org", password=None, chosen_name="U", time_zone="UTC", adult=True, terms_version="1"
    )
    assert queries.confirmed_addresses(person) == {"noor@example.org"}
    assert queries.confirmed_addresses(unproven) == frozenset()
    assert queries.person_by_address("NOOR@example.org") == person
    assert queries.person_by_address("unproven@example.org") is None


def test_demo_person_is_one_of_the_demo_world(cast):
    assert queries.demo_person("host") is None
    hana = join_person(
        email="hana@demo.example", password=None, chosen_name="Hana", time_zone="UTC", adult=True, terms_version="1",
        is_demo=True,
    )  # fmt: skip
    assert queries.demo_person("host") == hana
    assert queries.demo_person("pirate") is None


@pytest.mark.parametrize("role", ["host"])
def test_demo_person_needs_the_mark(cast, role):
    join_person(
        email="hana@demo.example", password=None, chosen_name="H", time_zone="UTC", adult=True, terms_version="1"
    )
    assert queries.demo_person(role) is None


def test_suspended_stewards_are_none(cast):
    assert list(queries.stewards()) == [cast.stella]
    cast.paz.is_steward = True
    suspend_person(person_id=cast.stella.pk, actor=cast.paz, reason_code="left")
    assert list(queries.stewards()) == []

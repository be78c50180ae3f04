"""Recording facts: a chain a thing, no names, no lost update."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import structlog
from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import SYSTEM, locked, record, record_new
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.journal.queries import broken_chains, chain_faults, facts_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.market.organizations.models import Organization

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def acme(cast) -> Organization:
    cast.acme.refresh_from_db()
    return cast.acme


def new_organization() -> Organization:
    return Organization(name="Kelp & Co", founded_at=NOW)


def test_a_new_thing_has_its_first_fact(db):
    organization = new_organization()
    with clock.at(NOW):
        fact = record_new("organization.founded", organization, None, currency="USD")

    assert (fact.thing, fact.seq, fact.prev) == (f"organization:{organization.public_id}", 1, "")
    assert (fact.kind, fact.state, fact.actor, fact.data) == (
        "organization.founded", "unverified", SYSTEM, {"currency": "USD"},
    )  # fmt: skip
    organization.refresh_from_db()
    assert (organization.version, organization.head, fact.at) == (1, fact.hash, NOW)


def test_each_fact_points_to_the_one_before(acme, cast):
    before = acme.version
    first = record("organization.described", acme, cast.hana)
    second = record("organization.described", acme, cast.hana)

    assert (first.seq, second.seq) == (before + 1, before + 2)
    assert (second.prev, acme.head, acme.version) == (first.hash, second.hash, before + 2)
    assert list(chain_faults(facts_of(acme))) == []


def test_the_named_fields_are_saved_with_the_fact(acme, cast):
    acme.name, acme.city = "New name", "not saved"
    record("organization.described", acme, cast.hana, save=["name"])

    acme.refresh_from_db()
    assert (acme.name, acme.city) == ("New name", "Leeds")


def test_the_actor_is_a_token(acme, cast):
    assert record("organization.described", acme, cast.hana).actor == cast.hana.actor_token


def test_the_request_id_is_kept_for_the_logs(acme, cast):
    with structlog.contextvars.bound_contextvars(request_id="abc-123"):
        assert record("organization.described", acme, cast.hana).request == "abc-123"


@pytest.mark.parametrize(
    "value", ["Hana Brindle", "a note, in words", "x" * 81, "hana@example.org", 1.5, {"a": 1}, ["Hana Brindle"]]
)
def test_names_and_free_text_are_refused(acme, cast, value):
    with pytest.raises(ValueError, match="is not a code"):
        record("organization.described", acme, cast.hana, what=value)


@pytest.mark.parametrize("value", ["a_code", "2026-11-23", 7, True, None, ["name", "city"], "", "a" * 64])
def test_codes_numbers_dates_and_digests_are_kept(acme, cast, value):
    record("organization.described", acme, cast.hana, what=value)

    assert facts_of(acme).last().data == {"what": value}


def test_a_thing_changed_since_it_was_seen_is_a_conflict(acme, cast):
    seen = acme.version
    record("organization.described", acme, cast.hana)

    with transaction.atomic(), pytest.raises(Conflict) as refusal:
        locked(Organization, acme.pk, seen=seen)
    assert (refusal.value.code, refusal.value.data) == ("changed", {"version": seen + 1})


def test_what_was_seen_as_it_is_is_locked(acme):
    with transaction.atomic():
        assert locked(Organization, acme.pk, seen=acme.version) == acme


def test_two_writers_without_a_lock_cannot_both_write(acme, cast):
    stale = Organization.objects.get(pk=acme.pk)
    record("organization.described", acme, cast.hana)

    with pytest.raises(IntegrityError), transaction.atomic():
        record("organization.described", stale, cast.hana)


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"data": {"currency": "EUR"}}, ["hash"]),
        ({"actor": "somebody"}, ["hash"]),
        ({"state": "verified"}, ["hash"]),
        ({"stamp": "2020-01-01T00:00:00+00:00"}, ["hash"]),
        ({"kind": "organization.rejected"}, ["hash"]),
        ({"hash": "0" * 64}, ["hash", "prev"]),
    ],
)
def test_a_tampered_fact_is_caught(acme, changes, codes):
    Fact.objects.filter(thing=acme.thing, seq=1).update(**changes)

    assert [code for _, code in chain_faults(facts_of(acme))] == codes


def test_a_fact_taken_out_is_caught(acme, cast):
    record("organization.described", acme, cast.hana)
    Fact.objects.filter(thing=acme.thing, seq=2).delete()

    assert [code for _, code in chain_faults(facts_of(acme))] == ["gap", "prev"]


def test_every_chain_of_the_cast_holds(cast):
    assert list(broken_chains()) == []


def test_a_cut_tail_is_caught(acme, cast):
    Fact.objects.filter(thing=acme.thing, seq=acme.version).delete()

    assert list(broken_chains()) == [(acme.thing, "head")]


def test_a_thing_that_vanished_is_caught(cast):
    Person.objects.filter(pk=cast.paz.pk).delete()

    assert list(broken_chains()) == [(cast.paz.thing, "head")]


def test_a_thing_without_its_facts_is_caught(cast):
    Fact.objects.filter(thing=cast.paz.thing).delete()

    assert list(broken_chains()) == [(cast.paz.thing, "no_facts")]


def test_a_rolled_back_move_leaves_no_fact(acme, cast):
    with transaction.atomic():
        record("organization.described", acme, cast.hana)
        transaction.set_rollback(True)
    assert list(broken_chains()) == []

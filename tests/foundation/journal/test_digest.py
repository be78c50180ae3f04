"""The daily digest: the same for the same journal, another one when anything is missing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from firstfoot.foundation.journal.digest import digest_faults, digest_until, last_settled_fact, write_daily_digest
from firstfoot.foundation.journal.models import DailyDigest, Fact
from firstfoot.kernel import clock

DAY = date(2026, 11, 22)


@pytest.fixture
def written(cast) -> DailyDigest:
    with clock.at(clock.now() + timedelta(hours=1)):
        return write_daily_digest(day=DAY)


def test_it_covers_every_thing(written):
    things = Fact.objects.values("thing").distinct().count()

    assert (written.things, written.last_fact) == (things, Fact.objects.latest("pk").pk)
    assert digest_until(written.last_fact) == (written.hash, things)


def test_a_day_is_written_once(written):
    with clock.at(clock.now() + timedelta(hours=2)):
        assert write_daily_digest(day=DAY) == written
    assert DailyDigest.objects.count() == 1


def test_young_facts_wait_until_all_before_them_are_committed(cast):
    assert last_settled_fact(clock.now()) == 0
    assert last_settled_fact(clock.now() + timedelta(minutes=16)) == Fact.objects.latest("pk").pk


def test_it_still_fits_after_more_has_happened(written, cast):
    from firstfoot.foundation.accounts.actions import add_away

    add_away(person_id=cast.sam.pk, first_on=DAY, last_on=DAY, actor=cast.sam)

    assert digest_faults() == []


def test_a_cut_tail_shows(written, cast):
    Fact.objects.filter(thing=cast.acme.thing).order_by("-seq")[:1].get().delete()

    assert digest_faults() == [written]


def test_a_thing_that_vanished_with_its_facts_shows(written, cast):
    Fact.objects.filter(thing=cast.paz.thing).delete()

    assert digest_faults() == [written]


def test_an_empty_journal_has_a_digest(db):
    assert write_daily_digest(day=DAY).things == 0

"""Saying something about oneself for the audit: kept apart, in the copy, gone when taken back or erased."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from firstfoot.foundation.accounts.leaving import ask_to_leave
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.selfid.actions import forget_answers, note_audit, save_answers
from firstfoot.foundation.selfid.keys import keys_of
from firstfoot.foundation.selfid.models import SelfIdentification
from firstfoot.foundation.selfid.queries import answered_on, answers_before, audits_read
from firstfoot.insights.everything import SECTIONS, row_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import NotPermitted
from firstfoot.reactions.worker import drain


def say(person, sex="female", race="asian"):
    save_answers(person_id=person.pk, sex=sex, race=race, actor=person)


def read(*people):
    tomorrow = clock.today() + timedelta(days=1)
    return answers_before(tomorrow, [person.public_id for person in people])


def test_the_last_answer_stands_and_can_be_taken_back(cast):
    say(cast.sam)
    say(cast.sam, sex="undisclosed", race="")
    assert read(cast.sam, cast.paz) == {cast.sam.public_id: ("undisclosed", "")}
    assert answered_on(cast.sam) == clock.today()
    forget_answers(person_id=cast.sam.pk, actor=cast.sam)
    forget_answers(person_id=cast.sam.pk, actor=cast.sam)
    assert (read(cast.sam), answered_on(cast.sam)) == ({}, None)


def test_nothing_said_keeps_nothing(cast):
    say(cast.sam)
    say(cast.sam, sex="", race="")
    assert not SelfIdentification.objects.exists()


def test_nobody_answers_for_another(cast):
    say(cast.sam)
    with pytest.raises(NotPermitted):
        save_answers(person_id=cast.sam.pk, sex="male", actor=cast.stella)
    with pytest.raises(NotPermitted):
        forget_answers(person_id=cast.sam.pk, actor=cast.stella)
    assert read(cast.sam) == {cast.sam.public_id: ("female", "asian")}


def test_answers_count_only_from_before_the_day(cast):
    say(cast.sam)
    assert answers_before(clock.today(), [cast.sam.public_id]) == {}


def test_the_row_names_nobody_and_no_fact_tells(cast):
    facts = Fact.objects.count()
    say(cast.sam)
    row = SelfIdentification.objects.get()
    assert Fact.objects.count() == facts
    known = {str(getattr(cast.sam, f.attname)) for f in cast.sam._meta.concrete_fields if f.name != "joined_at"}
    assert known & {row.key, str(row)} == set()
    assert len(row.key) == 64
    columns = {c.name for c in connection.introspection.get_table_description(connection.cursor(), row._meta.db_table)}
    assert columns == {"key", "sex", "race", "answered_on"}


def test_another_secret_key_finds_nobody_and_one_of_before_still_does(cast, settings):
    say(cast.sam)
    before, settings.SECRET_KEY = settings.SECRET_KEY, "another-secret-key-for-the-test"
    assert (read(cast.sam), answered_on(cast.sam)) == ({}, None)
    settings.SECRET_KEY_FALLBACKS = [before]
    assert read(cast.sam) == {cast.sam.public_id: ("female", "asian")}
    say(cast.sam, sex="male")
    assert [row.key for row in SelfIdentification.objects.all()] == [keys_of(cast.sam.public_id)[0]]


def test_it_is_in_the_copy_and_gone_after_erasing(cast):
    say(cast.paz)
    say(cast.sam, sex="male", race="white")
    (section,) = (section for section in SECTIONS if section.code == "self_identification")
    assert [row_of(thing) for thing in section.rows(cast.paz)] == [
        {"sex": "female", "race": "asian", "answered_on": clock.today().isoformat()}
    ]
    ask_to_leave(hindrances=[], actor=cast.paz)
    drain()
    assert read(cast.paz, cast.sam) == {cast.sam.public_id: ("male", "white")}
    assert SelfIdentification.objects.count() == 1


def test_reading_the_audit_is_on_record_and_for_stewards(cast):
    with pytest.raises(NotPermitted):
        note_audit(year=2026, exported=False, actor=cast.hana)
    note_audit(year=2026, exported=False, actor=cast.stella)
    note_audit(year=2025, exported=True, actor=cast.stella)
    assert [(fact.kind, fact.data["year"], fact.actor) for fact in audits_read(5)] == [
        ("audit.exported", 2025, cast.stella.actor_token),
        ("audit.opened", 2026, cast.stella.actor_token),
    ]

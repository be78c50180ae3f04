"""Invariants 8 to 10, each broken by hand and seen to be caught."""

import json
import os
import time
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage

from firstfoot.foundation.files.models import StoredFile
from firstfoot.foundation.notifications.actions import store_mail
from firstfoot.foundation.notifications.models import Mail
from firstfoot.kernel import clock

pytestmark = pytest.mark.django_db
DAY_SECONDS = 86_400


@pytest.fixture
def mail(cast):
    return store_mail(
        key="offer:1", kind="offer", address="sam@example.org", subject="An offer", text="Hello", html="<p>Hello</p>"
    )


# 8: files


def test_a_row_without_its_file(story, found):
    default_storage.delete(StoredFile.objects.get().path)
    assert found(8) == ["file_missing"]


def test_a_file_that_changed(story, found):
    with open(default_storage.path(StoredFile.objects.get().path), "ab") as file:
        file.write(b"more")
    assert found(8) == ["file_size_differs"]


@pytest.mark.parametrize(("age", "codes"), [(DAY_SECONDS * 2, ["file_unknown"]), (60, [])])
def test_a_file_without_a_row_counts_once_it_is_a_day_old(story, found, age, codes):
    path = default_storage.path("stray.bin")
    with open(path, "wb") as file:
        file.write(b"stray")
    os.utime(path, (time.time() - age, time.time() - age))
    assert found(8) == codes


# 9: messages


@pytest.mark.parametrize(("column", "code"), [("key", "key_twice"), ("message_id", "message_id_twice")])
def test_one_mail_stored_twice(mail, sql, unguarded, found, column, code):
    other = store_mail(key="offer:2", kind="offer", address="s@example.org", subject="s", text="t", html="h")
    assert found(9) == []
    unguarded("notifications_mail")
    sql(f"UPDATE notifications_mail SET {column} = %s WHERE id = %s", getattr(mail, column), other.pk)
    assert found(9) == [code]


def test_sent_without_a_time(mail, sql, found):
    sql("UPDATE notifications_mail SET state = %s", "sent")
    assert found(9) == ["sent_without_time"]


def test_uncertain_without_a_reason(mail, sql, found):
    sql("UPDATE notifications_mail SET state = %s", "uncertain")
    assert found(9) == ["uncertain_unexplained"]


def test_a_mail_that_was_taken_and_never_put_down(mail, found):
    long_ago = clock.now() - timedelta(days=2)
    Mail.objects.update(state="sending", leased_until=long_ago)
    assert found(9) == ["mail_stuck"]


# 10: codes only


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        ({"reason": "Sam Okoro wrote to us"}, ["not_a_code"]),
        ({"reason": "sam@example.org"}, ["not_a_code"]),
        ({"name": "sam"}, ["unknown_key"]),
        ({"reason": "hours_dates", "until": "2026-11-22T10:00:00+00:00", "currency": "USD", "number": 2}, []),
    ],
)
def test_words_of_a_person_in_a_fact(cast, sql, found, data, codes):
    sql("UPDATE journal_fact SET data = %s WHERE thing = %s", json.dumps(data), cast.acme.thing)
    assert found(10) == codes


def test_an_actor_who_is_not_a_token(cast, sql, found):
    sql("UPDATE journal_fact SET actor = %s WHERE thing = %s", "hana@example.org", cast.acme.thing)
    assert found(10) == ["actor_not_token"]


def test_a_thing_with_a_name(cast, sql, found):
    sql("UPDATE journal_fact SET thing = %s WHERE thing = %s", "person:Sam Okoro", cast.sam.thing)
    assert found(10) == ["thing_not_id"]

"""Notices and stored mail: once for each key, nothing for accounts that are not active."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from firstfoot.foundation.accounts.actions import suspend_person
from firstfoot.foundation.notifications.actions import (
    Told,
    mark_all_read,
    mark_notice_read,
    send_mail_again,
    store_mail,
    tell,
    tell_all,
)
from firstfoot.foundation.notifications.models import Mail, MailState, Notice, RefusedAddress
from firstfoot.foundation.notifications.queries import (
    mails_due,
    notices_visible_to,
    refused_addresses,
    troubled_mails,
    undigested_notices,
    unread_count,
)
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def say(person, key="k1", **changes):
    return tell(**{"recipient": person, "key": key, "kind": "test", "title": "A title", **changes})


def store(key="m1", **changes):
    details = {
        "key": key, "kind": "test", "address": "sam@example.org", "subject": "A subject", "text": "Text",
        "html": "<p>Text</p>", **changes,
    }  # fmt: skip
    return store_mail(**details)


def test_a_key_tells_once(cast):
    first, second = say(cast.sam), say(cast.sam, title="Another")

    assert (first.title, second) == ("A title", None)
    assert Notice.objects.count() == 1


def test_a_notice_keeps_where_it_leads(cast):
    notice = say(cast.sam, body="A body", path="/inbox/", at_once=True)

    notice.refresh_from_db()
    assert (notice.body, notice.path, notice.at_once, notice.read_at) == ("A body", "/inbox/", True, None)


def test_a_suspended_person_is_told_nothing(cast):
    suspend_person(person_id=cast.sam.pk, actor=cast.stella, reason_code="abuse")
    cast.sam.refresh_from_db()

    assert (say(cast.sam), store(recipient=cast.sam)) == (None, None)
    assert (Notice.objects.count(), Mail.objects.count()) == (0, 0)


def test_long_titles_fit_their_column(cast):
    assert len(say(cast.sam, title="word\n " * 100).title) == 200


def test_the_unread_are_counted_and_read_one_by_one_or_all(cast):
    notices = [say(cast.sam, key=f"k{n}") for n in range(3)]
    say(cast.otto, key="otto")
    mark_notice_read(notice_id=notices[0].pk, actor=cast.sam)

    assert unread_count(cast.sam) == 2
    assert mark_all_read(actor=cast.sam) == 2
    assert (unread_count(cast.sam), unread_count(cast.otto)) == (0, 1)


def test_nobody_reads_anothers_notice(cast):
    notice = say(cast.sam)
    mark_notice_read(notice_id=notice.pk, actor=cast.otto)

    notice.refresh_from_db()
    assert (notice.read_at, list(notices_visible_to(cast.otto))) == (None, [])


def test_the_daily_mail_leaves_out_what_was_read_or_mailed_already(cast):
    plain = say(cast.sam, key="plain")
    say(cast.sam, key="at once", at_once=True)
    read = say(cast.sam, key="read")
    mark_notice_read(notice_id=read.pk, actor=cast.sam)

    assert list(undigested_notices(cast.sam)) == [plain]


def test_a_key_stores_one_mail_with_a_message_id_of_its_own(db):
    first, second, other = store(), store(), store(key="m2")

    assert second is None
    assert first.message_id == f"<{first.public_id}@localhost>"
    assert first.message_id != other.message_id


def test_subjects_are_one_line(db):
    assert store(subject="Hello\r\nBcc: otto@example.org").subject == "Hello Bcc: otto@example.org"


def test_codes_and_links_go_first(db):
    plain, secret, later = store(key="1"), store(key="2", is_secret=True), store(key="3")
    Mail.objects.filter(pk=later.pk).update(next_try_at=clock.now() + timedelta(hours=1))

    assert list(mails_due(clock.now())) == [secret, plain]


def test_what_did_not_surely_arrive_may_be_sent_again(db):
    mail = store()
    Mail.objects.filter(pk=mail.pk).update(state=MailState.UNCERTAIN, attempts=3)
    assert list(troubled_mails()) == [mail]

    with clock.at(NOW):
        send_mail_again(mail_id=mail.pk)

    mail.refresh_from_db()
    assert (mail.state, mail.attempts, mail.next_try_at) == (MailState.STORED, 0, NOW)


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"state": "sent"}, "mail_not_sendable"), ({"state": "failed", "text": ""}, "mail_emptied")],
)
def test_what_arrived_or_is_emptied_is_not_sent_again(db, changes, code):
    mail = store()
    Mail.objects.filter(pk=mail.pk).update(**changes)

    with pytest.raises(Conflict) as refusal:
        send_mail_again(mail_id=mail.pk)
    assert refusal.value.code == code


def test_refused_addresses_are_found_whatever_their_case(db):
    refused = RefusedAddress.objects.create(address="sam@example.org", reason="550 no such user", since=NOW)

    assert list(refused_addresses("Sam@Example.org")) == [refused]
    assert list(refused_addresses("otto@example.org")) == []
    assert list(refused_addresses()) == [refused]


def test_many_are_told_in_one_insert_and_once(cast, django_assert_num_queries):
    suspend_person(person_id=cast.paz.pk, actor=cast.stella, reason_code="abuse")
    cast.paz.refresh_from_db()
    told = [Told(p, f"fact:{p.public_id}", "News\nof today", "Body", "/x/") for p in (cast.sam, cast.hana, cast.paz)]
    with django_assert_num_queries(3):  # the transaction and one insert
        tell_all("kind", told)
    tell_all("kind", told)

    rows = Notice.objects.order_by("recipient").values_list("recipient", "key", "kind", "title", "body", "path")
    assert sorted(rows) == sorted(
        (p.pk, f"fact:{p.public_id}", "kind", "News of today", "Body", "/x/") for p in (cast.sam, cast.hana)
    )
    assert len({notice.public_id for notice in Notice.objects.all()}) == 2

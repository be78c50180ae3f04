"""Sending stored mail to real servers of several tempers."""

from __future__ import annotations

import email
import email.policy
import time
from datetime import UTC, datetime, timedelta

import pytest

from firstfoot.foundation.notifications import sending, smtp
from firstfoot.foundation.notifications.actions import store_mail
from firstfoot.foundation.notifications.models import Mail, MailState, RefusedAddress
from firstfoot.foundation.notifications.sending import deliver_due, empty_old_secrets, message_of
from firstfoot.kernel import clock
from tests.foundation.notifications.servers import Accepting, Refusing, Rejecting, free_port, rude_server, serving

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HTML = "<html><head><style>p { color: #123456 }</style></head><body><p>Héllo</p></body></html>"


def store(key="m1", **changes) -> Mail:
    details = {
        "key": key, "kind": "test", "address": "sam@example.org", "subject": "A subject", "text": "Héllo\n.dot\n",
        "html": HTML, **changes,
    }  # fmt: skip
    mail = store_mail(**details)
    assert mail is not None
    return mail


@pytest.fixture
def mail_goes_to(settings):
    """Points the mailer to a port on loopback."""

    def point(port: int, timeout: float = 5) -> None:
        backend = "firstfoot.foundation.notifications.smtp.PatientBackend"
        options = {"host": "127.0.0.1", "port": port, "timeout": timeout}
        settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}

    return point


def read(raw: bytes):
    return email.message_from_bytes(raw, policy=email.policy.default)


def test_mail_arrives_with_text_html_and_its_message_id(mail_goes_to):
    mail, server = store(), Accepting()
    with serving(server) as port, clock.at(NOW):
        mail_goes_to(port)
        Mail.objects.update(next_try_at=NOW)
        assert deliver_due() == 1

    mail.refresh_from_db()
    assert (mail.state, mail.sent_at, mail.attempts, mail.leased_until) == (MailState.SENT, NOW, 1, None)
    arrived = read(server.messages[0])
    assert (arrived["Message-ID"], arrived["Subject"], server.recipients) == (
        mail.message_id, "A subject", ["sam@example.org"],
    )  # fmt: skip
    text, html = arrived.iter_parts()
    assert text.get_content().replace("\r\n", "\n") == "Héllo\n.dot\n"
    assert 'style="color: #123456;"' in html.get_content()


def test_several_mails_go_through_one_connection(mail_goes_to):
    for number in range(3):
        store(key=str(number))
    server = Accepting()
    with serving(server) as port:
        mail_goes_to(port)
        assert (deliver_due(), deliver_due()) == (3, 0)
    assert len(server.messages) == 3


def test_a_refused_address_is_noted_and_not_tried_again(mail_goes_to):
    gone, there = store(key="1", address="Gone@example.org"), store(key="2")
    server = Refusing("550 5.1.1 no such user")
    with serving(server) as port:
        mail_goes_to(port)
        assert (deliver_due(), deliver_due()) == (1, 0)

    gone.refresh_from_db()
    there.refresh_from_db()
    assert (gone.state, there.state) == (MailState.REFUSED, MailState.SENT)
    assert "550" in gone.error
    assert list(RefusedAddress.objects.values_list("address", flat=True)) == ["gone@example.org"]


def test_an_address_is_good_again_once_a_mail_gets_through(mail_goes_to):
    RefusedAddress.objects.create(address="sam@example.org", reason="550", since=NOW)
    store()
    with serving(Accepting()) as port:
        mail_goes_to(port)
        deliver_due()
    assert not RefusedAddress.objects.exists()


def test_a_temporary_no_is_tried_later_with_the_same_message_id(mail_goes_to):
    mail = store(address="gone@example.org")
    with serving(Refusing("451 greylisted")) as port, clock.at(NOW):
        mail_goes_to(port)
        Mail.objects.update(next_try_at=NOW)
        deliver_due()

    before = mail.message_id
    mail.refresh_from_db()
    assert (mail.state, mail.attempts, mail.next_try_at) == (MailState.STORED, 1, NOW + sending.PAUSES[0])
    assert mail.message_id == before
    assert not RefusedAddress.objects.exists()


def test_other_mail_goes_on_when_one_is_put_off(mail_goes_to):
    store(key="1", address="gone@example.org")
    store(key="2")
    with serving(Refusing("451 greylisted")) as port:
        mail_goes_to(port)
        assert deliver_due() == 1


def test_a_text_that_is_turned_down_is_not_tried_again(mail_goes_to):
    mail = store()
    with serving(Rejecting("554 looks like spam")) as port:
        mail_goes_to(port)
        deliver_due()
    mail.refresh_from_db()
    assert (mail.state, mail.error) == (MailState.FAILED, "554 looks like spam")


def test_nobody_listening_stops_the_round_and_tries_later(mail_goes_to):
    first, second = store(key="1"), store(key="2")
    mail_goes_to(free_port())
    assert deliver_due() == 0

    first.refresh_from_db()
    second.refresh_from_db()
    assert [(m.state, m.attempts) for m in (first, second)] == [(MailState.STORED, 1), (MailState.STORED, 0)]


def test_after_the_last_try_it_has_failed(mail_goes_to, settings):
    mail = store()
    Mail.objects.update(attempts=settings.MAIL_TRIES - 1)
    mail_goes_to(free_port())
    deliver_due()
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == (MailState.FAILED, settings.MAIL_TRIES)


def test_a_server_that_never_greets_costs_the_time_limit(mail_goes_to):
    mail = store()
    with rude_server("silent") as (port, _heard):
        mail_goes_to(port, timeout=0.3)
        began = time.monotonic()
        assert deliver_due() == 0
    assert time.monotonic() - began < 5
    mail.refresh_from_db()
    assert mail.state == MailState.STORED


def test_a_server_that_drips_costs_the_time_limit(mail_goes_to, monkeypatch):
    monkeypatch.setattr(smtp._Patient, "reply_limit", 0.4)
    mail = store()
    with rude_server("dripping") as (port, _heard):
        mail_goes_to(port, timeout=2)
        began = time.monotonic()
        assert deliver_due() == 0
    assert time.monotonic() - began < 5
    mail.refresh_from_db()
    assert mail.state == MailState.STORED


@pytest.mark.parametrize("temper", ["broken", "mute"])
def test_no_answer_to_the_text_is_uncertain_and_not_sent_again(mail_goes_to, temper):
    mail = store()
    with rude_server(temper) as (port, heard):
        mail_goes_to(port, timeout=0.5)
        assert (deliver_due(), deliver_due()) == (0, 0)
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == (MailState.UNCERTAIN, 1)
    assert heard.count(f"Message-ID: {mail.message_id}\r\n".encode()) == 1


def test_a_worker_that_vanished_before_the_text_is_tried_again(mail_goes_to):
    mail = store()
    Mail.objects.update(leased_until=clock.now() - timedelta(seconds=1), attempts=1)
    with serving(Accepting()) as port:
        mail_goes_to(port)
        assert deliver_due() == 1
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == (MailState.SENT, 2)


def test_a_worker_that_vanished_with_the_text_leaves_it_uncertain(mail_goes_to):
    mail = store()
    Mail.objects.update(state=MailState.SENDING, leased_until=clock.now() - timedelta(seconds=1), attempts=1)
    server = Accepting()
    with serving(server) as port:
        mail_goes_to(port)
        assert deliver_due() == 0
    mail.refresh_from_db()
    assert (mail.state, server.messages) == (MailState.UNCERTAIN, [])


def test_a_leased_mail_is_left_alone(mail_goes_to):
    store()
    Mail.objects.update(leased_until=clock.now() + timedelta(minutes=1))
    with serving(Accepting()) as port:
        mail_goes_to(port)
        assert deliver_due() == 0


def test_a_secret_is_emptied_once_sent(mail_goes_to):
    mail, server = store(is_secret=True), Accepting()
    with serving(server) as port:
        mail_goes_to(port)
        deliver_due()
    mail.refresh_from_db()
    assert (mail.text, mail.html, len(server.messages)) == ("", "", 1)


def test_old_secrets_are_emptied_whatever_became_of_them():
    old, young, plain = store("1", is_secret=True), store("2", is_secret=True), store("3")
    Mail.objects.filter(pk__in=[old.pk, plain.pk]).update(created_at=clock.now() - timedelta(days=2))

    assert (empty_old_secrets(clock.now()), empty_old_secrets(clock.now())) == (1, 0)
    old.refresh_from_db()
    young.refresh_from_db()
    plain.refresh_from_db()
    assert (old.state, old.text, young.text, plain.text) == (MailState.FAILED, "", "Héllo\n.dot\n", "Héllo\n.dot\n")


def test_a_mail_without_html_is_plain():
    assert message_of(store(html="")).alternatives == []


def test_other_backends_are_used_as_they_are(mailoutbox):
    mail = store()
    assert deliver_due() == 1
    assert mailoutbox[0].extra_headers["Message-ID"] == mail.message_id

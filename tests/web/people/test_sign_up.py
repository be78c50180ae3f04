"""Signing up, confirming by code, signing in, resetting: the same answers for known and unknown addresses."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.urls import reverse

from firstfoot.foundation.accounts.models import Consent, Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.models import Mail
from tests.cast import PASSWORD

JOIN = {
    "chosen_name": "Noor", "legal_name": "", "email": "Noor@example.org", "password1": "a-long-enough-secret",
    "time_zone": "Asia/Amman", "adult": "on", "terms": "on",
}  # fmt: skip


def code_in(mail: Mail) -> str:
    return re.search(r"is:\n\n(\S+)\n", mail.text).group(1)


def test_sign_up_confirm_and_come_in(db, client):
    answer = client.post(reverse("account_signup"), JOIN)
    assert (answer.status_code, answer.url) == (302, reverse("account_email_verification_sent"))
    person = Person.objects.get()
    assert (person.email, person.name, person.time_zone) == ("noor@example.org", "Noor", "Asia/Amman")
    assert person.adult_confirmed_at is not None
    assert list(Consent.objects.values_list("document", "document_version")) == [("terms", "2026-11")]
    assert list(Fact.objects.values_list("kind", flat=True)) == ["person.joined"]

    mail = Mail.objects.get()
    assert (mail.address, mail.is_secret, mail.recipient) == ("noor@example.org", True, person)
    code = code_in(mail)
    assert code in mail.html
    assert code not in mail.subject

    answer = client.post(reverse("account_email_verification_sent"), {"code": code})
    assert (answer.status_code, answer.url) == (302, "/home/")
    assert EmailAddress.objects.get(user=person).verified
    assert client.get("/home/").url == reverse("talent:desk")


def test_unconfirmed_people_are_not_in(db, client):
    client.post(reverse("account_signup"), JOIN)
    assert client.get("/home/").url.startswith(reverse("account_login"))


@pytest.mark.parametrize("missing", ["adult", "terms", "time_zone", "chosen_name", "password1"])
def test_what_must_be_said(db, client, missing):
    answer = client.post(reverse("account_signup"), {**JOIN, missing: ""})
    assert list(answer.context["form"].errors) == [missing]
    assert Person.objects.count() == 0


def test_a_known_address_gets_the_same_answer(cast, client):
    people = Person.objects.count()
    known = client.post(reverse("account_signup"), {**JOIN, "email": "sam@example.org"})
    page = client.get(known.url)
    client.cookies.clear()
    unknown = client.post(reverse("account_signup"), JOIN)
    other = client.get(unknown.url)

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert plain(page, "sam@example.org") == plain(other, "noor@example.org")
    assert Person.objects.count() == people + 1
    kinds = list(Mail.objects.order_by("pk").values_list("address", "kind"))
    assert kinds == [
        ("sam@example.org", "account.account_already_exists"),
        ("noor@example.org", "account.email_confirmation_signup"),
    ]


def test_reset_says_the_same_to_known_and_unknown(cast, client):
    for address in ("sam@example.org", "nobody@example.org"):
        answer = client.post(reverse("account_reset_password"), {"email": address})
        assert (answer.status_code, answer.url) == (302, reverse("account_reset_password_done"))
    kinds = list(Mail.objects.order_by("pk").values_list("address", "kind"))
    assert kinds == [
        ("sam@example.org", "account.password_reset_key"), ("nobody@example.org", "account.unknown_account"),
    ]  # fmt: skip


def test_reset_chooses_a_new_password(cast, client):
    client.post(reverse("account_reset_password"), {"email": "sam@example.org"})
    link = re.search(r"http://\S+", Mail.objects.get().text).group()
    path = client.get(link.removeprefix(settings.SITE_URL)).url
    answer = client.post(path, {"password1": "another-long-secret", "password2": "another-long-secret"})
    assert answer.status_code == 302
    cast.sam.refresh_from_db()
    assert cast.sam.check_password("another-long-secret")


def sign_in(client, email: str, password: str = PASSWORD, **more: str):
    return client.post(reverse("account_login"), {"login": email, "password": password, **more})


def test_sign_in(cast, client):
    answer = sign_in(client, "sam@example.org")
    assert (answer.status_code, answer.url) == (302, "/home/")


def test_next_is_kept_when_it_is_ours(cast, client):
    assert sign_in(client, "sam@example.org", next="/settings/").url == "/settings/"
    client.logout()
    assert sign_in(client, "sam@example.org", next="https://evil.example/").url == "/home/"


def test_wrong_password_and_unknown_address_look_alike(cast, client):
    known = sign_in(client, "sam@example.org", "wrong-password")
    unknown = sign_in(client, "nobody@example.org", "wrong-password")
    assert known.context["form"].non_field_errors() == unknown.context["form"].non_field_errors()


def test_too_many_tries_are_stopped(cast, client):
    for _ in range(6):
        sign_in(client, "sam@example.org", "wrong-password")
    answer = sign_in(client, "sam@example.org")
    assert answer.status_code == 200
    assert "Too many" in str(answer.context["form"].non_field_errors())


def test_suspended_people_stay_out(cast, client):
    Person.objects.filter(pk=cast.sam.pk).update(state="suspended")
    assert sign_in(client, "sam@example.org").url == reverse("account_inactive")
    client.force_login(cast.sam)
    assert client.get("/home/").url.startswith(reverse("account_login"))


def plain(page, address: str) -> str:
    """The page without what differs by nature: tokens, the address, the request."""
    text = page.content.decode().replace(address, "ADDRESS")
    return re.sub(r'(csrfmiddlewaretoken" value=")[^"]+', r"\1", text)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:9"])
def test_links_in_mails_lead_home_whatever_host_was_asked(cast, client, host):
    for address in ("sam@example.org", "nobody@example.org"):
        client.post(reverse("account_reset_password"), {"email": address}, headers={"host": host})
    fields = {"email": "sam@example.org", "password1": PASSWORD, "chosen_name": "Sam", "time_zone": "UTC"}
    client.post(reverse("account_signup"), {**fields, "adult": "on", "terms": "on"}, headers={"host": host})
    mails = list(Mail.objects.all())
    links = {link for mail in mails for link in re.findall(r"https?://[^/\s\"<]+", mail.text + mail.html)}
    assert (len(mails), links) == (3, {settings.SITE_URL})


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example", "http://127.0.0.1/x", "/\\evil.example"])
def test_signing_in_leads_on_within_the_site_only(cast, client, onward):
    answer = client.post(reverse("account_login"), {"login": "sam@example.org", "password": PASSWORD, "next": onward})
    assert (answer.status_code, answer.url) == (302, settings.LOGIN_REDIRECT_URL)

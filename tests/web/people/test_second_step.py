"""The second step: an authenticator app, and recovery codes that work once each."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from firstfoot.foundation.accounts.keeping import Unreadable, hidden, shown
from firstfoot.foundation.notifications.models import Mail
from tests.cast import PASSWORD, enter
from tests.web.people.second_step import add_app, code_of


def sign_in(client):
    return client.post(reverse("account_login"), {"login": "sam@example.org", "password": PASSWORD})


def second(client, code):
    return client.post(reverse("mfa_authenticate"), {"code": code})


@pytest.fixture
def app(cast, client, django_capture_on_commit_callbacks):
    """Sam's app: its secret and the recovery codes; sam is signed out again."""
    enter(client, cast.sam)
    with django_capture_on_commit_callbacks(execute=True):
        secret, codes = add_app(client)
    client.logout()
    return secret, codes


def test_the_qr_code_is_a_part_of_the_page(cast, client):
    enter(client, cast.sam)
    page = client.get(reverse("mfa_activate_totp"))
    text = page.content.decode()
    assert re.search(r'<div class="qr"><svg [^>]+>', text)
    assert "data:" not in text
    assert page.context["form"].secret in text


def test_sign_in_asks_for_the_app(app, client):
    secret, _codes = app
    answer = sign_in(client)
    assert (answer.status_code, answer.url) == (302, reverse("mfa_authenticate"))
    assert client.get("/home/").url.startswith(reverse("account_login"))
    assert second(client, "000000").status_code == 200
    answer = second(client, code_of(secret, later=1))
    assert (answer.status_code, answer.url) == (302, "/home/")


def test_a_recovery_code_works_once(app, client):
    _secret, codes = app
    assert (len(codes), len(set(codes))) == (10, 10)
    sign_in(client)
    assert second(client, f"{codes[0][:4]} {codes[0][4:]}").url == "/home/"
    client.logout()
    sign_in(client)
    refused = second(client, codes[0])
    assert "not right, or it was used already" in str(refused.context["form"].errors["code"])
    assert second(client, codes[1]).url == "/home/"
    assert "8 left" in client.get(reverse("people:security")).content.decode()


def test_a_code_of_the_app_works_once(app, client):
    secret, _codes = app
    code = code_of(secret, later=1)
    sign_in(client)
    assert second(client, code).url == "/home/"
    client.logout()
    sign_in(client)
    assert second(client, code).status_code == 200


def test_new_codes_end_the_old_ones(app, cast, client):
    _secret, old = app
    enter(client, cast.sam)
    client.post(reverse("mfa_generate_recovery_codes"))
    client.logout()
    sign_in(client)
    assert second(client, old[0]).status_code == 200


def test_removing_the_app_ends_its_codes_and_is_said_by_mail(app, cast, client):
    enter(client, cast.sam)
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert not Authenticator.objects.filter(user=cast.sam).exists()
    kinds = list(Mail.objects.filter(recipient=cast.sam).order_by("pk").values_list("kind", "subject"))
    assert kinds == [
        ("account.totp_activated", "An authenticator app was added"),
        ("account.totp_deactivated", "The authenticator app was removed"),
    ]  # fmt: skip
    client.logout()
    assert sign_in(client).url == "/home/"


def test_secrets_of_apps_are_unreadable_in_the_database(app):
    secret, codes = app
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert [text for text in (secret, *codes) if text in stored] == []


def test_what_is_hidden_opens_with_the_same_key_and_companion_alone(settings):
    box = hidden("a text", "its name")
    assert shown(box, "its name") == "a text"
    with pytest.raises(Unreadable):
        shown(box, "another name")
    with pytest.raises(Unreadable):
        shown(box[:-4] + "AAA=", "its name")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert shown(box, "its name") == "a text"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(Unreadable):
        shown(box, "its name")

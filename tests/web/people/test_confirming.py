"""Asked once more who it is: before a signature and key settings, not within minutes of signing in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.work.engagements.models import Signature
from tests.cast import PASSWORD, enter
from tests.factories.engagements import make_engagement, proposed


def sign_form(engagement):
    return {"content_hash": proposed(engagement).content_hash, "typed_name": "Sam “Ö” Okoro", "agreed": "on"}


def sign(client, engagement):
    return client.post(reverse("work:agreement_sign", args=[engagement.public_id]), sign_form(engagement))


def test_a_signature_goes_on_after_the_question_with_what_was_typed(cast, client):
    engagement = make_engagement(cast)
    client.force_login(cast.sam)  # signed in some time ago
    answer = sign(client, engagement)
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_reauthenticate"))
    assert Signature.objects.count() == 0

    page = client.get(answer.url)
    wrong = client.post(answer.url, {"password": "wrong-password", "next": page.context["redirect_field_value"]})
    assert (wrong.status_code, Signature.objects.count()) == (200, 0)

    done = client.post(answer.url, {"password": PASSWORD, "next": page.context["redirect_field_value"]})
    assert done.url == reverse("work:agreement", args=[engagement.public_id])
    assert Signature.objects.get().typed_name == "Sam “Ö” Okoro"
    assert "account_reauthentication_state" not in client.session


def test_only_the_form_is_kept_meanwhile(cast, client):
    engagement = make_engagement(cast)
    client.force_login(cast.sam)
    sign(client, engagement)
    kept = client.session["account_reauthentication_state"]
    assert set(kept["state"]) == {"path", "form"}


def test_a_wrong_form_comes_back_as_a_page(cast, client):
    engagement = make_engagement(cast)
    client.force_login(cast.sam)
    url = reverse("work:agreement_sign", args=[engagement.public_id])
    ask = client.post(url, {**sign_form(engagement), "agreed": ""}).url
    answer = client.post(ask, {"password": PASSWORD, "next": url})
    assert answer.status_code == 422
    assert "Sam “Ö” Okoro" in answer.content.decode()


def test_a_refusal_after_the_question_is_a_page(cast, client):
    engagement = make_engagement(cast)
    client.force_login(cast.hugo)
    url = reverse("work:agreement_sign", args=[engagement.public_id])
    ask = client.post(url, sign_form(engagement)).url
    assert client.post(ask, {"password": PASSWORD, "next": url}).status_code == 403


def test_nobody_is_asked_within_minutes_of_signing_in(cast, client):
    engagement = make_engagement(cast)
    enter(client, cast.sam)
    with clock.at(clock.now() + timedelta(minutes=9)):
        assert sign(client, engagement).url == reverse("work:agreement", args=[engagement.public_id])


def test_ten_minutes_later_they_are(cast, client):
    engagement = make_engagement(cast)
    enter(client, cast.sam)
    with clock.at(clock.now() + timedelta(minutes=10)):
        assert sign(client, engagement).url.startswith(reverse("account_reauthenticate"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("account_email", {"action_add": "", "email": "sam@work.example"}),
        ("mfa_activate_totp", {}),
        ("mfa_add_webauthn", {}),
        ("mfa_generate_recovery_codes", {}),
    ],
)
def test_key_settings_ask(cast, client, name, data):
    client.force_login(cast.sam)
    answer = client.post(reverse(name), data)
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_reauthenticate"))


def test_a_new_password_asks_for_the_old_one(cast, client):
    enter(client, cast.sam)
    new = {"oldpassword": "wrong", "password1": "another-long-secret", "password2": "another-long-secret"}
    assert list(client.post(reverse("account_change_password"), new).context["form"].errors) == ["oldpassword"]

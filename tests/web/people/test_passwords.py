"""Passwords that many people use, that are short or like the person, are refused wherever one is chosen."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.urls import reverse

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.notifications.models import Mail
from tests.cast import PASSWORD, enter
from tests.web.people.test_sign_up import JOIN

COMMON = "basketball"  # ten letters: refused for being common alone
REFUSED = {
    "basketball": "Many people use this password",
    "Basketball": "Many people use this password",
    "short-one": "Take at least 10 characters",
    "sam@example.org": "too much like your name or address",
}


def errors(answer, field="password1") -> str:
    return " ".join(str(error) for error in answer.context["form"].errors.get(field, []))


def known_ones() -> list[str]:
    path = Path(password_validation.__file__).with_name("common-passwords.txt.gz")
    return gzip.open(path, "rt", encoding="utf-8").read().split("\n")


def test_the_list_has_20000():
    words = {word.strip() for word in known_ones() if word.strip()}
    assert len(words) >= 19_000
    names = [validator["NAME"].rpartition(".")[2] for validator in settings.AUTH_PASSWORD_VALIDATORS]
    assert sorted(names) == ["LongEnough", "NotAboutYou", "NotCommon"]


def test_every_long_enough_one_of_the_list_is_refused(db):
    long_enough = [word.strip() for word in known_ones() if len(word.strip()) >= 10]
    assert len(long_enough) > 100
    for word in long_enough:
        with pytest.raises(ValidationError, match="Many people use"):
            password_validation.validate_password(word)


@pytest.mark.parametrize(("password", "words"), REFUSED.items())
def test_at_sign_up(db, client, password, words):
    answer = client.post(reverse("account_signup"), {**JOIN, "email": "sam@example.org", "password1": password})
    assert answer.status_code == 200
    assert words in errors(answer)
    assert Person.objects.count() == 0


@pytest.mark.parametrize(("password", "words"), REFUSED.items())
def test_at_change(cast, client, password, words):
    enter(client, cast.sam)
    new = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    assert words in errors(client.post(reverse("account_change_password"), new))
    cast.sam.refresh_from_db()
    assert cast.sam.check_password(PASSWORD)


@pytest.mark.parametrize(("password", "words"), REFUSED.items())
def test_at_reset(cast, client, password, words):
    client.post(reverse("account_reset_password"), {"email": "sam@example.org"})
    link = re.search(r"http://[^/\s]+(/\S+)", Mail.objects.get().text).group(1)
    answer = client.post(client.get(link).url, {"password1": password, "password2": password})
    assert words in errors(answer)
    cast.sam.refresh_from_db()
    assert cast.sam.check_password(PASSWORD)

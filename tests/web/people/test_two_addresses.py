"""A person has up to two addresses: add, confirm, sign in with either, make the other the main one, remove."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from firstfoot.foundation.notifications.models import Mail
from tests.cast import PASSWORD, enter

WORK = "sam@work.example"


def signs_in(address: str) -> bool:
    answer = Client().post(reverse("account_login"), {"login": address, "password": PASSWORD})
    return answer.status_code == 302 and answer.url == "/home/"


@pytest.fixture
def inside(cast, client) -> Client:
    enter(client, cast.sam)
    return client


def act(client: Client, action: str, address: str):
    return client.post(reverse("account_email"), {f"action_{action}": "", "email": address})


def add(client: Client, address: str = WORK) -> None:
    act(client, "add", address)
    code = re.search(r"is:\n\n(\S+)\n", Mail.objects.filter(address=address).latest("pk").text).group(1)
    answer = client.post(reverse("account_email_verification_sent"), {"code": code})
    assert answer.status_code == 302


def test_the_life_of_a_second_address(cast, inside):
    act(inside, "add", WORK)
    assert not signs_in(WORK)
    act(inside, "primary", WORK)
    cast.sam.refresh_from_db()
    assert cast.sam.email == "sam@example.org"
    act(inside, "remove", WORK)

    add(inside)
    assert (signs_in("sam@example.org"), signs_in(WORK)) == (True, True)

    act(inside, "primary", WORK)
    cast.sam.refresh_from_db()
    assert cast.sam.email == WORK
    told = Mail.objects.filter(kind="account.email_changed").values_list("address", flat=True)
    assert list(told) == ["sam@example.org"]

    act(inside, "remove", WORK)  # the main one stays
    assert EmailAddress.objects.filter(user=cast.sam).count() == 2
    act(inside, "remove", "sam@example.org")
    assert (signs_in("sam@example.org"), signs_in(WORK)) == (False, True)


def test_no_third(cast, inside):
    add(inside)
    page = inside.get(reverse("account_email")).content.decode()
    assert "Add an address" not in page
    act(inside, "add", "sam@third.example")
    assert EmailAddress.objects.filter(user=cast.sam).count() == 2


def test_an_address_of_another_is_not_told_and_not_taken(cast, inside):
    answer = act(inside, "add", "otto@example.org")
    other = act(inside, "add", "fresh@example.org")
    assert (answer.status_code, answer.url) == (other.status_code, other.url)
    assert EmailAddress.objects.get(email="otto@example.org").user == cast.otto


def test_an_app_does_not_lock_the_addresses(cast, inside):
    from tests.web.people.second_step import add_app

    add_app(inside)
    add(inside)
    assert EmailAddress.objects.filter(user=cast.sam, verified=True).count() == 2

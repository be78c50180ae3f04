"""The steward's pages about people: finding one, shutting them out, letting them in again."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.foundation.accounts.actions import suspend_person
from tests.cast import join


def url(name: str, person) -> str:
    return reverse(f"stewards:{name}", args=[person.public_id])


@pytest.fixture
def stella(cast, client):
    client.force_login(cast.stella)
    return cast.stella


def test_found_by_name_by_address_and_by_state(cast, client, stella):
    suspend_person(person_id=cast.otto.pk, actor=stella, reason_code="spam")

    def named(**asked: str) -> list[str]:
        return [row.email for row, _ in client.get(reverse("stewards:people"), asked).context["rows"]]

    assert named(q=cast.hana.chosen_name.upper()) == ["hana@example.org"]
    assert named(q="sam@") == ["sam@example.org"]
    assert named(state="suspended") == ["otto@example.org"]
    assert named(q="nobody at all") == []


def test_shut_out_at_once_and_let_in_again(cast, client, stella):
    from django.test import Client

    theirs = Client()
    theirs.force_login(cast.otto)
    assert theirs.get(reverse("people:settings")).status_code == 200

    assert client.post(url("person_suspend", cast.otto), {"reason": "fraud"}).url == url("person", cast.otto)
    assert theirs.get(reverse("people:settings")).status_code == 302

    client.post(url("person_restore", cast.otto), {"reason": "cleared_up"})
    cast.otto.refresh_from_db()
    assert cast.otto.state == "active"
    history = client.get(url("person", cast.otto)).context["history"]
    assert [words for _, words in history] == [
        ("Let in again", "It was cleared up"),
        ("Shut out", "Fraud, or asking people for money"),
    ]


@pytest.mark.parametrize("reason", ["", "because I can"])
def test_a_reason_from_the_list(cast, client, stella, reason):
    answer = client.post(url("person_suspend", cast.otto), {"reason": reason})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["reason"])
    cast.otto.refresh_from_db()
    assert cast.otto.state == "active"


def test_not_about_oneself(cast, client, stella):
    assert "Another steward decides about it." in client.get(url("person", stella)).content.decode()
    assert client.post(url("person_suspend", stella), {"reason": "spam"}).status_code == 403


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_costs_the_same_however_long(cast, client, stella, count, django_assert_num_queries):
    for number in range(count):
        join(f"guest{number}")
    client.get(reverse("stewards:people"))
    with django_assert_num_queries(4):
        client.get(reverse("stewards:people"))

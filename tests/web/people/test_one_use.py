"""A link or code that works once works once, also when eight use it at the same moment, on both databases."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import caches
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.sign_ins import change_password
from firstfoot.foundation.notifications.models import Mail
from tests.cast import PASSWORD, enter, join
from tests.figures import count, figure
from tests.web.people.second_step import add_app

EIGHT = 8
ROUNDS = count(ci=2, deep=25)


@pytest.fixture
def sam(transactional_db) -> Person:
    return join("Sam Okoro")


def at_once(uses: list[Callable[[], object]]) -> list[object]:
    """All at the same moment; each one's answer, or its exception."""
    barrier, answers = threading.Barrier(len(uses)), [None] * len(uses)

    def run(number: int) -> None:
        try:
            barrier.wait(20)
            answers[number] = uses[number]()
        except Exception as error:
            answers[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(uses))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


@pytest.mark.deep
def test_a_reset_link(sam):
    wins = []
    for turn in range(ROUNDS):
        Mail.objects.all().delete()
        Client().post(reverse("account_reset_password"), {"email": sam.email})
        link = re.search(r"http://[^/\s]+(/\S+)", Mail.objects.get(is_secret=True).text).group(1)
        clients = [Client() for _ in range(EIGHT)]
        pages = [client.get(link).url for client in clients]

        def use(number: int, clients=clients, pages=pages, turn=turn):
            new = f"new-secret-{turn}-{number}-words"
            return clients[number].post(pages[number], {"password1": new, "password2": new}).status_code

        answers = at_once([lambda n=n: use(n) for n in range(EIGHT)])
        assert not [answer for answer in answers if not isinstance(answer, int) or answer >= 500], answers
        sam.refresh_from_db()
        stands = [n for n in range(EIGHT) if sam.check_password(f"new-secret-{turn}-{n}-words")]
        wins.append((answers.count(302), len(stands), answers[stands[0]]))
    assert wins == [(1, 1, 302)] * ROUNDS
    figure(f"one use: reset link, {EIGHT} at once, {connection.vendor}", "1 wins", f"in each of {ROUNDS}")


@pytest.mark.deep
def test_a_recovery_code(sam):
    client = Client()
    enter(client, sam)
    _secret, codes = add_app(client)
    for code in codes[: min(ROUNDS, len(codes))]:
        clients = [Client() for _ in range(EIGHT)]
        for each in clients:
            each.post(reverse("account_login"), {"login": sam.email, "password": PASSWORD})
        caches["default"].clear()  # the seven who lost before count as wrong tries, and five are allowed
        answers = at_once([
            lambda each=each, code=code: each.post(reverse("mfa_authenticate"), {"code": code}).status_code
            for each in clients
        ])  # fmt: skip
        assert sorted(answers) == [200] * (EIGHT - 1) + [302], answers
    figure(f"one use: recovery code, {EIGHT} at once, {connection.vendor}", "1 wins", "in each")


@pytest.mark.deep
def test_a_code_by_mail(sam):
    """Eight tabs of one browser send the same code: the address is confirmed once."""
    for turn in range(ROUNDS):
        client = Client()
        enter(client, sam)
        address = f"sam{turn}@second.example"
        EmailAddress.objects.filter(user=sam, primary=False).delete()
        client.post(reverse("account_email"), {"action_add": "", "email": address})
        code = re.search(r"is:\n\n(\S+)\n", Mail.objects.filter(address=address).latest("pk").text).group(1)
        tabs = [Client() for _ in range(EIGHT)]
        for tab in tabs:
            tab.cookies["sessionid"] = client.cookies["sessionid"].value
        url = reverse("account_email_verification_sent")
        answers = at_once([lambda tab=tab, code=code, url=url: said(tab.post(url, {"code": code})) for tab in tabs])
        assert not [answer for answer in answers if not isinstance(answer, str)], answers
        assert EmailAddress.objects.get(email=address).verified
        confirmed = Mail.objects.filter(kind="account.email_confirm", address=address).count()
        assert (answers.count("confirmed"), confirmed) in {(1, 0), (1, 1)}, answers


def said(answer) -> str:
    from django.contrib.messages import get_messages

    texts = [str(message) for message in get_messages(answer.wsgi_request)]
    return "confirmed" if any("onfirmed" in text for text in texts) else "refused"


def test_the_control_shows_the_race(sam):
    """Without asking what the password was, every one of eight would have won."""
    if connection.vendor != "postgresql":
        assert not change_password(person=Person(pk=sam.pk, password="another"), password="x")
        return
    stale = [Person.objects.get(pk=sam.pk) for _ in range(EIGHT)]

    def hope(number: int) -> bool:
        stale[number].set_password(f"hoped-{number}")
        stale[number].save(update_fields=["password"])
        return True

    assert at_once([lambda n=n: hope(n) for n in range(EIGHT)]) == [True] * EIGHT

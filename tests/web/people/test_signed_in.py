"""Where a person is signed in, and signing out of one browser or of all others."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.test import Client
from django.urls import reverse

from firstfoot.foundation.accounts.models import SignIn
from firstfoot.foundation.accounts.sign_ins import forget_ended_sign_ins
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from tests.cast import PASSWORD

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"
PHONE = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36"


def come_in(agent: str = FIREFOX, email: str = "sam@example.org") -> Client:
    client = Client(headers={"User-Agent": agent}, REMOTE_ADDR="203.0.113.77")
    answer = client.post(reverse("account_login"), {"login": email, "password": PASSWORD})
    assert answer.status_code == 302
    return client


def is_in(client: Client) -> bool:
    return not client.get("/home/").url.startswith(reverse("account_login"))


def line_of(client: Client) -> str:
    return client.session["sign_in"]["line"]


def test_each_browser_has_its_line_and_no_address(cast):
    laptop, phone = come_in(), come_in(PHONE)
    page = laptop.get(reverse("people:security")).content.decode()
    assert "Firefox on Linux" in page
    assert "Chrome on Android" in page
    assert page.count("This browser") == 1
    lines = list(SignIn.objects.filter(person=cast.sam).order_by("pk").values())
    assert [(row["browser"], row["system"]) for row in lines] == [("Firefox", "Linux"), ("Chrome", "Android")]
    assert "203.0.113" not in str(lines)
    assert is_in(phone)


def test_sign_out_one(cast):
    laptop, phone = come_in(), come_in(PHONE)
    laptop.post(reverse("people:sign_in_end", args=[line_of(phone)]))
    assert (is_in(laptop), is_in(phone)) == (True, False)
    assert list(Fact.objects.filter(kind="person.signed_out").values_list("data", flat=True)) == [{"number": 1}]


def test_nobody_signs_out_another(cast):
    sam, otto = come_in(), come_in(email="otto@example.org")
    otto.post(reverse("people:sign_in_end", args=[line_of(sam)]))
    otto.post(reverse("people:sign_in_end_others"))
    assert (is_in(sam), is_in(otto)) == (True, True)


def test_sign_out_everywhere_else(cast):
    laptop, phone = come_in(), come_in(PHONE)
    unknown = Client()
    unknown.force_login(cast.sam)  # a session from before there were lines
    laptop.post(reverse("people:sign_in_end_others"))
    assert [is_in(client) for client in (laptop, phone, unknown)] == [True, False, False]
    assert SignIn.objects.get(person=cast.sam).session_key == laptop.session.session_key


def test_a_new_password_ends_all_others(cast):
    laptop, phone = come_in(), come_in(PHONE)
    new = {"oldpassword": PASSWORD, "password1": "another-long-secret", "password2": "another-long-secret"}
    answer = laptop.post(reverse("account_change_password"), new)
    assert answer.status_code == 302
    assert (is_in(laptop), is_in(phone)) == (True, False)
    assert SignIn.objects.get(person=cast.sam).session_key == laptop.session.session_key
    facts = Fact.objects.filter(thing=cast.sam.thing).order_by("seq").values_list("kind", flat=True)
    assert list(facts)[-1] == "person.password_changed"


def test_the_key_changes_at_sign_in(cast, client):
    """Who planted a session before cannot use it after."""
    client.get(reverse("account_login"))
    client.post(reverse("account_login"), {"login": "nobody@example.org", "password": "x"})
    session = client.session
    session["planted"] = "yes"
    session.save()
    planted = session.session_key
    client.cookies["sessionid"] = planted
    client.post(reverse("account_login"), {"login": "sam@example.org", "password": PASSWORD})
    assert client.session.session_key != planted
    assert not Session.objects.filter(session_key=planted).exists()
    assert is_in(client)
    thief = Client()
    thief.cookies["sessionid"] = planted
    assert not is_in(thief)


def test_last_seen_moves_once_an_hour(cast, django_assert_num_queries):
    laptop = come_in()
    began = SignIn.objects.get().seen_at
    with clock.at(clock.now() + timedelta(minutes=30)):
        is_in(laptop)
        assert SignIn.objects.get().seen_at - began < timedelta(minutes=1)
    caches["cards"].clear()  # the hour is over
    with clock.at(clock.now() + timedelta(minutes=61)):
        is_in(laptop)
    assert SignIn.objects.get().seen_at - began > timedelta(minutes=60)


def test_ended_ones_are_forgotten(cast):
    laptop, phone = come_in(), come_in(PHONE)
    phone.post(reverse("account_logout"))
    assert forget_ended_sign_ins(now=clock.now()) == 1
    assert forget_ended_sign_ins(now=clock.now() + timedelta(days=15)) == 1
    assert (SignIn.objects.count(), Session.objects.count(), is_in(laptop)) == (0, 0, False)

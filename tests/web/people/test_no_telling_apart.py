"""Nobody learns from sign-in, sign-up or reset whether an address is somebody's: not by text, code or time."""

from __future__ import annotations

import gc
import itertools
import re
import statistics
import time
from contextlib import contextmanager
from typing import ClassVar, NamedTuple

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher, make_password
from django.core.cache import caches
from django.test import Client
from django.urls import reverse

from firstfoot.config import settings as product
from firstfoot.foundation.accounts.models import Person
from tests.figures import IS_DEEP, count, figure

MOST_MS = 5.0
PASSWORD = "not-the-right-secret"
_numbers = itertools.count(1)


def unknown() -> str:
    return f"nobody{next(_numbers)}@example.org"


def sign_in(client: Client, address: str):
    return client.post(reverse("account_login"), {"login": address, "password": PASSWORD})


def sign_up(client: Client, address: str):
    form = {
        "chosen_name": "Noor", "legal_name": "", "email": address, "password1": "a-long-enough-secret",
        "time_zone": "Asia/Amman", "adult": "on", "terms": "on",
    }  # fmt: skip
    return client.post(reverse("account_signup"), form)


def reset(client: Client, address: str):
    return client.post(reverse("account_reset_password"), {"email": address})


WAYS = {"sign in": sign_in, "sign up": sign_up, "reset": reset}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("known", ["sam@example.org", "sam@second.example", "SAM@example.org"])
def test_the_answers_are_the_same(cast, way, known):
    from allauth.account.models import EmailAddress

    EmailAddress.objects.create(user=cast.sam, email="sam@second.example", verified=True)
    said = []
    for address in (known, unknown()):
        client = Client()
        answer = way(client, address)
        pages = [answer, client.get(answer.url)] if answer.status_code == 302 else [answer]
        texts = [plain(page.content.decode(), address) for page in pages]
        said.append((answer.status_code, answer.headers.get("Location"), texts, sorted(client.cookies)))
    assert said[0] == said[1]


def plain(text: str, address: str) -> str:
    """The page without what differs by nature: tokens and the address that was typed."""
    text = re.sub(re.escape(address), "ADDRESS", text, flags=re.IGNORECASE)
    return re.sub(r'(csrfmiddlewaretoken" value=")[^"]+', r"\1", text)


class Weighed(Argon2PasswordHasher):
    """The product's own hasher, which notes what each of its turns took."""

    turns: ClassVar[list[float]] = []

    def encode(self, password, salt):
        with weighing(self.turns):
            return super().encode(password, salt)

    def verify(self, password, encoded):
        with weighing(self.turns):
            return super().verify(password, encoded)


@contextmanager
def weighing(turns: list[float]):
    begun = time.process_time()
    yield
    turns.append((time.process_time() - begun) * 1000)


@pytest.mark.deep
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_the_time_tells_nothing(cast, settings, way, request):
    """Each address costs as many turns of the hasher, and what else is done takes as long.

    Time of this process alone, so that neighbors do not disturb. A turn of the hasher fills 100 MB from several
    threads, and swings by more than the gap asked about; in the long run there are samples enough for the whole.
    """
    settings.PASSWORD_HASHERS = [f"{__name__}.Weighed"]
    assert product.PASSWORD_HASHERS[0] == "django.contrib.auth.hashers.Argon2PasswordHasher"
    Person.objects.filter(pk=cast.sam.pk).update(password=make_password("sam-has-a-long-secret"))
    spent: dict[str, list[Spent]] = {"known": [], "unknown": []}
    for _warm in range(2):
        way(Client(), "sam@example.org")
        way(Client(), unknown())
    weigh = (lambda each: each.whole) if IS_DEEP else (lambda each: each.rest)
    for _more in range(6):  # a gap that is there stays with more samples, what neighbors make goes
        gather(way, spent, count(ci=7, deep=30))
        known, other = (statistics.median(map(weigh, spent[kind])) for kind in ("known", "unknown"))
        if abs(known - other) < MOST_MS:
            break
    turns = {each.turns for kind in spent for each in spent[kind]}
    figure(f"sign-in: gap between known and unknown, {request.node.callspec.id}", f"{abs(known - other):.2f} ms",
           f"of 5 ms at most, beside {min(turns)} turns of the hasher")  # fmt: skip
    assert len(turns) == 1
    assert abs(known - other) < MOST_MS, (known, other)


def gather(way, spent: dict[str, list[Spent]], turns: int) -> None:
    """One request of each kind a turn, each kind first every other time."""
    gc.disable()
    try:
        for turn in range(turns):
            pair = [("known", "sam@example.org"), ("unknown", unknown())]
            for kind, address in pair if turn % 2 else reversed(pair):
                spent[kind].append(spent_on(way, address))
    finally:
        gc.enable()


class Spent(NamedTuple):
    """Milliseconds of this process for one request, all and without the hasher, and the hasher's turns in it."""

    whole: float
    rest: float
    turns: int


def spent_on(way, address: str) -> Spent:
    """One request of a visitor who was never here."""
    for cache in caches.all(initialized_only=True):
        cache.clear()
    client = Client()
    Weighed.turns.clear()
    begun = time.process_time()
    way(client, address)
    whole = (time.process_time() - begun) * 1000
    return Spent(whole, whole - sum(Weighed.turns), len(Weighed.turns))

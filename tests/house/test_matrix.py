"""The permission matrix, held: every address and method has its rows, and everybody is answered what they say."""

import re

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.test import Client, TestCase
from django.urls import URLResolver, get_resolver, reverse

from tests.house.matrix import ACTORS, ALLAUTH, MUST_SIGN_IN, rows
from tests.house.world import World

ROWS = list(rows())
METHODS = ("GET", "POST")


def addresses(resolver=None, namespace=""):
    """The full name of every address of the site."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern, inner)
        else:
            yield f"{namespace}{pattern.name}"


def session_of(person):
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return session.session_key


def ask(world, actor, method, name, on, data=None):
    """One request by one actor, undone afterwards."""
    client = Client()
    if actor != "anon":
        client.cookies[settings.SESSION_COOKIE_NAME] = world.sessions[actor]
    url = reverse(name, args=world.args(on))
    point = transaction.savepoint()
    try:
        return getattr(client, method.lower())(url, data or {})
    finally:
        transaction.savepoint_rollback(point)


def test_every_address_stands_in_the_matrix_and_every_row_is_an_address():
    ours = {row.name for row in ROWS}
    assert (set(addresses()) - ours - set(ALLAUTH), ours - set(addresses())) == (set(), set())


def test_every_page_of_allauth_is_listed():
    theirs = {name for name in addresses() if name.startswith("account_")}
    assert theirs == set(ALLAUTH)


class TestMatrix(TestCase):
    """One world for all rows: Django builds it once, and undoes what each test did."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = World()
        cls.sessions = {name: session_of(person) for name, person in cls.world.people.items()}

    def ask(self, actor, method, name, on, data=None):
        """One request by one actor, undone afterwards."""
        client = Client()
        if actor != "anon":
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[actor]
        url = reverse(name, args=self.world.args(on))
        with transaction.atomic():
            # A form in a browser is never quite empty: it carries at least its token.
            sent = {"csrfmiddlewaretoken": "x", **self.world.data(data or {})} if method == "POST" else None
            response = getattr(client, method.lower())(url, sent)
            for close in response._resource_closers:  # response.close() would close the database, too
                close()
            transaction.set_rollback(True)
        return response

    def hold(self, row):
        """Everybody is answered what the row says."""
        responses = {actor: self.ask(actor, row.method, row.name, row.on, row.data) for actor in ACTORS}
        got = {actor: response.status_code for actor, response in responses.items()}
        wrong = {a: f"answered {got[a]}, should be {row.answers[a]}" for a in ACTORS if got[a] != row.answers[a]}
        assert wrong == {}
        if row.leads_to_sign_in:
            for actor in MUST_SIGN_IN:
                assert responses[actor]["Location"].startswith(reverse(settings.LOGIN_URL))

    def refuse(self, name, on, method):
        """A method without a row is refused: an address that answers more than the matrix knows is never tested."""
        known = [row for row in ROWS if (row.name, row.on) == (name, on)]
        reached = {actor for row in known for actor, status in row.answers.items() if status < 400}
        signed_in = [actor for actor in ACTORS if actor not in MUST_SIGN_IN]
        answers = {actor: self.ask(actor, method, name, on).status_code for actor in signed_in}
        assert set(answers.values()) <= {403, 404, 405}, answers
        assert {status for actor, status in answers.items() if actor in reached} <= {405}, answers


def held(row):
    return lambda self: self.hold(row)


def refused(name, on, method):
    return lambda self: self.refuse(name, on, method)


def method_name(*words):
    return "test_" + re.sub(r"\W+", "_", " ".join(str(word) for word in words)).strip("_")


LISTED = {(row.name, row.on, row.method) for row in ROWS}
for _row in ROWS:
    setattr(TestMatrix, method_name(_row), held(_row))
for _name, _on in {(name, on) for name, on, _ in LISTED}:
    for _method in METHODS:
        if (_name, _on, _method) not in LISTED:
            setattr(TestMatrix, method_name(_method, _name, *_on, "has no row"), refused(_name, _on, _method))


def test_no_row_hides_another():
    assert len({method_name(row) for row in ROWS}) == len(ROWS)


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "who"), ALLAUTH.items())
def test_allauth_pages_are_for_whom_they_say(name, who):
    if "from_key" in name and not name.endswith("done"):
        return
    response = Client().get(reverse(name))
    if who == "person" and name != "account_logout":
        assert response["Location"].startswith(reverse(settings.LOGIN_URL))
    else:
        assert response.status_code in {200, 302}

"""The actors of the permission matrix at their browsers, in one world; nothing that they do lasts."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.web.shared.signed_in import MARK
from tests.house.matrix import Row
from tests.house.world import World


class Visitors:
    """Everyone of the world is signed in already; the visitor "anon" never is."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._sessions = {name: session_of(person) for name, person in world.people.items()}

    def client(self, actor: str) -> Client:
        client = Client()
        if actor != "anon":
            client.cookies[settings.SESSION_COOKIE_NAME] = self._sessions[actor]
        return client

    def ask(
        self, actor: str, method: str, name: str, on: tuple[str, ...] = (), data: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
    ) -> HttpResponseBase:  # fmt: skip
        """One request by one actor, undone afterwards."""
        url = reverse(name, args=self.world.args(on))
        # A form in a browser is never quite empty: it carries at least its token.
        sent = {"csrfmiddlewaretoken": "x", **self.world.data(data or {})} if method == "POST" else None
        with transaction.atomic():
            response = getattr(self.client(actor), method.lower())(url, sent, headers=headers)
            for close in response._resource_closers:  # response.close() would close the database, too
                close()
            transaction.set_rollback(True)
        return response

    def ask_row(
        self, actor: str, row: Row, method: str = "", headers: dict[str, str] | None = None
    ) -> HttpResponseBase:
        return self.ask(actor, method or row.method, row.name, row.on, row.data, headers)


def session_of(person: Person) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session[MARK] = {"line": "", "at": clock.now().timestamp()}  # signed in just now: nobody is asked again
    session.create()
    return session.session_key

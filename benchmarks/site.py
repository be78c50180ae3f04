"""Calls the site as its web server does: one WSGI call, in this process, cookies and all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


class Visitor:
    """Somebody who asks for pages; `cookies` as a browser would send them."""

    def __init__(self, application: Callable[..., Any], cookies: str = "") -> None:
        self.application, self.cookies = application, cookies

    def get(self, address: str, **headers: str) -> Answer:
        """One GET; header names as in WSGI, such as HTTP_IF_NONE_MATCH."""
        return self._ask(address, headers, {})

    def post(self, address: str, **fields: str) -> Answer:
        """One form, with the token of this visitor's CSRF cookie."""
        cookies = dict(part.split("=", 1) for part in self.cookies.split("; "))
        body = urlencode({**fields, "csrfmiddlewaretoken": cookies["csrftoken"]}).encode()
        form = {
            "REQUEST_METHOD": "POST", "wsgi.input": BytesIO(body), "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
        }  # fmt: skip
        return self._ask(address, {}, form)

    def _ask(self, address: str, headers: dict[str, str], form: dict[str, object]) -> Answer:
        path, _, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "localhost",
            "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost", "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": "http", "wsgi.input": BytesIO(), "wsgi.errors": BytesIO(), "wsgi.version": (1, 0),
            "wsgi.multithread": False, "wsgi.multiprocess": True, "wsgi.run_once": False, **headers, **form,
        }  # fmt: skip
        if self.cookies:
            environ["HTTP_COOKIE"] = self.cookies
        seen: list[Any] = []
        result = self.application(environ, lambda status, headers, _info=None: seen.extend([status, headers]))
        try:
            body = b"".join(result)
        finally:
            if hasattr(result, "close"):
                result.close()
        return Answer(int(seen[0].split()[0]), dict(seen[1]), body)

    def call(self, address: str, expect: int = 200, **headers: str) -> Callable[[], Answer]:
        """A call to be measured; it fails when the answer is another one than expected."""

        def ask() -> Answer:
            answer = self.get(address, **headers)
            if answer.status != expect:
                raise RuntimeError(f"{address}: {answer.status} instead of {expect}")
            return answer

        return ask


def visitor() -> Visitor:
    from firstfoot.config.wsgi import application

    return Visitor(application)


def signed_in(email: str) -> Visitor:
    """The person with this address, with a session and a CSRF cookie."""
    from django.test import Client

    from firstfoot.config.wsgi import application
    from firstfoot.foundation.accounts.models import Person

    client = Client()
    client.force_login(Person.objects.get(email=email), "allauth.account.auth_backends.AuthenticationBackend")
    client.get("/settings/", headers={"host": "localhost"})
    return Visitor(application, "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items()))

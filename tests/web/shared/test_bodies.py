"""A body that ends before its stated length is refused, however it is read."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path

from firstfoot.web.shared.bodies import WholeBody, whole_bodies

pytestmark = pytest.mark.once


class Drip:
    """A connection that hands over a few bytes at a time."""

    def __init__(self, content: bytes) -> None:
        self.stream = BytesIO(content)

    def read(self, size):
        return self.stream.read(min(size, 3))

    def readline(self, size):
        return self.stream.readline(min(size, 3))


def test_a_whole_body_is_read_to_its_length_and_no_further():
    body = WholeBody(Drip(b"0123456789and more"), 10)
    assert (body.read(4), body.read(), body.read(), body.readline()) == (b"0123", b"456789", b"", b"")
    assert not body.broke_off


@pytest.mark.parametrize("read", [lambda b: b.read(), lambda b: b.read(10), lambda b: [b.readline() for _ in range(9)]])
def test_a_body_that_ends_early_is_an_error(read):
    body = WholeBody(Drip(b"012345678"), 10)
    with pytest.raises(OSError, match="1 bytes early"):
        read(body)
    assert body.broke_off


def says_what_came(request):
    return HttpResponse(request.body if "raw" in request.path else f"{sorted(request.POST)}")


urlpatterns = [path("raw/", says_what_came), path("form/", says_what_came)]


@pytest.fixture
def ask(settings, db):
    """Send a body of a stated length through the whole stack, as the web server does: it looks after connections."""
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = [
        "django.middleware.csrf.CsrfViewMiddleware",
        "firstfoot.web.shared.middleware.WholeBodyMiddleware",
    ]
    settings.TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": [
        ("django.template.loaders.locmem.Loader", {"400.html": "half"})
    ]}}]  # fmt: skip
    token = "a" * 32
    application = whole_bodies(WSGIHandler())

    def send(where, content, length, kind):
        headers = {"cookie": f"csrftoken={token}", "x-csrftoken": token}
        environ = RequestFactory(headers=headers).generic("POST", where, content, content_type=kind).environ
        environ |= {"CONTENT_LENGTH": str(length), "wsgi.input": BytesIO(content)}
        said = []
        body = b"".join(application(environ, lambda status, _headers: said.append(status)))
        return said[0], body

    return send


FORM, JSON = "application/x-www-form-urlencoded", "application/json"


@pytest.mark.parametrize(
    ("where", "kind", "whole"),
    [("/form/", FORM, b"['a', 'b']"), ("/raw/", JSON, b"a=1&b=2"), ("/raw/", FORM, b"a=1&b=2")],
)
def test_a_request_is_answered_whole_or_not_at_all(ask, where, kind, whole):
    assert ask(where, b"a=1&b=2", 7, kind) == ("200 OK", whole)
    assert ask(where, b"a=1&b", 7, kind) == ("400 Bad Request", b"half")


def test_the_web_server_can_load_the_site_before_it_is_set_up():
    """A module of the site that the web server needs first may not ask for models."""
    load = [
        sys.executable,
        "-W",
        "error",
        "-c",
        "import firstfoot.web.shared.bodies, sys; assert 'django' not in sys.modules",
    ]
    subprocess.run(load, check=True, timeout=60)

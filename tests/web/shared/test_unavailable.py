"""503: told by the error alone, without the database, and nothing that was typed is lost."""

from __future__ import annotations

import errno
import json
import sqlite3
from html.parser import HTMLParser

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError, IntegrityError, InterfaceError, InternalError, OperationalError, ProgrammingError
from django.test import RequestFactory

from firstfoot.web.shared.trouble import Trouble, trouble_of
from firstfoot.web.shared.views import errors


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("from SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "cause", "trouble"),
    [
        (OperationalError("database is locked"), None, Trouble.BUSY),
        (OperationalError(), sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), Trouble.BUSY),
        (OperationalError(), sqlite_error(sqlite3.SQLITE_FULL), Trouble.FULL),
        (OperationalError(), sqlite_error(sqlite3.SQLITE_IOERR_SHMSIZE), Trouble.AWAY),
        (OperationalError("no such table: x"), sqlite_error(sqlite3.SQLITE_ERROR), None),
        (OperationalError(), psycopg.errors.LockNotAvailable(), Trouble.BUSY),
        (OperationalError(), psycopg.errors.DeadlockDetected(), Trouble.BUSY),
        (OperationalError(), psycopg.errors.TooManyConnections(), Trouble.BUSY),
        (OperationalError(), psycopg.errors.DiskFull(), Trouble.FULL),
        (OperationalError(), psycopg.errors.AdminShutdown(), Trouble.AWAY),
        (OperationalError(), psycopg.OperationalError("connection refused"), Trouble.AWAY),
        (InternalError(), psycopg.errors.IdleInTransactionSessionTimeout(), Trouble.AWAY),
        (InterfaceError("connection already closed"), None, Trouble.AWAY),
        (ProgrammingError(), psycopg.errors.UndefinedTable(), None),
        (IntegrityError(), psycopg.errors.UniqueViolation(), None),
        (DataError(), None, None),
        (OSError(errno.ENOSPC, "no space"), None, Trouble.FULL),
        (OSError(errno.ENOENT, "no file"), None, None),
        (ValueError(), None, None),
        (None, None, None),
    ],
)
def test_what_an_error_says(error, cause, trouble):
    if error is not None:
        error.__cause__ = cause
    assert trouble_of(error) is trouble


class Form(HTMLParser):
    """What the form on a page would send."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.action, self.fields, self._name = "", {}, ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "form":
            self.action = found["action"]
        if tag == "input":
            self.fields[found["name"]] = found["value"]
        if tag == "textarea":
            self._name = found["name"]
            self.fields[self._name] = ""

    def handle_data(self, data):
        if self._name:
            self.fields[self._name] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.fields[self._name] = self.fields[self._name].removeprefix("\n")
            self._name = ""


def answered(request, error):
    """What handler500 answers while this error is handled."""
    try:
        raise error
    except Exception:
        return errors.server_error(request)


BUSY = OperationalError("database is locked")


def test_a_form_that_could_not_be_saved_can_be_sent_again():
    typed = {
        "body": "\n Two lines\nof <b>text</b> & more",
        "key": "k1",
        "csrfmiddlewaretoken": "old",
        "tags": ["a", "b"],
    }
    request = RequestFactory().post("/work/x/conversation/?page=2", typed)
    response = answered(request, BUSY)
    html = response.content.decode()
    form = Form(html)
    assert (response.status_code, response["Retry-After"], response["Cache-Control"]) == (503, "5", "no-store")
    assert form.action == "/work/x/conversation/?page=2"
    assert form.fields.pop("csrfmiddlewaretoken") not in {"", "old"}
    assert form.fields == {"body": typed["body"], "key": "k1", "tags": "b"}
    assert html.count('name="tags"') == 2
    assert html.count("<h1") == 1


def test_a_password_is_never_on_the_page():
    sent = {"login": "sam@example.org", "password1": "a-long-enough-secret"}
    html = answered(RequestFactory().post("/accounts/signup/", sent), BUSY).content.decode()
    assert "a-long-enough-secret" not in html
    assert "<form" not in html


def test_with_a_file_the_texts_can_be_copied():
    note = "Here is what I found, after all."
    file = SimpleUploadedFile("a.pdf", b"%PDF-1.7")
    request = RequestFactory().post(
        "/x/", {"note": note, "key": "k", "file": file}, headers={"Referer": "http://testserver/form/"}
    )
    html = answered(request, OSError(errno.ENOSPC, "no space")).content.decode()
    assert note in html
    assert "<form" not in html
    assert 'href="/form/"' in html or 'href="http://testserver/form/"' in html
    assert 'data-trouble="full"' in html


def test_a_page_is_offered_again():
    response = answered(RequestFactory().get("/projects/?q=maps"), OperationalError("connection refused"))
    assert response.status_code == 503
    assert 'href="/projects/?q=maps"' in response.content.decode()
    assert 'data-trouble="away"' in response.content.decode()


@pytest.mark.parametrize(("error", "status"), [(BUSY, 503), (ValueError(), 500)])
def test_a_swap_leaves_the_page_and_what_was_typed_alone(error, status):
    headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
    response = answered(RequestFactory().post("/x/", {"a": "b"}, headers=headers), error)
    assert (response.status_code, response["HX-Reswap"], response.content) == (status, "none", b"")
    assert json.loads(response["HX-Trigger"])["toast"]["kind"] == "bad"

"""Every page of the site as its readers get it: those of the permission matrix, of sign-in, and for faults."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import islice
from types import MappingProxyType
from typing import Any

from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse

from firstfoot.foundation.notifications.models import Mail
from tests.cast import PASSWORD
from tests.house import broken
from tests.house.matrix import ACTORS, ALLAUTH, Row, public, rows, signed_in
from tests.house.visitors import Visitors

# One of each kind of reader first; whoever else is let in, where none of these is.
KINDS = ("anon", "sam", "hana", "hugo")
READERS = (*KINDS, *(actor for actor in ACTORS if actor not in KINDS))
# Answers to programs, downloads and parts of pages.
NO_PAGES = {
    "shared:healthz", "people:unread", "people:export", "people:file", "people:file_shown",
    "public:project_pdf", "work:agreement_pdf", "work:completion_pdf", "work:receipt_pdf", "work:handover_zip",
    "hosts:pay_export", "hosts:pay_year", "talent:pay_year", "hosts:poster_pdf", "hosts:interview_calendar",
    "work:kickoff_calendar", "work:confirmation_pdf",
    "work:credential_json", "work:credential_jwt", "work:credential_png",
    "work:credential_offline", "work:letter_credential_json", "work:letter_credential_jwt",
    "work:letter_credential_png", "work:letter_credential_offline", "public:revocations", "public:revocations_token",
    "work:calendar", "people:calendar",
    "talent:interview_calendar", "public:feed", "public:sitemap", "public:sitemap_of", "public:robots",
    "public:skill_suggestions", "public:person_card", "public:letter_pdf", "public:shown_file", "work:showing_file",
    "public:ledger_file", "hosts:host_figures_file", "talent:figures_file", "stewards:figures_file",
    "talent:resume_json", "talent:resume_text", "talent:resume_paper",
}  # fmt: skip
# The matrix asks for one stage of each thing; these pages change with it.
STAGES = (
    [
        signed_in("GET", name, on, "200 sam hana hugo | 404 *")
        for name, stages in (
            ("work:engagement", "agreeing onboarding closing completed"),
            ("work:agreement", "onboarding active amending"),
            ("work:closing", "completed"),
            ("work:money", "agreeing active completed"),
            ("work:evaluation", "completed"),
            ("work:disputes", "disputed closing"),
            ("work:end", "disputed"),
            ("work:story", "completed"),
        )
        for on in stages.split()
    ]
    + [
        public("GET", "bymail:act", f"link_{purpose}", "200 anon hugo zoe | 403 *")
        for purpose in ("check_in", "return", "comment", "feedback", "nudge")
    ]
    + [public("GET", "bymail:act", "link_follow_up", "200 anon sam | 403 *")]
)
JOINING = {
    "chosen_name": "Noor", "email": "noor@example.org", "password1": PASSWORD, "time_zone": "Asia/Amman",
    "adult": "on", "terms": "on",
}  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """One page as one reader gets it."""

    name: str
    reader: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def __str__(self) -> str:
        return f"{self.name} as {self.reader}"


def served(shown: Sequence[Shown], scripts: Mapping[str, bytes] = MappingProxyType({})) -> Callable[..., list[bytes]]:
    """A site of the pages under their numbers, with the headers they came with, and of further scripts."""

    def answer(environ: dict[str, Any], start_response: Callable[..., object]) -> list[bytes]:
        name = environ["PATH_INFO"].strip("/")
        if name in scripts:
            start_response("200 OK", [("Content-Type", "text/javascript"), ("Cache-Control", "max-age=999")])
            return [scripts[name]]
        if not name.isdigit():
            start_response("404 Not Found", [("Content-Type", "text/plain")])
            return [b""]
        page = shown[int(name)]
        start_response(f"{page.status} As it was", list(page.headers))
        return [page.body]

    return answer


def shown_to(visitors: Visitors, reader: str, name: str, on: str = "", query: str = "") -> Shown:
    """One page as one reader gets it."""
    url = reverse(name, args=visitors.world.args(tuple(on.split())))
    (page,) = _kept(name, reader, visitors.client(reader).get(url + query))
    return page


def pages_of_matrix(visitors: Visitors) -> Iterator[Shown]:
    """Each address that answers somebody a whole page, as each kind of reader who is given another one."""
    for row in (*rows(), *STAGES):
        if row.method == "GET" and row.name not in NO_PAGES:
            yield from _different(_answered(visitors, row, 200))


def pages_that_refuse(visitors: Visitors) -> Iterator[Shown]:
    """Each form that says what is wrong with it, and each kind of refusal."""
    refusals = []
    for row in rows():
        yield from _different(_answered(visitors, row, 422))
        refusals += [page for status in (403, 409) for page in islice(_answered(visitors, row, status), 1)]
    yield from _different(refusals)


def pages_of_sign_in(visitors: Visitors) -> Iterator[Shown]:
    """allauth's pages: those that one can open, and those one is led to."""
    for name, who in ALLAUTH.items():
        reader = "sam" if who == "person" else "anon"
        yield from _kept(name, reader, visitors.client(reader).get(_address(name)))
    yield from _led_to("account_signup", JOINING, "account_email_verification_sent")
    yield from _led_to("account_login", {"login": "nobody@example.org", "password": "not-the-one"}, "")
    yield from _led_to("account_signup", {}, "")
    yield from _new_password()


def pages_for_faults() -> Iterator[Shown]:
    """What is shown when something goes wrong, whoever reads it."""
    with override_settings(ROOT_URLCONF=broken.__name__):
        for name in broken.FAULTS:
            response = Client(raise_request_exception=False).get(reverse(name))
            yield from _kept(name, "anon", response)


def _answered(visitors: Visitors, row: Row, status: int) -> Iterator[Shown]:
    let_in = [reader for reader in READERS if row.answers[reader] == status]
    for reader in [reader for reader in let_in if reader in KINDS] or let_in[:1]:
        yield from _kept(str(row), reader, visitors.ask_row(reader, row))


def _led_to(name: str, data: dict[str, str], page: str) -> Iterator[Shown]:
    """What follows a form sent by a visitor: another page, or the form again."""
    with transaction.atomic():
        client = Client()
        answer = client.post(reverse(name), data)
        if page:
            assert answer["Location"] == reverse(page), answer
            answer = client.get(answer["Location"])
        transaction.set_rollback(True)
    yield from _kept(f"{page or name} after {name}", "anon", answer)


def _new_password() -> Iterator[Shown]:
    """The form that the link in a mail leads to, and what is said to a link that was used."""
    with transaction.atomic():
        client = Client()
        client.post(reverse("account_reset_password"), {"email": "sam@example.org"})
        link = re.search(r"/accounts/password/reset/key/\S+", Mail.objects.latest("pk").text)
        assert link
        form = client.get(link[0], follow=True)
        spent = client.get("/accounts/password/reset/key/1-spent/")
        transaction.set_rollback(True)
    yield from _kept("account_reset_password_from_key", "anon", form)
    yield from _kept("account_reset_password_from_key spent", "anon", spent)


def _address(name: str) -> str:
    if name == "account_reset_password_from_key":
        return reverse(name, args=["1", "spent"])
    try:
        return reverse(name)
    except NoReverseMatch:
        return reverse(name, args=[1])


def _kept(name: str, reader: str, response: HttpResponseBase) -> Iterator[Shown]:
    """The page, if it is a whole one."""
    if response.headers["Content-Type"].startswith("text/html") and b"<html" in response.content:
        yield Shown(name, reader, response.status_code, tuple(response.headers.items()), response.content)


def _different(shown: Iterable[Shown]) -> Iterator[Shown]:
    """Those that are built in another way than the ones before."""
    seen = set()
    for page in shown:
        shape = _Shape(page.body.decode()).parts
        if shape not in seen:
            seen.add(shape)
            yield page


def covering(shown: Sequence[Shown], first: Collection[str]) -> list[Shown]:
    """So many of the pages that each element of any stands in one of them: those named `first`, then the richest."""
    shapes = [(frozenset(_Shape(page.body.decode()).parts), page) for page in shown]
    seen: set[tuple[str, ...]] = set()
    chosen = []
    for shape, page in sorted(shapes, key=lambda pair: (pair[1].name not in first, -len(pair[0]))):
        if not shape <= seen:
            seen |= shape
            chosen.append(page)
    return chosen


VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class _Shape(HTMLParser):
    """The elements of a page's main part, each with the one around it, without what is written in them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._parts: list[tuple[str, ...]] = []
        self._around: list[str] = []
        self.feed(html.partition("<main")[2])
        self.close()

    @property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        return tuple(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = f"{tag} {dict(attrs).get('class') or ''}"
        self._parts.append((*self._around[-1:], element, " ".join(sorted(name for name, _ in attrs))))
        if tag not in VOID:
            self._around.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._around and not self._around.pop().startswith(f"{tag} "):
            pass

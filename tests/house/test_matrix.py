"""The permission matrix, held: every address and method has its rows, and everybody is answered what they say."""

import re
from zlib import crc32

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import URLResolver, get_resolver, reverse

from firstfoot.foundation.files.queries import places
from firstfoot.foundation.notifications.actions import tell
from firstfoot.kernel import clock
from tests.figures import IS_DEEP
from tests.house.matrix import ACTORS, ALLAUTH, MUST_SIGN_IN, read, rows
from tests.house.visitors import Visitors
from tests.house.world import World

pytestmark = pytest.mark.once

ROWS = list(rows())
METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE") if IS_DEEP else ("GET", "POST")
PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
STAYS = {"work:step_tick"}  # done without leaving the page, and answered with its part


def addresses(resolver=None, namespace=""):
    """The full name of every address of the site."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern, inner)
        else:
            yield f"{namespace}{pattern.name}"


def test_every_address_stands_in_the_matrix_and_every_row_is_an_address():
    ours = {row.name for row in ROWS}
    assert (set(addresses()) - ours - set(ALLAUTH), ours - set(addresses())) == (set(), set())


def test_every_page_of_allauth_is_listed():
    theirs = {name for name in addresses() if name.startswith(("account_", "mfa_"))}
    assert theirs == set(ALLAUTH)


def who_asks_again(row, way):
    """Who asks in this way, too: in make deep everybody, in ci one of them, let in or not, another on each day."""
    people = list(ACTORS)
    return people if IS_DEEP else [people[(clock.today().toordinal() + crc32(f"{way} {row}".encode())) % len(people)]]


def who_asks(row):
    """In make deep everybody; in ci everybody who is refused, and five of those who are let in."""
    let_in = [actor for actor, status in row.answers.items() if status < 400 and actor not in MUST_SIGN_IN]
    let_in.sort(key=lambda actor: crc32(f"{actor} {row}".encode()))
    spared = set() if IS_DEEP else set(let_in[5:])
    return [actor for actor in ACTORS if actor not in spared]


@pytest.mark.deep
class TestMatrix(TestCase):
    """One world for all rows: Django builds it once, and undoes what each test did."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.visitors = Visitors(World())

    def hold(self, row):
        """Everybody is answered what the row says."""
        responses = {actor: self.visitors.ask_row(actor, row) for actor in who_asks(row)}
        got = {actor: response.status_code for actor, response in responses.items()}
        wrong = {a: f"answered {got[a]}, should be {row.answers[a]}" for a in got if got[a] != row.answers[a]}
        assert wrong == {}
        if row.leads_to_sign_in:
            for actor in MUST_SIGN_IN:
                assert responses[actor]["Location"].startswith(reverse(settings.LOGIN_URL))
        if row.method == "GET":
            for actor in who_asks_again(row, "head"):
                self.hold_head(actor, row, responses.get(actor) or self.visitors.ask_row(actor, row))
        for actor in who_asks_again(row, "part"):
            self.hold_part(actor, row)

    def hold_head(self, actor, row, whole):
        """HEAD is answered as GET is, without the body."""
        head = self.visitors.ask_row(actor, row, "HEAD")
        told = [(answer.status_code, answer.get("Content-Type"), answer.get("Location")) for answer in (head, whole)]
        assert told[0] == told[1], (actor, told)
        assert head.streaming or head.content == b""

    def hold_part(self, actor, row):
        """htmx, which asks for a part of the page, is refused to the same people."""
        wanted = row.answers[actor]
        if row.name in STAYS and wanted == 302 and actor not in MUST_SIGN_IN:
            wanted = 200
        assert self.visitors.ask_row(actor, row, headers=PART).status_code == wanted, actor

    def refuse(self, name, on, method):
        """A method without a row is refused: an address that answers more than the matrix knows is never tested."""
        known = [row for row in ROWS if (row.name, row.on) == (name, on)]
        reached = {actor for row in known for actor, status in row.answers.items() if status < 400}
        asking = [actor for actor in ACTORS if actor not in MUST_SIGN_IN]
        asking.sort(key=lambda actor: (actor not in reached, crc32(f"{actor} {method} {name}".encode())))
        ask = {actor: self.visitors.ask(actor, method, name, on) for actor in (asking if IS_DEEP else asking[:4])}
        answers = {actor: answer.status_code for actor, answer in ask.items()}
        assert set(answers.values()) <= {403, 404, 405}, answers
        assert {status for actor, status in answers.items() if actor in reached} <= {405}, answers

    def test_a_file_is_taken_from_the_intern_alone(self):
        """Whoever else sends one leaves nothing in the store."""
        answers = read("302 tia | 403 hana rita hugo cora | 404 *", signed_in=True)
        before = set(places())
        for actor in sorted(ACTORS, key=lambda actor: actor == "tia"):
            file = SimpleUploadedFile("result.pdf", b"%PDF-1.7 result")
            sent = {"note": "Look at page two.", "key": "k", "attachments": file}
            got = self.visitors.ask(actor, "POST", "work:deliverable_submit", ("tias", "first"), sent)
            assert got.status_code == answers[actor], actor
            assert (set(places()) == before) is (actor != "tia"), actor

    def test_everybody_finds_their_own_notices_alone(self):
        people = {name: person for name, person in self.visitors.world.people.items() if name not in MUST_SIGN_IN}
        titles = {name: f"Only for {person.public_id}" for name, person in people.items()}
        told = {name: tell(recipient=people[name], key=name, kind="test", title=titles[name]) for name in people}
        for reader in people:
            inbox = self.visitors.ask(reader, "GET", "people:inbox").content.decode()
            assert [name for name in titles if titles[name] in inbox] == [reader]
            for name in people if IS_DEEP else (reader, "sam", "otto"):
                self.visitors.world.words["told"] = told[name].public_id
                status = self.visitors.ask(reader, "GET", "people:notice", ("told",)).status_code
                assert status == (200 if name == reader else 404), (reader, name)


def held(row):
    return lambda self: self.hold(row)


def refused(name, on, method):
    return lambda self: self.refuse(name, on, method)


def method_name(*words):
    return "test_" + re.sub(r"\W+", "_", " ".join(str(word) for word in words)).strip("_")


LISTED = {(row.name, row.on, row.method) for row in ROWS}
LISTED |= {(name, on, "HEAD") for name, on, method in LISTED if method == "GET"}
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
    response = Client().get(reverse(name, args=[1] if name in {"mfa_edit_webauthn", "mfa_remove_webauthn"} else []))
    if who == "person" and name != "account_logout":
        assert response["Location"].startswith(reverse(settings.LOGIN_URL))
    else:
        assert response.status_code in {200, 302}
    assert Client().head(response.request["PATH_INFO"]).status_code == response.status_code

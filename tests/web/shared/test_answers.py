"""The error pages, the refusals and what is said around every page."""

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.errors import Conflict, IllegalTransition, LimitReached, NotPermitted, Refusal
from firstfoot.web.shared import reasons
from firstfoot.web.shared.context import bar, footer, section_of
from firstfoot.web.shared.middleware import PrivatePagesMiddleware, RefusalMiddleware
from firstfoot.web.shared.requests import partial, swaps
from firstfoot.web.shared.views import errors


@pytest.fixture
def request_of():
    def build(**headers):
        request = RequestFactory().get("/x/", headers=headers)
        request.user = AnonymousUser()
        return request

    return build


PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}
BOOSTED = {"HX-Request": "true", "HX-Request-Type": "full", "HX-Boosted": "true"}


@pytest.mark.parametrize(
    ("headers", "whole"),
    [({}, True), (BOOSTED, True), ({"HX-History-Restore-Request": "true"}, True), (PARTIAL, False)],
)
def test_only_a_swap_gets_a_part(request_of, headers, whole):
    request = request_of(**headers)
    assert swaps(request) is not whole
    assert partial(request, "a.html", "row") == ("a.html" if whole else "a.html#row")


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (lambda r: errors.bad_request(r, ValueError()), 400),
        (lambda r: errors.permission_denied(r, PermissionError()), 403),
        (errors.csrf_failure, 403),
        (lambda r: errors.page_not_found(r, Http404()), 404),
        (lambda r: errors.conflict(r, "mine", "theirs"), 409),
        (errors.too_many, 429),
        (errors.server_error, 500),
    ],
)
def test_error_pages(request_of, view, status):
    response = view(request_of())
    html = response.content.decode()
    assert response.status_code == status
    assert html.count("<h1") == 1
    assert " style=" not in html
    assert "<style" not in html


def test_conflict_shows_both_texts(request_of):
    html = errors.conflict(request_of(), "my <b>text", "what stands").content.decode()
    assert "my &lt;b&gt;text" in html
    assert "what stands" in html


def test_server_error_needs_nothing(request_of):
    """No database (this test has none), no context processors, no person."""
    assert b"our fault" in errors.server_error(RequestFactory().get("/")).content


def refuse(error: Exception, request):
    return RefusalMiddleware(lambda r: HttpResponse()).process_exception(request, error)


@pytest.mark.parametrize(
    ("error", "status"),
    [(NotPermitted("x"), 403), (IllegalTransition("x"), 409), (Conflict("x"), 409), (LimitReached("x"), 429)],
)
def test_refusal_is_a_page(request_of, error, status):
    response = refuse(error, request_of())
    assert response.status_code == status
    assert b"<html" in response.content
    assert b'data-refusal="x"' in response.content


def test_refusal_is_a_note_for_a_swap(request_of):
    response = refuse(Conflict("changed"), request_of(**PARTIAL))
    assert response.status_code == 409
    assert b"<html" not in response.content
    assert b'role="alert"' in response.content


def test_other_errors_pass(request_of):
    assert refuse(ValueError(), request_of()) is None


@pytest.mark.parametrize(
    ("referer", "back"),
    [("http://testserver/hosting/", "http://testserver/hosting/"), ("https://evil.example/", "/"), ("", "/")],
)
def test_way_back_is_ours(request_of, referer, back):
    html = refuse(Conflict("x"), request_of(Referer=referer)).content.decode()
    assert f'href="{back}">See how it stands now' in html


def test_a_code_may_have_its_sentence(monkeypatch):
    monkeypatch.setattr(reasons, "_SENTENCES", {})
    reasons.say({"too_late": "Open until %(day)s."})
    assert reasons.reason(Conflict("too_late", day="Friday")) == "Open until Friday."
    assert reasons.reason(Conflict("other")).startswith("This changed since")
    assert reasons.reason(Refusal("other")) == "This is not possible right now."


def test_pages_say_that_one_address_has_two_bodies(request_of):
    request = request_of()
    request.session = type("Session", (), {"session_key": "k"})()
    response = PrivatePagesMiddleware(lambda r: HttpResponse("x"))(request)
    assert response["Vary"] == "HX-Request, HX-Request-Type"
    assert response["Cache-Control"] == "private, no-store"


def test_a_page_is_private_unless_it_says_otherwise(request_of):
    request = request_of()
    request.session = type("Session", (), {"session_key": None})()
    assert PrivatePagesMiddleware(lambda r: HttpResponse("x"))(request)["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("steward", [False, True])
def test_every_link_of_the_bar_and_the_footer_has_an_address(request_of, steward):
    """A link without an address is left out, so that a broken name would only show as a gap."""
    request = request_of()
    assert len(bar(request)) == 3
    assert len(footer()) == 10
    request.user = Person(email="x@example.org", is_steward=steward)
    assert len(bar(request)) == 3 + steward


def test_page_without_a_match_has_no_section(request_of):
    assert section_of(request_of()) == ""


def test_a_visit_to_the_address_of_a_form_is_led_on(cast, client):
    """A restored tab asks with GET for what was posted: 405, and a page that leads on."""
    address = reverse("people:away_add")
    client.force_login(cast.sam)
    answer = client.get(address, headers={"referer": "http://testserver/settings/"})
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert 'href="http://testserver/settings/"' in answer.content.decode()
    assert reverse("people:home") in answer.content.decode()
    assert client.put(address).content == b""


@pytest.mark.django_db
def test_a_name_that_is_not_ours_is_refused_and_never_printed(client):
    """The page prints its own address: that of the site, whatever name it was asked by."""
    refused = client.get("/", headers={"host": "evil.example"})
    assert (refused.status_code, b"evil.example" in refused.content) == (400, False)
    page = client.get("/projects/?q=bread", headers={"host": "127.0.0.1"}).content.decode()
    assert f"{settings.SITE_URL}/projects/?q=bread</p>" in page

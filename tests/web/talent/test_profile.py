"""The page of one's own profile."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.talent.actions import save_profile
from firstfoot.market.talent.queries import profile_of
from tests.factories.applications import make_profile

URL = reverse("talent:profile")
TYPED = {
    "headline": "Geographer",
    "about": "I count things.",
    "skills": "Research,  Spread  sheets, Research",
    "hours_a_week": "10",
    "wants": "How shops decide",
    "studies": "UCL",
    "city": "Porto",
    "links": "https://example.org/a\n\nhttps://example.org/b",
}


@pytest.fixture
def sam(cast, client):
    client.force_login(cast.sam)
    return cast.sam


def test_signed_in_only(client, db):
    assert client.get(URL).status_code == 302


def test_the_first_visit_writes_nothing(sam, client):
    assert client.get(URL).status_code == 200
    assert profile_of(sam) is None


def test_saving_and_coming_back(sam, client):
    answer = client.post(URL, TYPED)

    found = profile_of(sam)
    assert (answer.status_code, answer.url) == (302, URL)
    assert (found.skills, found.links, found.hours_a_week) == (
        ["Research", "Spread sheets"], ["https://example.org/a", "https://example.org/b"], 10,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", ""),
        ("links", "not a link"),
        ("skills", ", ".join(f"s{n}" for n in range(13))),
        ("hours_a_week", "99"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_kept(sam, client, field, value):
    answer = client.post(URL, {**TYPED, field: value})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert "I count things." in answer.content.decode()


def test_a_stale_page_shows_both_texts(sam, client):
    first = make_profile(sam)
    save_profile(actor=sam, headline="From the phone")

    answer = client.post(URL, {**TYPED, "seen": first.version})

    assert answer.status_code == 409
    assert "From the phone" in answer.content.decode()
    assert "I count things." in answer.content.decode()


def test_it_leads_back_to_the_application(sam, client):
    onward = "/talent/apply/abc/"

    assert client.post(URL, {**TYPED, "next": onward}).url == onward


def test_it_leads_nowhere_else(sam, client):
    assert client.post(URL, {**TYPED, "next": "https://evil.example/talent/apply/"}).url == URL

"""The page of a person, as a visitor, a machine and a message see it."""

from __future__ import annotations

import io
import json
import re

import pytest
from django.urls import reverse
from PIL import Image

from firstfoot.proof.credentials.actions import ask_for_credential, share_credential
from firstfoot.proof.portfolio.actions import save_page, take_down_page
from tests.factories.engagements import make_completed
from tests.factories.portfolio import TEXT, ask, make_page, show

PAGE, CARD = "/people/sam/", "/people/sam/card.png"


@pytest.fixture
def page(cast):
    show(ask(make_completed(cast)))
    return make_page(cast.sam, "sam")


def test_it_shows_the_work_with_figures_and_skills(client, cast, page):
    response = client.get(PAGE)
    text = response.content.decode()
    for words in (cast.sam.name, page.headline, TEXT["title"], "Brindle Bakery", "finished project"):
        assert words in text
    assert [proof.skill for proof in response.context["proofs"]]


def test_machines_read_it_as_a_profile(client, cast, page):
    found = re.search(r'<script type="application/ld\+json">(.+?)</script>', client.get(PAGE).content.decode())
    data = json.loads(found.group(1))
    assert (data["@type"], data["mainEntity"]["name"]) == ("ProfilePage", cast.sam.name)


def test_search_engines_keep_it_only_when_asked(client, cast, page):
    assert (client.get(PAGE)["X-Robots-Tag"], 'content="noindex"' in client.get(PAGE).content.decode()) == (
        "noindex", True,
    )  # fmt: skip
    listed = reverse("public:sitemap_of", args=["people"])
    assert PAGE not in client.get(listed).content.decode()
    save_page(actor=cast.sam, slug="sam", headline="", about="", is_findable=True)
    assert not client.get(PAGE).has_header("X-Robots-Tag")
    assert PAGE in client.get(listed).content.decode()


def test_the_picture_is_drawn_here_and_holds_no_words_but_those_seen(client, page):
    response = client.get(CARD)
    drawn = Image.open(io.BytesIO(response.content))
    assert (response["Content-Type"], drawn.size, drawn.info.get("Title")) == ("image/png", (1200, 630), None)


def test_taken_down_everything_is_gone_at_once(client, cast, page):
    assert {client.get(path).status_code for path in (PAGE, CARD)} == {200}
    take_down_page(page_id=page.pk, actor=cast.sam)
    assert {client.get(path).status_code for path in (PAGE, CARD)} == {404}
    assert client.get(PAGE).has_header("Cache-Control")


def test_no_cache_keeps_it(client, page):
    assert {client.get(path)["Cache-Control"] for path in (PAGE, CARD)} == {"no-store"}


def test_credentials_that_are_shown_stand_on_it_until_it_is_taken_down(client, cast, page):
    engagement = make_completed(cast)
    credential = ask_for_credential(engagement_id=engagement.pk, actor=cast.sam)
    address = reverse("public:credential", args=[credential.public_id])
    assert address not in client.get(PAGE).content.decode()
    share_credential(credential_id=credential.pk, shared=True, actor=cast.sam)
    assert address in client.get(PAGE).content.decode()
    take_down_page(page_id=page.pk, actor=cast.sam)
    credential.refresh_from_db()
    assert credential.shared_at is None

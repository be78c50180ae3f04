"""The front page and the pages that say the same to everyone."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.projects.starters import all_starters
from tests.factories.projects import make_open_project

NAMES = ("for_hosts", "how_it_works", "example", "starters", "terms", "privacy", "help")


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_opens_to_all_and_is_kept(client, name, django_assert_num_queries):
    url = reverse(f"public:{name}")
    with django_assert_num_queries(0):
        response = client.get(url)
    assert response.status_code == 200
    assert not response.cookies
    assert client.get(url, headers={"If-None-Match": response["ETag"]}).status_code == 304
    assert client.post(url).status_code == 405


@pytest.mark.django_db
def test_each_template_can_be_read(client):
    for starter in all_starters():
        page = client.get(reverse("public:starter", args=[starter.code])).content.decode()
        assert starter.brief.title in page
    assert client.get(reverse("public:starter", args=["none-such"])).status_code == 404


def test_the_front_page_shows_the_newest(cast, client, settings):
    settings.DEMO = False
    make_open_project(cast)
    response = client.get(reverse("public:home"))
    page = response.content.decode()
    assert "Compare five local bakeries" in page
    assert reverse("public:example") in page
    assert "Walk in as host" not in page
    assert not response.cookies


@pytest.mark.django_db
def test_a_demo_lets_one_walk_in(client, settings):
    settings.DEMO = True
    page = client.get(reverse("public:home")).content.decode()
    for role in ("host", "intern", "supervisor"):
        assert f'action="{reverse("people:walk_in", args=[role])}"' in page


@pytest.mark.django_db
def test_templates_are_found_by_words(client):
    page = client.get(reverse("public:starters"), {"q": "website"})
    assert len(page.context["starters"]) == 1

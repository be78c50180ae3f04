"""The front page and the pages that say the same to everyone."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils.html import escape

from firstfoot.market.projects.starters import all_starters
from tests.factories.projects import make_open_project

NAMES = ("for_hosts", "how_it_works", "playbook", "example", "starters", "terms", "privacy", "help")


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
        assert escape(starter.brief.title) in page
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
    url = reverse("public:starters")

    def found(**asked) -> list[str]:
        return [starter.code for starter in client.get(url, asked).context["starters"]]

    assert found(q="instagram")[0] == "social_media_calendar"
    assert found(category="sustainability") == ["carbon_baseline"]
    assert found(q="logo", category="design") == ["brand_guide"]
    assert found(all="1") == [starter.code for starter in all_starters()]
    nothing = client.get(url, {"q": "zeppelin"}).content.decode()
    assert "0 templates for “zeppelin”" in nothing
    assert "No template has these words" in nothing


@pytest.mark.django_db
def test_a_visit_shows_one_template_of_a_kind_and_the_way_to_all(client):
    page = client.get(reverse("public:starters"))
    kinds = [starter.category for starter in page.context["starters"]]
    assert len(kinds) == len(set(kinds)) == 12
    assert page.context["more_url"] in page.content.decode()
    assert len(client.get(page.context["more_url"]).context["starters"]) == len(all_starters())


@pytest.mark.django_db
def test_a_template_says_hours_pay_and_what_is_left_to_say(client):
    card = client.get(reverse("public:starters"), {"q": "logo"}).content.decode()
    assert "20 to 35 hours over 4 weeks" in card
    assert "$616 suggested for 28 hours" in card
    page = client.get(reverse("public:starter", args=["brand_guide"])).content.decode()
    assert "Work like this takes 20 to 35 hours." in page
    assert "What only you know" in page


@pytest.mark.django_db
def test_a_search_while_typing_swaps_the_results_alone(client):
    partial = {"HX-Request": "true", "HX-Request-Type": "partial"}
    part = client.get(reverse("public:starters"), {"q": "logo"}, headers=partial).content.decode()
    assert part.startswith('<section id="results"')
    assert "<html" not in part

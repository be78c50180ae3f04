"""Search on the page: best match, what was meant by a mistyped word, counts beside the filters."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.vocabulary.actions import make_skill
from tests.factories.projects import make_open_project, make_other_open_project

URL = reverse("public:projects")


@pytest.fixture
def three(cast):
    """Two of Brindle Bakery, one of Vale Instruments."""
    make_open_project(cast, title="A map of flour mills", category="research", skills=("SQL",), hours=8)
    make_open_project(cast, title="Posters", outcome="Posters for mills.", skills=("Figma", "SQL"), language="de")
    make_other_open_project(cast, title="Mill and grist", workplace="on_site", place="Leeds", pay_minor=90_000, seats=3)


def offered(client, query: str, name: str) -> list[tuple[str, str]]:
    form = client.get(URL + query).context["filters"]
    return [(code, str(label)) for code, label in form.fields[name].widget.choices if code]


def titles(response) -> list[str]:
    return [row.title for row in response.context["stretch"]]


def test_best_match_begins_with_titles_and_goes_on_after_a_row(client, three, monkeypatch):
    monkeypatch.setattr("firstfoot.web.public.finding.PAGE", 1)
    first = client.get(URL + "?q=mills&sort=best")
    second = client.get(URL + first.context["stretch"].later)
    assert (titles(first), titles(second)) == (["A map of flour mills"], ["Posters"])
    assert titles(client.get(URL + second.context["stretch"].earlier)) == ["A map of flour mills"]


def test_a_mistyped_word_shows_what_was_meant_and_says_so(client, three):
    response = client.get(URL + "?q=fluor&sort=best")
    page = response.content.decode()

    assert titles(response) == ["A map of flour mills"]
    assert "Showing results for “flour”." in page
    assert '<a href="?q=fluor&amp;sort=best&amp;exact=1">Search for “fluor” instead</a>' in page
    assert titles(client.get(URL + "?q=fluor&exact=1")) == []


def test_little_found_offers_the_known_word(cast, client, three):
    make_open_project(cast, title="About us", problem="We know the gristt of it.")
    response = client.get(URL + "?q=gristt")
    assert titles(response) == ["About us"]
    assert 'Did you mean <a href="?q=grist">grist</a>?' in response.content.decode()


def test_each_choice_says_how_many_it_would_leave(client, three):
    assert offered(client, "", "category") == [("strategy", "Strategy (2)"), ("research", "Research (1)")]
    assert offered(client, "", "skill")[:2] == [("google-sheets", "Google Sheets (3)"), ("sql", "SQL (2)")]
    assert offered(client, "", "hours") == [("10", "Up to 10 hours (1)"), ("20", "11 to 20 hours (2)")]
    assert offered(client, "", "weeks") == [("2", "Up to 2 weeks (3)")]
    assert offered(client, "", "workplace") == [("remote", "Remote (2)"), ("on_site", "On site (1)")]
    assert offered(client, "", "start") == [("month", "Within a month (3)")]
    assert offered(client, "", "language") == [("de", "German (1)")]
    assert offered(client, "", "seats") == [("1", "One (2)"), ("2", "2 to 4 (1)")]
    page = client.get(URL).content.decode()
    assert '<option value="Leeds">Leeds (1)</option>' in page
    assert '<option value="500">500 (1)</option>' in page


def test_a_filter_in_force_counts_as_if_it_were_not(client, three):
    query = "?category=research"
    assert offered(client, query, "category") == [("strategy", "Strategy (2)"), ("research", "Research (1)")]
    assert offered(client, query, "workplace") == [("remote", "Remote (1)")]
    assert offered(client, query + "&workplace=on_site", "workplace") == [
        ("remote", "Remote (1)"),
        ("on_site", "On site (0)"),
    ]
    assert offered(client, "?q=grist", "category") == [("strategy", "Strategy (1)")]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?skill=sql", ["Posters", "A map of flour mills"]), ("?skill=sql&hours=10", ["A map of flour mills"]),
        ("?weeks=2&seats=2", ["Mill and grist"]), ("?weeks=8", []), ("?language=de", ["Posters"]),
        ("?start=2weeks", []), ("?start=month&seats=2", ["Mill and grist"]), ("?start=later", []),
        ("?q=%F0%9F%8D%9E", []), ("?q=%F0%9F%8D%9E&sort=best", []), ("?q=%25&category=research", []),
        ("?overlap=6&zone=Nowhere/Here&seats=2", ["Mill and grist"]),
        ("?skill=no-such&language=xx&start=x&seats=9&weeks=x&pay=800", ["Mill and grist"]),
    ],
)  # fmt: skip
def test_filters(client, three, query, found):
    assert titles(client.get(URL + query)) == found


def test_working_hours_in_common_are_those_with_the_reader_or_the_zone_they_name(cast, client):
    make_open_project(cast, title="Berlin", time_zone="Europe/Berlin")
    make_open_project(cast, title="Denver", time_zone="America/Denver")
    assert titles(client.get(URL + "?overlap=6&zone=Europe/Athens")) == ["Berlin"]
    assert titles(client.get(URL + "?overlap=2&zone=America/New_York")) == ["Denver", "Berlin"]
    assert titles(client.get(URL + "?overlap=4")) == ["Berlin"]
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(time_zone="America/Phoenix")
    client.force_login(cast.sam)
    response = client.get(URL + "?overlap=6")
    assert titles(response) == ["Denver"]
    assert [chip.label for chip in response.context["chips"]] == ["6 working hours or more in common with Phoenix"]
    page = client.get(reverse("public:project", args=[response.context["stretch"].rows[0].public_id])).content.decode()
    assert "of 8 working hours overlap with yours" in page


def test_a_swap_brings_the_counts_along(client, three):
    swap = client.get(URL + "?q=grist", headers={"HX-Request": "true", "HX-Request-Type": "partial"}).content.decode()
    assert swap.count('<hx-partial hx-target="#narrow" hx-swap="innerMorph">') == 1
    assert "Strategy (1)" in swap
    assert "<hx-partial" not in client.get(URL).content.decode()


@pytest.mark.parametrize("count", [3, 20])
def test_a_search_with_filters_costs_the_same_however_long(cast, client, count, django_assert_num_queries):
    for n in range(count):
        make_open_project(cast, title=f"Project number {n}")
    with django_assert_num_queries(4):  # two versions, counts, page
        client.get(URL + "?q=number&category=strategy&skill=google-sheets&pay=100&sort=best")
    with django_assert_num_queries(8):  # two versions, counts, known words, pieces, near words, their counts, page
        client.get(URL + "?q=nmuber")


def test_a_skill_that_stewards_added_is_offered_by_its_name(cast, client):
    skill = make_skill(words="Basket weaving", actor=cast.stella)
    make_open_project(cast, title="Weave a chair", skills=("Basket weaving", "SQL"), tools=())

    page = client.get(reverse("public:projects"), {"skill": skill.code}).content.decode()

    assert "Basket weaving (1)" in page
    assert "Weave a chair" in page

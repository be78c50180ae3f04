"""The list of open projects: search, filters, pages, what visitors' browsers may keep."""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.urls import reverse

from firstfoot.market.organizations.actions import describe_organization
from firstfoot.web.public.cards import cards_of
from tests.factories.projects import make_draft, make_open_project, make_other_open_project

URL = reverse("public:projects")
PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}


def test_lists_what_is_open(cast, client):
    make_open_project(cast, title="A map of flour mills")
    make_draft(cast, title="A secret draft")

    page = client.get(URL).content.decode()

    assert "A map of flour mills" in page
    assert "$480" in page
    assert "$24 an hour" in page
    assert "1 open project" in page
    assert "A secret draft" not in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?q=mills", 1), ("?q=MÍLLS", 1), ("?q=nothing", 0), ("?category=strategy", 2), ("?category=web", 0),
        ("?hours=20&pay=400", 2), ("?hours=10", 0), ("?pay=abc&page=99&category=zzz&workplace=1", 2),
        ("?place=leeds", 2),
        ("?workplace=remote&currency=USD&sort=soon", 2), ("?q=%00", 2),
    ],
)  # fmt: skip
def test_narrows_and_shrugs_at_nonsense(cast, client, query, count):
    make_open_project(cast, title="A map of flour mills")
    make_other_open_project(cast)
    response = client.get(URL + query)
    assert (response.status_code, response.context["total"]) == (200, count)


def test_a_chip_takes_its_filter_away(cast, client):
    make_open_project(cast)
    chips = client.get(f"{URL}?q=mills&category=web&pay=300&currency=USD").context["chips"]
    assert [(chip.label, chip.query) for chip in chips] == [
        ("“mills”", "?category=web&pay=300&currency=USD"),
        ("Web", "?q=mills&pay=300&currency=USD"),
        ("300 USD or more", "?q=mills&category=web"),
    ]


def test_a_swap_gets_the_results_only(cast, client):
    make_open_project(cast)
    response = client.get(f"{URL}?q=bakeries&category=", headers=PARTIAL)
    assert response.content.decode().lstrip().startswith('<section id="results"')
    assert response["HX-Push-Url"] == f"{URL}?q=bakeries"


def test_a_boosted_link_gets_the_whole_page(cast, client):
    response = client.get(URL, headers={"HX-Request": "true", "HX-Request-Type": "full"})
    assert "<!doctype html>" in response.content.decode().lower()


def test_pages(cast, client):
    for n in range(19):
        make_open_project(cast, title=f"Project number {n}")
    assert len(client.get(URL).context["cards"]) == 18
    first = client.get(URL).context
    second = client.get(URL + first["stretch"].later).context
    assert len(second["cards"]) == 1
    assert not set(second["cards"]) & set(first["cards"])
    assert client.get(URL + second["stretch"].earlier).context["cards"] == first["cards"]


@pytest.mark.parametrize("count", [1, 20])
def test_costs_the_same_however_long(cast, client, count, django_assert_num_queries):
    for n in range(count):
        make_open_project(cast, title=f"Project number {n}")
    caches["cards"].clear()
    with django_assert_num_queries(4):  # two versions, counts, page
        client.get(URL)
    with django_assert_num_queries(3):  # counts are kept for each version
        client.get(URL)


def test_a_card_is_kept_until_the_project_or_its_host_changes(cast, django_assert_num_queries):
    project = make_open_project(cast)
    first = cards_of([project])
    project.title = "Not looked at"
    assert cards_of([project]) == first

    describe_organization(organization_id=cast.acme.pk, seen=None, actor=cast.hana, name="Brindle & Daughters")
    project.organization.refresh_from_db()
    assert "Brindle &amp; Daughters" in cards_of([project])[0]


def test_a_visitor_gets_no_cookie_and_no_token(cast, client):
    make_open_project(cast)
    response = client.get(URL)
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()

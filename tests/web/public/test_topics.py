"""The page of a kind of work and of a skill."""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.urls import reverse

from firstfoot.market.projects.actions import pause_project
from tests.factories.projects import make_closed_project, make_open_project, make_other_open_project

SQL = reverse("public:skill", args=["sql"])


def test_a_skill_says_what_lies_near_it_and_lists_what_asks_for_it(cast, client):
    first = make_open_project(cast, title="Figures", skills=("SQL",), category="data")
    make_open_project(cast, title="Posters", skills=("Figma",))
    make_closed_project(cast, title="Over", skills=("SQL",))
    second = make_other_open_project(cast, title="Reports", tools=("Postgres", "SQL"))

    response = client.get(SQL)
    page = response.content.decode()

    assert [row.pk for row in response.context["stretch"]] == [second.pk, first.pk]
    assert "2 open projects" in page
    assert 'href="/projects/feed.atom?skill=sql"' in page
    assert 'href="/projects/with/databases/">Databases</a>' in page
    assert response.context["kinds"] == [("Data", "/projects/in/data/"), ("Strategy", "/projects/in/strategy/")]
    assert "noindex" not in page
    assert client.get(SQL, headers={"if-none-match": response["ETag"]}).status_code == 304


def test_no_skill_stands_there_twice(db, client):
    page = client.get(reverse("public:skill", args=["spreadsheets"])).content.decode()

    assert page.count(">Google Sheets</a>") == 1


def test_it_goes_on_after_a_row_even_when_that_has_left_the_list(cast, client, monkeypatch):
    monkeypatch.setattr("firstfoot.web.public.views.topics.PAGE", 1)
    made = [make_open_project(cast, title=title, skills=("SQL", "Figma")) for title in ("One", "Two", "Three")]

    def after(project) -> list[str]:
        return [row.title for row in client.get(f"{SQL}?after={project.public_id}").context["stretch"]]

    assert [after(project) for project in made] == [[], ["One"], ["Two"]]
    pause_project(project_id=made[2].pk, actor=cast.hana)
    assert after(made[2]) == ["Two"]


def test_a_kind_of_work_has_its_skills_and_templates(cast, client):
    make_open_project(cast, skills=("SQL",), tools=())
    response = client.get(reverse("public:category", args=["strategy"]))
    assert (response.context["total"], response.context["near"]) == (1, [("SQL", "/projects/with/sql/")])
    assert {starter.category for starter in response.context["starters"]} == {"strategy"}


@pytest.mark.django_db
def test_an_empty_one_is_for_people_alone(client):
    page = client.get(reverse("public:skill", args=["postgresql"])).content.decode()
    assert '<meta name="robots" content="noindex">' in page
    assert "No open project asks for PostgreSQL right now." in page


@pytest.mark.parametrize("path", ["/projects/in/welding/", "/projects/with/basket-weaving/"])
@pytest.mark.django_db
def test_an_unknown_one_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("count", [1, 20])
def test_costs_the_same_however_long(cast, client, count, django_assert_num_queries):
    for n in range(count):
        make_open_project(cast, title=f"Number {n}")
    caches["cards"].clear()
    with django_assert_num_queries(4):  # two versions, counts, page
        client.get(reverse("public:skill", args=["google-sheets"]))

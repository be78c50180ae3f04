"""The public page of one project, and that of its host."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.organizations.actions import suspend_organization
from firstfoot.market.projects.queries import current_brief
from firstfoot.market.projects.seats import hold_seat, take_held_seat
from tests.factories.projects import (
    make_closed_project,
    make_draft,
    make_open_project,
    make_other_open_project,
    make_paused_project,
)


def url_of(project) -> str:
    return reverse("public:project", args=[project.public_id])


def test_says_all_that_the_brief_says(cast, client):
    page = client.get(url_of(make_open_project(cast))).content.decode()
    for text in (
        "Compare five local bakeries that deliver", "$480", "$24 an hour", "20 hours", "over 2 weeks", "Hugo Marsh",
        "2 hours a week for you", "Talking to our customers", "Two-page recommendation", "(welcome, not required)",
        "Our order figures of the last three months", "Meet two people besides your supervisor", "Google Sheets",
        "AI tools may be used, and the intern says where", "The whole work may be shown", "A second project in spring",
        "Which local shop do you admire", "Nobody applied yet. Apply today and Brindle Bakery answers by", "Apply by",
    ):  # fmt: skip
        assert text in page, text


def test_a_known_skill_is_shown_by_its_name_and_any_other_word_as_it_is(cast, client):
    project = make_open_project(cast, skills=("javascript", "postgres", "Knots"))
    page = client.get(url_of(project)).content.decode()
    assert [f">{word}</span>" in page for word in ("JavaScript", "postgres", "Knots")] == [True] * 3
    assert current_brief(project).skills == ("javascript", "postgres", "Knots")


def test_a_visitor_may_apply(cast, client):
    project = make_open_project(cast)
    assert reverse("talent:apply", args=[project.public_id]) in client.get(url_of(project)).content.decode()


@pytest.mark.parametrize(("make", "text"), [(make_paused_project, "Paused"), (make_closed_project, "Closed")])
def test_what_is_not_open_takes_no_applications(cast, client, make, text):
    project = make(cast)
    page = client.get(url_of(project)).content.decode()
    assert text in page
    assert reverse("talent:apply", args=[project.public_id]) not in page


def test_a_filled_project_says_so(cast, client):
    project = make_open_project(cast)
    hold_seat(project, cast.hana)
    take_held_seat(project, cast.hana)
    assert "Every seat is taken." in client.get(url_of(project)).content.decode()


@pytest.mark.parametrize(
    ("visibility", "statuses"),
    [("public", (200, 200, 200)), ("link", (200, 200, 200)), ("invited", (404, 404, 200))],
)
def test_who_may_read_it(cast, client, visibility, statuses):
    url = url_of(make_open_project(cast, visibility=visibility))
    found = [client.get(url).status_code]
    for person in (cast.otto, cast.hugo):
        client.force_login(person)
        found.append(client.get(url).status_code)
    assert tuple(found) == statuses


def test_a_draft_and_a_suspended_host_are_not_public(cast, client):
    draft, project = make_draft(cast), make_open_project(cast)
    assert client.get(url_of(draft)).status_code == 404
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="x")
    assert client.get(url_of(project)).status_code == 404
    assert client.get(reverse("public:organization", args=[cast.acme.public_id])).status_code == 404


def test_only_by_its_address_means_no_robots(cast, client):
    assert "noindex" in client.get(url_of(make_open_project(cast, visibility="link"))).content.decode()


def test_its_own_people_manage_it(cast, client):
    project = make_open_project(cast)
    client.force_login(cast.hugo)
    page = client.get(url_of(project)).content.decode()
    assert reverse("hosts:project", args=[project.public_id]) in page
    assert reverse("talent:apply", args=[project.public_id]) not in page


@pytest.mark.parametrize("count", [1, 20])
def test_costs_the_same_beside_many_others(cast, client, count, django_assert_max_num_queries):
    project = make_open_project(cast)
    for n in range(count):
        make_other_open_project(cast, title=f"Other {n}", category="web")
    with django_assert_max_num_queries(12):
        first = client.get(url_of(project))
    with django_assert_max_num_queries(10):
        second = client.get(url_of(project))
    assert f"Other {count - 1}" in (page := second.content.decode())
    assert page == first.content.decode()


def test_text_of_a_host_is_text(cast, client):
    page = client.get(url_of(make_open_project(cast, problem="<script>alert(1)</script>"))).content.decode()
    assert "<script>alert(1)" not in page


def test_the_host_says_how_work_feels(cast, client):
    make_open_project(cast)
    page = client.get(reverse("public:organization", args=[cast.acme.public_id])).content.decode()
    assert "How work feels here" in page
    assert "Early, warm, calm." in page
    assert "Compare five local bakeries" in page
    assert "answered in time" not in page


@pytest.mark.parametrize(("answered", "silent", "text"), [(1, 1, None), (2, 1, "67 %"), (9, 0, "100 %")])
def test_the_answer_rate_needs_three(cast, client, answered, silent, text):
    cast.acme.answered_count, cast.acme.silent_count = answered, silent
    cast.acme.save()
    page = client.get(reverse("public:organization", args=[cast.acme.public_id])).content.decode()
    assert ("of applicants answered in time" in page) is (text is not None)
    assert text is None or text in page

"""The host's page of a project, and its moves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.market.projects.actions import save_draft
from tests.factories.projects import make_closed_project, make_draft, make_open_project, make_paused_project


def url_of(project, name: str = "project") -> str:
    return reverse(f"hosts:{name}", args=[project.public_id])


@pytest.fixture
def host(cast, client):
    client.force_login(cast.hana)
    return client


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (make_draft, "Post the project"), (make_open_project, "Waiting for applications"),
        (make_paused_project, "Resume it when you are ready"), (make_closed_project, "so you may reopen it"),
    ],
)  # fmt: skip
def test_says_whose_move_it_is(cast, host, make, text):
    assert text in host.get(url_of(make(cast))).content.decode()


def test_shows_the_address_to_share_and_the_numbers(cast, host):
    page = host.get(url_of(make_open_project(cast))).content.decode()
    assert "http://localhost:8000/projects/" in page
    assert "wait for your answer" in page
    assert "of 1 seat free" in page


@pytest.mark.parametrize(
    ("who", "status"), [("rita", 200), ("hugo", 200), ("sam", 404), ("otto", 404), ("stella", 404)]
)
def test_who_may_read_it(cast, client, who, status):
    client.force_login(getattr(cast, who))
    assert client.get(url_of(make_open_project(cast))).status_code == status


def test_a_supervisor_reads_without_buttons(cast, client):
    client.force_login(cast.hugo)
    page = client.get(url_of(make_open_project(cast))).content.decode()
    assert "Edit the brief" not in page
    assert "Close the project" not in page


MOVES = [
    ("project_pause", make_open_project, {}, "paused"),
    ("project_resume", make_paused_project, {}, "open"),
    ("project_close", make_open_project, {"reason": "withdrawn"}, "closed"),
    ("project_reopen", make_closed_project, {}, "open"),
]


@pytest.mark.parametrize(("name", "make", "data", "state"), MOVES)
def test_each_move(cast, host, name, make, data, state):
    project = make(cast)
    response = host.post(url_of(project, name), {**data, "seen": project.version})
    project.refresh_from_db()
    assert (response.status_code, response.url, project.state) == (302, url_of(project), state)


@pytest.mark.parametrize(("name", "make", "data", "state"), MOVES)
@pytest.mark.parametrize(("who", "status"), [("hugo", 403), ("sam", 404), ("otto", 404), ("stella", 404)])
def test_who_may_not(cast, client, name, make, data, state, who, status):
    project = make(cast)
    client.force_login(getattr(cast, who))
    assert client.post(url_of(project, name), data).status_code == status


@pytest.mark.parametrize(("name", "make", "data", "state"), MOVES)
def test_what_changed_meanwhile_is_answered_409(cast, host, name, make, data, state):
    project = make(cast)
    assert host.post(url_of(project, name), {**data, "seen": project.version - 1}).status_code == 409


@pytest.mark.parametrize("name", ["project_pause", "project_close", "project_submit", "project_hand_over"])
def test_a_get_changes_nothing(cast, host, name):
    assert host.get(url_of(make_open_project(cast), name)).status_code == 405


def test_closing_needs_a_reason_of_the_list(cast, host):
    project = make_open_project(cast)
    assert host.post(url_of(project, "project_close"), {"reason": "silence"}).status_code == 422


def test_reopening_after_the_last_day_leads_to_the_dates(cast, host):
    project = make_closed_project(cast)
    with clock.at(clock.now() + timedelta(days=20)):
        page = host.post(url_of(project, "project_reopen"))
    assert page.status_code == 409
    assert "#f-apply_by" in page.content.decode()


def test_changes_are_shown_and_published(cast, host):
    project = make_open_project(cast)
    save_draft(project_id=project.pk, changes={"pay_minor": 60000}, actor=cast.hana)
    page = host.get(url_of(project)).content.decode()
    assert "Changes nobody sees yet" in page
    assert "applicants are told" in page

    answer = host.post(url_of(project, "project_publish_changes"), {"seen": 3, "seen_saves": 1}, follow=True)
    project.refresh_from_db()
    assert (project.pay_minor, project.brief_number) == (60000, 2)
    assert "Everyone who applied is told" in answer.content.decode()


def test_nothing_to_publish_is_said(cast, host):
    assert host.post(url_of(make_open_project(cast), "project_publish_changes")).status_code == 409


def test_handing_over(cast, host):
    project = make_open_project(cast)
    data = {"supervisor": cast.cora.public_id, "cover": cast.rita.public_id, "seen": project.version}
    assert host.post(url_of(project, "project_hand_over"), data).status_code == 302
    project.refresh_from_db()
    assert (project.supervisor, project.cover) == (cast.cora, cast.rita)


@pytest.mark.parametrize("people", [("otto", ""), ("cora", "cora")])
def test_only_two_members_take_over(cast, host, people):
    ids = [getattr(cast, name).public_id if name else "" for name in people]
    project = make_open_project(cast)
    answer = host.post(url_of(project, "project_hand_over"), dict(zip(("supervisor", "cover"), ids, strict=True)))
    assert answer.status_code == 422


@pytest.mark.parametrize("make", [make_draft, make_open_project, make_closed_project])
def test_costs_few_queries(cast, host, make, django_assert_max_num_queries):
    project = make(cast)
    with django_assert_max_num_queries(12):
        host.get(url_of(project))


def test_a_closed_project_is_repeated_from_its_page_and_from_the_picking_page(cast, host):
    project = make_closed_project(cast)
    assert "Repeat this project" in host.get(url_of(project)).content.decode()
    new = reverse("hosts:project_new")
    picking = host.get(new, {"q": "bakeries"}).content.decode()
    assert f'action="{url_of(project, "project_repeat")}"' in picking
    assert "From one of your finished projects" not in host.get(new, {"q": "logo"}).content.decode()

    answer = host.post(url_of(project, "project_repeat"), follow=True)

    again = type(project).objects.exclude(pk=project.pk).get()
    assert answer.redirect_chain[0][0] == reverse("hosts:brief_preview", args=[again.public_id])
    assert "Copied into a new draft" in answer.content.decode()


def test_a_running_project_offers_no_repeat_and_refuses_it(cast, host):
    project = make_open_project(cast)
    assert "Repeat this project" not in host.get(url_of(project)).content.decode()
    answer = host.post(url_of(project, "project_repeat"))
    assert answer.status_code == 409
    assert "once it is closed or every seat is taken" in answer.content.decode()

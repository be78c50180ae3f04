"""From a template over six questions to a posted project."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.foundation.accounts.actions import add_away
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import found_organization
from firstfoot.market.projects.actions import start_project
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.starters import all_starters
from tests.insights.test_estimates import finish
from tests.web.hosts.test_builder import questions_url

STARTER = all_starters()[0]


@pytest.fixture
def host(cast, client):
    client.force_login(cast.hana)
    return client


def asked(client, url: str) -> dict:
    """What a browser would post of the page as it stands."""
    form = client.get(url).context["form"]
    return {field.name: field.value() for field in form if field.value() not in (None, "")}


@pytest.mark.parametrize("starter", [starter.code for starter in all_starters()[::14]])
def test_an_owner_posts_from_a_template_in_five_presses(cast, host, starter):
    """A browser presses: a new project, the template, the brief is written, post; and reads it in between."""
    presses = 1
    host.get(reverse("hosts:project_new"))
    picked = host.post(reverse("hosts:project_new"), {"starter": starter})
    assert (presses := presses + 1, picked.url) == (2, questions_url(cast, starter))

    written = host.post(picked.url, asked(host, picked.url))
    project = Project.objects.get()
    assert (presses := presses + 1, written.url) == (3, reverse("hosts:brief_preview", args=[project.public_id]))
    preview = host.get(written.url)
    assert (preview.context["blockers"], preview.context["panel"].first) == ([], None)

    host.post(reverse("hosts:project_submit", args=[project.public_id]), {"seen": 1, "seen_saves": 0})
    project.refresh_from_db()
    assert (presses := presses + 1, project.state, project.starter) == (4, "open", starter)


def test_the_likely_answers(cast, host):
    values = asked(host, questions_url(cast, STARTER.code))
    assert values["audience"] == STARTER.brief.audience
    assert (values["supervisor"], values["size"], values["hourly"]) == (cast.hana.public_id, "usual", 22)
    assert values["cover"] not in {"", cast.hana.public_id}
    assert len(values["at_hand"]) == len(STARTER.brief.inputs)
    assert "place" not in values


def test_the_answers_are_in_the_brief(cast, host):
    url = questions_url(cast, STARTER.code)
    said = {"audience": "Our two founders", "size": "small", "hourly": "25.50", "at_hand": ["0"]}
    host.post(url, {**asked(host, url), **said})

    brief = Project.objects.get().draft_brief
    assert (brief.audience, brief.pay_minor, brief.currency) == ("Our two founders", 2550 * brief.hours, "USD")
    assert brief.hours < STARTER.brief.hours
    assert [row.by_day > 1 for row in brief.inputs] == [False, *([True] * (len(brief.inputs) - 1))]


def test_nothing_is_due_while_the_supervisor_is_away(cast, host):
    url = questions_url(cast, STARTER.code)
    host.post(url, {**asked(host, url), "supervisor": cast.hugo.public_id, "cover": ""})
    free = Project.objects.get().draft_brief
    first = free.start_from + timedelta(days=free.deliverables[0].due_day - 1)
    add_away(person_id=cast.hugo.pk, first_on=first, last_on=first + timedelta(days=2), actor=cast.hugo)

    host.post(url, {**asked(host, url), "supervisor": cast.hugo.public_id, "cover": ""})

    brief = Project.objects.order_by("pk").last().draft_brief
    days = [brief.start_from + timedelta(days=item.due_day - 1) for item in brief.deliverables]
    assert all(not first <= day <= first + timedelta(days=2) for day in days)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"hourly": "3"}, "hourly"), ({"hourly": "22.005"}, "hourly"), ({"needed_by": "2020-01-01"}, "needed_by"),
        ({"audience": ""}, "audience"), ({"size": "huge"}, "size"), ({"supervisor": "otto"}, "supervisor"),
        ({"at_hand": ["99"]}, "at_hand"), ({"cover": "@supervisor"}, "cover"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_at_its_question(cast, host, change, field):
    url = questions_url(cast, STARTER.code)
    values = asked(host, url)
    if change.get("cover"):
        change = {"cover": values["supervisor"]}
    page = host.post(url, {**values, **change})
    assert (page.status_code, set(page.context["form"].errors)) == (422, {field})
    assert not Project.objects.exists()


def test_a_day_that_is_too_soon_is_said(cast, host):
    url = questions_url(cast, STARTER.code)
    soon = clock.today() + timedelta(days=9)
    page = host.post(url, {**asked(host, url), "needed_by": soon.isoformat()}, follow=True)
    assert "the day you named is too soon" in page.content.decode()


def test_a_currency_without_a_floor_asks_for_the_pay(cast, host):
    other = found_organization(name="Otra", actor=cast.hana, currency="PLN", time_zone="Europe/Warsaw")
    url = reverse("hosts:project_questions", args=[other.public_id, STARTER.code])
    values = asked(host, url)
    assert "hourly" not in values
    assert host.post(url, values).status_code == 422
    host.post(url, {**values, "hourly": "90"})
    assert Project.objects.get().draft_brief.pay_minor == 9000 * STARTER.brief.hours


def test_only_its_recruiters_are_asked(cast, client):
    url = questions_url(cast, STARTER.code)
    for who, status in [("rita", 200), ("hugo", 403), ("sam", 404)]:
        client.force_login(getattr(cast, who))
        assert client.get(url).status_code == status
    assert client.get(questions_url(cast, "nothing")).status_code == 404


def test_what_such_projects_took_stands_beside_the_estimate(cast, client):
    finish(cast, 4)
    client.force_login(cast.hana)
    draft = start_project(organization_id=cast.acme.pk, actor=cast.hana, starter="competitor_analysis")
    told = "24 hours where 24 were agreed, in the middle of 4 that are finished"
    questions = reverse("hosts:project_questions", args=[cast.acme.public_id, "competitor_analysis"])
    step = reverse("hosts:brief_step", args=[draft.public_id, "time"])
    for page in (questions, step, reverse("hosts:brief_preview", args=[draft.public_id])):
        assert told in client.get(page).content.decode(), page

"""The host's page of people who agreed to be found: there while the list is on, without a name, and cheap."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.market.applications.models import ProjectInvitation
from firstfoot.market.organizations.actions import suspend_organization
from firstfoot.market.projects.actions import close_project
from firstfoot.market.sourcing.actions import inviting, leave_list, turn_off
from firstfoot.reactions.worker import drain
from tests.cast import enter, join
from tests.factories.sourcing import alias_of, make_asking, make_listed, make_on, show, shown_to

MOST = 12


@pytest.fixture
def project(cast):
    make_on(cast)
    make_listed(cast.sam, city="Kelvington", studies="Ostrander College", headline="I am Sam Okoro")
    return make_asking(cast)


def url(name, project, *args):
    return reverse(f"hosts:{name}", args=[project.public_id, *args])


def test_the_first_look_draws_and_the_next_one_shows_no_name(cast, client, project):
    enter(client, cast.hana)
    first = client.get(url("found_people", project))
    assert b"Draw today" in first.content
    assert client.post(url("found_draw", project)).status_code == 302
    page = client.get(url("found_people", project)).content.decode()
    assert alias_of(project, cast.sam).name in page
    for word in ("Okoro", "Sam ", cast.sam.email, "Kelvington", "Ostrander", cast.sam.public_id):
        assert word not in page
    assert client.get(url("found_people", project), headers={"HX-Request": "true"}).status_code == 200


def test_who_is_found_by_a_narrower_skill_does_not_stand_there_without_a_word(cast, client):
    make_on(cast)
    make_listed(cast.sam, skills=("Deep learning",))
    project = make_asking(cast, skills=("Artificial intelligence",))
    shown_to(project, cast.hana)
    enter(client, cast.hana)
    page = client.get(url("found_people", project)).content.decode()

    assert (alias_of(project, cast.sam).name in page, "Deep learning" in page) == (True, False)
    assert "Names something close to what you ask for" in page


def test_invited_from_the_page_and_said_so_under_the_alias_alone(cast, client, project):
    shown_to(project, cast.hana)
    alias = alias_of(project, cast.sam)
    enter(client, cast.rita)
    assert client.post(url("found_invite", project, alias.public_id)).status_code == 302
    assert ProjectInvitation.objects.get().person == cast.sam
    again = client.post(url("found_invite", project, alias.public_id))
    assert (again.status_code, again.context["refused"]) == (409, "You invited them to this project already.")
    drain()
    read = [client.get(url(name, project)).content.decode() for name in ("found_people", "invite_people", "project")]
    told = [*Notice.objects.filter(recipient__in=[cast.hana, cast.rita]).values_list("title", "body")]
    mailed = [*Mail.objects.filter(recipient__in=[cast.hana, cast.rita]).values_list("subject", "text")]
    assert alias.name in read[1]
    assert not [text for text in [*read, str(told), str(mailed)] if "Okoro" in text or cast.sam.email in text]


def test_too_many_in_a_day_is_said(cast, client, project, monkeypatch):
    monkeypatch.setattr(inviting, "MOST_A_DAY", 0)
    shown_to(project, cast.hana)
    enter(client, cast.hana)
    answer = client.post(url("found_invite", project, alias_of(project, cast.sam).public_id))
    assert answer.status_code == 429


@pytest.mark.parametrize(
    ("who", "status"), [("hugo", 403), ("otto", 404), ("sam", 404), ("stella", 404), ("hana", 200)]
)
def test_who_reads_it(cast, client, project, who, status):
    enter(client, getattr(cast, who))
    assert client.get(url("found_people", project)).status_code == status


def test_it_is_gone_when_turned_off_closed_or_suspended_and_a_person_when_they_leave(cast, client, project):
    shown_to(project, cast.hana)
    alias = alias_of(project, cast.sam)
    enter(client, cast.hana)
    leave_list(actor=cast.sam)
    assert alias.name not in client.get(url("found_people", project)).content.decode()
    assert client.post(url("found_invite", project, alias.public_id)).status_code == 409
    close_project(project_id=project.pk, actor=cast.hana, reason="withdrawn")
    assert client.get(url("found_people", project)).status_code == 409
    other = make_asking(cast)
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="A complaint.")
    assert client.get(url("found_people", other)).status_code == 403
    turn_off(actor=cast.stella, seen=1)
    for name in ("found_people", "found_draw"):
        answer = client.get(url(name, other)) if name == "found_people" else client.post(url(name, other))
        assert answer.status_code == 404


def test_it_costs_the_same_for_one_and_for_thirty(cast, client, project):
    def cost(page):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        return len(queries)

    other = make_asking(cast)
    people = [make_listed(join(f"P{n} Lee")) for n in range(30)]
    show(project, cast.sam)
    show(other, cast.sam, *people)
    enter(client, cast.hana)
    client.get(url("found_people", project))
    few, many = cost(url("found_people", project)), cost(url("found_people", other))
    assert few == many <= MOST
    assert cost(url("invite_people", project)) <= MOST

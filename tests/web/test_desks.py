"""The desks: your moves first, then theirs; empty ones teach; the same cost for one and for many."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from firstfoot.foundation.notifications.models import RefusedAddress
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import invite_member, suspend_organization
from firstfoot.market.projects.actions import close_project
from tests.factories import applications as make_applications
from tests.factories import engagements as make
from tests.factories import projects as make_projects

TALENT, HOSTS = "/talent/", "/hosting/"


@pytest.fixture
def read(client):
    """The page at an address, as one of the cast reads it."""

    def get(person, url):
        client.force_login(person)
        response = client.get(url)
        assert response.status_code == 200
        return response

    return get


@pytest.mark.parametrize(("name", "url"), [("talent:desk", TALENT), ("hosts:desk", HOSTS)])
def test_visitors_sign_in_first(client, db, name, url):
    response = client.get(url)
    assert reverse(name) == url
    assert (response.status_code, response["Location"]) == (302, f"{reverse('account_login')}?next={url}")


@pytest.mark.parametrize("url", [TALENT, HOSTS])
def test_a_desk_takes_no_posts(cast, client, url):
    client.force_login(cast.sam)
    assert client.post(url).status_code == 405


def test_an_empty_talent_desk_teaches(cast, read):
    text = read(cast.paz, TALENT).content.decode()
    assert "How it begins" in text
    assert reverse("public:projects") in text
    assert reverse("talent:profile") in text


def test_an_empty_host_desk_teaches(cast, read):
    text = read(cast.paz, HOSTS).content.decode()
    assert "How hosting begins" in text
    assert reverse("hosts:organization_new") in text


def test_a_host_without_projects_is_asked_for_the_first(cast, read):
    assert "Post your first project" in read(cast.hana, HOSTS).content.decode()


def test_a_supervisor_without_projects_is_not(cast, read):
    text = read(cast.hugo, HOSTS).content.decode()
    assert "The projects you guide will stand here" in text
    assert reverse("hosts:project_new") not in text


def test_your_moves_come_first_then_theirs(cast, read):
    engagement = make.make_engagement(cast)
    make.sign(engagement, cast.hana)

    sam = read(cast.sam, TALENT)
    assert [move.code for move in sam.context["mine"]] == ["agreement.sign"]
    assert [row["engagement"] for row in sam.context["work"]] == [engagement]
    text = sam.content.decode()
    assert text.index("Your moves") < text.index("Your projects")
    assert reverse("work:agreement", args=[engagement.public_id]) in text

    hana = read(cast.hana, HOSTS)
    assert [(move.code, move.who) for move in hana.context["theirs"]] == [("agreement.sign", "Sam Okoro")]


def test_an_offer_is_lifted_to_the_top(cast, read):
    make.make_offer(cast)
    response = read(cast.sam, TALENT)
    assert [move.code for move in response.context["mine"]] == ["offer.answer"]
    assert "Answer the offer" in response.content.decode()


def test_the_door_opens_with_progress(cast, read):
    engagement = make.make_active(cast)
    assert read(cast.sam, TALENT).context["work"][0]["done"] == "35%"
    make.submit(engagement)
    make.accept(engagement)
    assert read(cast.sam, TALENT).context["work"][0]["done"] == "60%"


def test_hosts_read_no_name_before_the_short_list(cast, read):
    project = make_projects.make_open_project(cast)
    make_applications.make_submitted(cast.sam, project, answers=["One"])
    text = read(cast.hana, HOSTS).content.decode()
    assert "Answer 1 applicant" in text
    assert "Okoro" not in text


def test_nothing_of_one_host_shows_at_another(cast, read):
    make.make_engagement(cast)
    make_projects.make_other_open_project(cast)
    assert "Canary" in read(cast.otto, HOSTS).content.decode()
    assert "Canary" not in read(cast.hana, HOSTS).content.decode()
    assert "Brindle" not in read(cast.otto, HOSTS).content.decode()


def test_an_invitation_stands_on_both_desks(cast, read):
    invitation = invite_member(organization_id=cast.acme.pk, email=cast.paz.email, role="supervisor", actor=cast.hana)
    for url in (TALENT, HOSTS):
        assert reverse("people:invitation", args=[invitation.token]) in read(cast.paz, url).content.decode()


def test_a_refused_address_is_shown(cast, read):
    RefusedAddress.objects.create(address=cast.sam.email, reason="550", since=clock.now())
    assert "does not arrive" in read(cast.sam, TALENT).content.decode()
    assert "does not arrive" not in read(cast.hana, HOSTS).content.decode()


def test_a_suspended_host_reads_why_it_has_no_moves(cast, read):
    make.submit(make.make_active(cast))
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="A complaint")
    response = read(cast.hugo, HOSTS)
    assert response.context["mine"] == []
    assert "It makes no new moves for now" in response.content.decode()


@pytest.mark.parametrize(("who", "url"), [("sam", TALENT), ("hana", HOSTS), ("hugo", HOSTS)])
def test_a_desk_costs_the_same_for_one_and_for_twenty(cast, client, who, url):
    person = getattr(cast, who)
    client.force_login(person)

    def world():
        engagement = make.make_active(cast, project=make_projects.make_open_project(cast))
        make.submit(engagement)
        make_applications.make_submitted(cast.sam, make_projects.make_open_project(cast), answers=["One"])

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    world()
    one = cost()
    for _ in range(4):
        world()
    assert cost() == one
    assert one <= 12


def test_a_suspended_host_is_not_asked_to_post(cast, read):
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="Late pay.")
    assert reverse("hosts:project_new") not in read(cast.hana, HOSTS).content.decode()


def test_a_host_reads_what_is_open_then_drafts_then_what_is_closed_and_owes_an_answer(cast, read):
    names = ("make_draft", "make_closed_project", "make_paused_project", "make_open_project")
    draft, _closed, paused, is_open = (getattr(make_projects, name)(cast) for name in names)
    waits = make_applications.make_submitted(cast.sam, make_projects.make_open_project(cast), answers=["Vera's."])
    close_project(project_id=waits.project_id, actor=cast.hana)
    groups = read(cast.hana, HOSTS).context["groups"]
    found = {code: {project for project, _move, _manages in rows} for code, _heading, rows in groups}
    assert list(found) == ["projects", "drafts", "closed"]
    assert found == {"projects": {paused, is_open}, "drafts": {draft}, "closed": {waits.project}}

"""What a browser may keep of the public pages, and when it must be sent again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import describe_organization, suspend_organization
from firstfoot.market.projects.actions import pause_project, reindex_projects
from firstfoot.market.vocabulary.actions import make_skill
from firstfoot.web.public.caching import SETTLED, moment
from tests.factories.projects import make_open_project
from tests.reactions.support import settle

URL = reverse("public:projects")
PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def project(cast):
    return make_open_project(cast)


@pytest.fixture
def later(project):
    """A minute after everything was written."""
    with clock.at(clock.now() + timedelta(minutes=1)):
        yield


def again(client, url=URL, tag="", **headers) -> int:
    """The status of asking again with the tag of the copy at hand."""
    return int(client.get(url, headers={"If-None-Match": tag, **headers}).status_code)


@pytest.fixture
def brief(project):
    return reverse("public:project", args=[project.public_id])


@pytest.mark.parametrize("page", ["list", "brief", "home"])
def test_a_copy_holds_until_something_changes(cast, client, project, brief, later, settings, page):
    settings.DEMO = False
    url = {"list": URL, "brief": brief, "home": "/"}[page]
    tag = client.get(url)["ETag"]
    assert again(client, url, tag) == 304
    assert again(client, url + "?q=x", tag) == 200

    pause_project(project_id=project.pk, actor=cast.hana)
    assert again(client, url, tag) == 200


def test_what_a_host_does_changes_the_list(cast, client, project, later):
    tag = client.get(URL)["ETag"]
    describe_organization(organization_id=cast.acme.pk, seen=None, actor=cast.hana, name="Brindle & Daughters")
    renamed = client.get(URL)["ETag"]
    with clock.at(clock.now() + timedelta(minutes=1)):
        reindex_projects(organization_id=cast.acme.pk)
        found = client.get(URL)["ETag"]
    with clock.at(clock.now() + timedelta(minutes=2)):
        suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="They ask for deposits.")
        hidden = client.get(URL)["ETag"]
    assert len({tag, renamed, found, hidden}) == 4


def test_a_copy_is_for_one_form_token_and_one_kind_of_answer(client, project, later):
    tags = {client.get(URL)["ETag"], client.get(URL, headers=PARTIAL)["ETag"]}
    client.cookies["csrftoken"] = "x" * 32
    tags.add(client.get(URL)["ETag"])
    assert len(tags) == 3


@pytest.mark.parametrize("page", ["list", "brief", "home"])
def test_what_a_person_sees_is_never_kept(cast, client, project, brief, later, settings, page):
    settings.DEMO = False
    url = {"list": URL, "brief": brief, "home": "/"}[page]
    tag = client.get(url)["ETag"]
    client.force_login(cast.sam)
    response = client.get(url, headers={"If-None-Match": tag})
    assert (response.status_code, response["Cache-Control"], "ETag" in response) == (200, "private, no-store", False)


def test_a_page_is_sent_again_once_a_word_of_a_brief_is_read_as_a_skill(cast, client):
    make_open_project(cast, skills=("Basket weaving",))
    settle()
    with clock.at(clock.now() + timedelta(minutes=1)):
        tag = client.get(URL)["ETag"]
    with clock.at(clock.now() + timedelta(minutes=2)):
        make_skill(words="Basket weaving", actor=cast.stella)
        settle()
    with clock.at(clock.now() + timedelta(minutes=3)):
        response = client.get(URL, headers={"If-None-Match": tag})
    assert "own-basket-weaving" in response.content.decode()


def test_a_message_is_shown_once_and_never_kept(cast, client, project, later):
    client.force_login(cast.sam)
    client.cookies["messages"] = "something"
    assert "ETag" not in client.get(URL)


def test_caches_may_keep_what_visitors_see_and_ask_again(client, project, later):
    response = client.get(URL)
    assert response["Cache-Control"] == "no-cache"
    assert {"Cookie", "HX-Request", "HX-Request-Type"} <= set(response["Vary"].split(", "))
    unchanged = client.get(URL, headers={"If-None-Match": response["ETag"]})
    assert (unchanged.status_code, unchanged["Vary"]) == (304, response["Vary"])


def test_a_fresh_change_is_promised_for_seconds_only():
    """Somebody who began to write before it may not have ended yet."""
    change = clock.now()
    with clock.at(change + SETTLED / 2):
        fresh = moment(change, None)
    with clock.at(change + SETTLED * 1.5):
        settled = moment(change)
    with clock.at(change + SETTLED * 9):
        assert moment(None, change) == settled
    assert fresh != settled
    assert moment(None) == "never"

"""Letting hosts find one: offered while the list is on, with a look at oneself, and left with one press."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.applications.actions import invite_to_apply, refuse_project_invitation
from firstfoot.market.sourcing.actions import turn_off
from firstfoot.market.sourcing.queries import is_listed
from tests.factories.applications import make_profile
from tests.factories.sourcing import make_asking, make_on

URL = reverse("talent:be_found")


@pytest.fixture
def sam(cast, client):
    make_profile(cast.sam, skills=["SQL", "Welding"], hours_a_week=11)
    client.force_login(cast.sam)
    return cast.sam


def test_it_is_not_there_while_the_list_is_off(cast, client, sam):
    assert (client.get(URL).status_code, client.post(URL, {"do": "join"}).status_code) == (404, 404)
    assert URL not in client.get(reverse("talent:profile")).content.decode()
    make_on(cast)
    assert URL in client.get(reverse("talent:profile")).content.decode()
    turn_off(actor=cast.stella, seen=1)
    assert client.get(URL).status_code == 404


def test_joined_and_left_with_one_press_each(cast, client, sam):
    make_on(cast)
    page = client.get(URL)
    assert (page.context["is_listed"], next(chip.name for chip in page.context["card"].chips)) == (False, "SQL")
    assert page.context["card"].hours == "10 to 20 hours a week"
    client.post(URL, {"do": "anything else"})
    assert not is_listed(sam)  # nobody is put on it by what was not pressed
    client.post(URL, {"do": "join"})
    assert is_listed(sam)
    client.post(URL, {"do": "leave"})
    assert not is_listed(sam)


def test_who_wants_no_invitations_reads_that_no_list_shows_them(cast, client, sam):
    make_on(cast)
    invited = invite_to_apply(project_id=make_asking(cast).pk, email=sam.email, actor=cast.hana)
    refuse_project_invitation(token=invited.token, wants_no_more=True)
    assert client.get(URL).context["wants_none"]


def test_somebody_without_a_profile_reads_it_too(cast, client):
    make_on(cast)
    client.force_login(cast.paz)
    assert client.get(URL).context["card"].chips == ()

"""Inviting on the host's side, and the page behind the link."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.applications.models import ProjectInvitation
from firstfoot.market.applications.states import ProjectInvitationState
from tests.factories.engagements import make_completed
from tests.factories.projects import make_open_project


@pytest.fixture
def page(cast, client):
    client.force_login(cast.rita)
    return reverse("hosts:invite_people", args=[make_open_project(cast).public_id])


def test_by_mail_with_what_cannot_be_said_at_the_field(client, page):
    assert client.post(page, {"email": "nobody"}).status_code == 422
    assert client.post(page, {"email": "new@example.com"}).status_code == 302
    again = client.post(page, {"email": "new@example.com"})
    assert again.status_code == 409
    assert "You invited them to this project already." in again.content.decode()


def test_somebody_who_worked_here_is_named_without_an_address(cast, client, page):
    make_completed(cast)
    assert "Sam Okoro" in (text := client.get(page).content.decode())
    assert cast.sam.email not in text
    assert client.post(page, {"person": cast.paz.public_id}).status_code == 422
    assert client.post(page, {"person": cast.sam.public_id}).status_code == 302


def test_the_host_reads_the_same_whatever_became_of_it(client, page):
    client.post(page, {"email": "new@example.com"})
    texts = set()
    client.get(page)
    for state in ProjectInvitationState:
        ProjectInvitation.objects.update(state=state)
        texts.add(client.get(page).content.decode().partition('id="invited-h"')[2])
    assert len(texts) == 1
    assert "new@example.com" in texts.pop()


def test_the_link_needs_no_account_and_a_no_is_kept(client, page):
    client.post(page, {"email": "new@example.com"})
    client.logout()
    url = reverse("public:invited", args=[ProjectInvitation.objects.get().token])
    assert "Read the brief and apply" in client.get(url).content.decode()
    assert ProjectInvitation.objects.get().state == "sent"
    assert "You said no thanks" in client.post(url, {"no_more": "1"}, follow=True).content.decode()
    found = ProjectInvitation.objects.get()
    assert (found.state, found.wants_no_more) == ("refused", True)
    assert client.get(reverse("public:invited", args=["no-such-token"])).status_code == 404


@pytest.mark.parametrize(("sent", "is_fault"), [({"email": "no address"}, True), ({"email": "new@example.com"}, False)])
def test_the_title_says_that_something_is_wrong(client, page, sent, is_fault):
    body = client.post(page, sent, follow=True).content.decode()
    assert ("<title>Error: " in body) is is_fault

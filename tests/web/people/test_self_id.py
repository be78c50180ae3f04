"""Two questions for the fairness audit: never read back, replaced, deleted, refused when empty."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.selfid.queries import answers_before
from firstfoot.kernel import clock

URL = reverse("people:self_id")


@pytest.fixture
def sam(cast, client):
    client.force_login(cast.sam)
    return cast.sam


def said(person):
    return answers_before(clock.today() + timedelta(days=1), [person.public_id]).get(person.public_id)


def test_answered_then_only_the_day_is_shown(client, sam):
    facts = Fact.objects.count()
    assert client.post(URL, {"sex": "female", "race": "several"}).url == URL
    page = client.get(URL)
    assert said(sam) == ("female", "several")
    assert page.context["answered_on"] == clock.today()
    assert "checked" not in page.text
    assert client.post(URL, {"race": "undisclosed"}).status_code == 302
    assert said(sam) == ("", "undisclosed")
    assert Fact.objects.count() == facts


def test_deleted_by_one_button(client, sam):
    client.post(URL, {"sex": "male"})
    assert client.post(reverse("people:self_id_forget")).url == URL
    assert said(sam) is None
    assert "You answered on" not in client.get(URL).text


@pytest.mark.parametrize("sent", [{}, {"sex": "", "race": ""}, {"sex": "many"}])
def test_nothing_or_nonsense_is_refused_and_nothing_changes(client, sam, sent):
    client.post(URL, {"sex": "male"})
    assert client.post(URL, sent).status_code == 422
    assert said(sam) == ("male", "")

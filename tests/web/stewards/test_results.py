"""A result that its host left unanswered, as a steward reads and decides it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.work.engagements.models import Deliverable
from tests.factories.engagements import deliverable, make_active, submit


@pytest.fixture
def waiting(cast, client) -> Deliverable:
    with clock.at(clock.now() - timedelta(days=40)):
        engagement = make_active(cast)
        submit(engagement)
    client.force_login(cast.stella)
    return deliverable(engagement)


def url(name: str, thing: Deliverable) -> str:
    return reverse(f"stewards:{name}", args=[thing.public_id])


def test_read_and_accepted_in_the_hosts_place(cast, client, waiting):
    assert waiting.title in client.get(reverse("stewards:desk")).content.decode()
    page = client.get(url("result", waiting))
    assert ("Here is what I found." in page.content.decode(), page.context["may_decide"]) == (True, True)

    sent = {"submission": "1", "reason": "All points are there."}
    assert client.post(url("result_accept", waiting), sent).url == reverse("stewards:desk")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.accepted_by) == ("accepted", cast.stella)
    assert client.get(url("result", waiting)).status_code == 404
    assert client.post(url("result_accept", waiting), sent).status_code == 409, "it was answered meanwhile"
    assert client.post(url("result_accept", waiting), {"submission": "1", "reason": ""}).status_code == 404

    client.force_login(cast.sam)
    shown = client.get(reverse("work:deliverable", args=[waiting.engagement.public_id, 1])).content.decode()
    assert all(words in shown for words in ("A steward accepted it on the record", "All points are there."))


def test_a_reason_is_asked_for_and_the_version_read_is_kept(client, waiting):
    answer = client.post(url("result_accept", waiting), {"submission": "1", "reason": " "})
    assert (answer.status_code, answer.context["form"].errors["reason"]) == (
        422, ["Say why in a sentence or two: both sides read it."],
    )  # fmt: skip
    assert 'name="submission" value="1"' in answer.content.decode()


def test_not_before_the_ten_days_are_over(cast, client, waiting):
    with clock.at(waiting.submitted_at + timedelta(days=11)):  # eleven days hold at most nine business days
        page = client.get(url("result", waiting))
        assert (page.status_code, page.context["may_decide"]) == (200, False)
        sent = {"submission": "1", "reason": "All points are there."}
        assert client.post(url("result_accept", waiting), sent).status_code == 409


def test_the_sides_learn_from_when_on(cast, client, waiting):
    client.force_login(cast.sam)
    with clock.at(waiting.review_by_at + timedelta(days=1)):
        page = client.get(reverse("work:deliverable", args=[waiting.engagement.public_id, 1])).content.decode()
    assert "a steward may accept it on the record" in page

"""The plan on its pages: both sides read it, what is wrong stands at its field, and nothing is overwritten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from firstfoot.foundation.files.models import StoredFile
from firstfoot.work.engagements.actions import add_step
from tests.cast import enter
from tests.factories.engagements import make_active, make_signed
from tests.web.work.test_moves import post
from tests.web.work.test_two_at_once import opened

pytestmark = pytest.mark.once


@pytest.fixture
def engagement(cast):
    return make_signed(cast)


def said(engagement, **changes):
    due = engagement.start_on.isoformat()
    return {"text": "Try the test shop", "side": "intern", "due_on": due, "required": "on", **changes}


def read(client, person, name, engagement, *more):
    enter(client, person)
    return client.get(reverse(f"work:{name}", args=[engagement.public_id, *more])).content.decode()


def test_the_host_adds_a_step_with_a_link_and_a_file_that_the_intern_reads(cast, client, engagement):
    guide = SimpleUploadedFile("guide.pdf", b"%PDF-1.7 a guide")
    fields = said(engagement, link="https://example.org/guide", attachment=guide)
    assert post(client, cast.hugo, "plan", engagement, **fields).status_code == 302
    for name in ("plan", "engagement"):
        page = read(client, cast.sam, name, engagement)
        assert ("Try the test shop" in page, 'href="https://example.org/guide"' in page, "guide.pdf" in page) == (
            True, True, True,
        )  # fmt: skip
    address = reverse("people:file", args=[StoredFile.objects.get().public_id])
    assert b"".join(client.get(address).streaming_content) == b"%PDF-1.7 a guide"
    client.force_login(cast.otto)
    assert client.get(address).status_code == 404


def test_the_intern_adds_a_step_of_their_own_alone(cast, client, engagement):
    assert post(client, cast.sam, "plan", engagement, **said(engagement, side="host")).status_code == 302
    assert engagement.onboarding_steps.get(text="Try the test shop").side == "intern"


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""}, {"text": "pw: kelp"}, {"link": "http://example.org"}, {"link": "javascript:alert(1)"},
        {"due_on": "2999-01-01"}, {"due_on": "2001-01-01"}, {"side": "both"},
    ],
)  # fmt: skip
def test_what_is_wrong_stands_at_its_field_and_keeps_no_file(cast, client, engagement, wrong):
    guide = SimpleUploadedFile("guide.pdf", b"%PDF-1.7 a guide")
    answer = post(client, cast.hugo, "plan", engagement, **said(engagement, attachment=guide, **wrong))
    assert (answer.status_code, "aria-invalid" in answer.content.decode()) == (422, True)
    assert StoredFile.objects.count() == 0


def test_a_step_that_was_changed_meanwhile_shows_both_texts(cast, client, engagement):
    step = add_step(
        engagement_id=engagement.pk, side="host", text="Open an account", due_on=engagement.start_on, required=True,
        actor=cast.hugo,
    )  # fmt: skip
    where, mine = opened(client, cast.hana, "plan_step", engagement.public_id, step.number)
    _, theirs = opened(client, cast.hugo, "plan_step", engagement.public_id, step.number)
    assert client.post(where, {**theirs, "text": "Open two accounts"}).status_code == 302

    client.force_login(cast.hana)
    answer = client.post(where, {**mine, "text": "Open a shop account"})

    assert answer.status_code == 409
    assert [answer.context[key].splitlines()[0] for key in ("mine", "theirs")] == [
        "Open a shop account", "Open two accounts",
    ]  # fmt: skip
    assert engagement.onboarding_steps.get(number=step.number).text == "Open two accounts"


def test_a_step_is_taken_out(cast, client, engagement):
    step = engagement.onboarding_steps.get(side="intern")
    answer = post(client, cast.hugo, "plan_remove", engagement, step.number, seen=step.digest)
    assert (answer.status_code, engagement.onboarding_steps.filter(side="intern").count()) == (302, 0)


def test_as_with_the_last_intern(cast, client, engagement):
    add_step(
        engagement_id=engagement.pk, side="host", text="Print the map", due_on=engagement.start_on - timedelta(days=3),
        required=False, actor=cast.hana,
    )  # fmt: skip
    now = make_signed(cast, person=cast.paz)
    assert "Print the map" in read(client, cast.hana, "plan_last", now)
    number = engagement.onboarding_steps.get(text="Print the map").number
    assert post(client, cast.hana, "plan_last", now, numbers=[number]).status_code == 302
    taken = now.onboarding_steps.get(text="Print the map")
    assert (taken.due_on, taken.required) == (now.start_on - timedelta(days=3), False)
    assert "stands here already" in read(client, cast.hana, "plan_last", now)


def test_at_work_the_plan_is_for_reading(cast, client):
    page = read(client, cast.hugo, "plan", make_active(cast))
    assert ("Plan before the start" in page, "Add step" in page) == (True, False)

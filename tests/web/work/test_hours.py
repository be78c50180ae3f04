"""The page of the log of hours: written by the intern, read by both, and what follows from it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.work.engagements.models import CourseCorrection, Engagement, HoursEntry
from tests.cast import enter
from tests.factories.engagements import accept_all, make_active
from tests.reactions.support import settle
from tests.web.work.test_moves import post

pytestmark = pytest.mark.once


@pytest.fixture
def engagement(cast, client):
    engagement = make_active(cast)
    assert post(client, cast.sam, "hours_keep", engagement).status_code == 302
    return engagement


def entry(**changes):
    return {"key": "a", "day": clock.today().isoformat(), "minutes": "1.5", "what": "Calls", **changes}


def read(client, person, name, engagement, *more):
    enter(client, person)
    return client.get(reverse(f"work:{name}", args=[engagement.public_id, *more])).content.decode()


def test_both_read_what_the_intern_logs(cast, client, engagement):
    post(client, cast.sam, "hours", engagement, **entry())
    assert ("1.5 hours" in read(client, cast.hugo, "hours", engagement), HoursEntry.objects.get().minutes) == (True, 90)
    first = HoursEntry.objects.get().public_id
    assert post(client, cast.sam, "hours_entry", engagement, first, **entry(minutes="2")).status_code == 302
    assert "2 hours" in read(client, cast.hana, "hours", engagement)
    post(client, cast.sam, "hours_remove", engagement, first)
    assert "Nothing is logged yet" in read(client, cast.hugo, "hours", engagement)


@pytest.mark.parametrize("wrong", [{"minutes": "0"}, {"minutes": "25"}, {"minutes": "1.1"}, {"day": "2999-01-01"}])
def test_what_is_wrong_stands_at_the_field_and_nothing_is_lost(cast, client, engagement, wrong):
    answer = post(client, cast.sam, "hours", engagement, **entry(**wrong))
    page = answer.content.decode()
    assert (answer.status_code, "aria-invalid" in page, 'value="Calls"' in page) == (422, True, True)


def test_an_overrun_is_told_to_both_and_the_closing_knows_the_hours(cast, client, engagement):
    Engagement.objects.update(hours=2)
    post(client, cast.sam, "hours", engagement, **entry(minutes="2.5"))
    settle()
    told = Notice.objects.filter(kind="correction.opened")
    assert {notice.recipient for notice in told} == {cast.sam, cast.hugo}
    assert "run over" in told[0].title
    found = CourseCorrection.objects.get()
    assert "take work out" in read(client, cast.sam, "correction", engagement, found.public_id).lower()
    assert "125 %" in read(client, cast.sam, "hours", engagement)
    accept_all(engagement)
    assert 'name="hours_worked" value="3"' in read(client, cast.sam, "closing", engagement)

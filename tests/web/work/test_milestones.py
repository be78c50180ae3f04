"""The line of results by date: what is done, waits, is overdue, comes next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.web.work.milestones import milestones_of
from tests.cast import enter
from tests.factories.engagements import accept, deliverable, make_active, submit

pytestmark = pytest.mark.once


@pytest.fixture
def engagement(cast):
    return make_active(cast)


def codes(engagement):
    line = milestones_of(engagement, engagement.deliverables.all())
    return [(mark.thing.number, mark.code) for mark in line.marks]


def due(engagement, number, days):
    thing = deliverable(engagement, number)
    thing.due_on = clock.today(engagement.organization.zone) + timedelta(days=days)
    thing.save(update_fields=["due_on"])


def test_next_and_later_by_date(engagement):
    due(engagement, 1, 9)
    due(engagement, 2, 3)
    assert codes(engagement) == [(2, "next"), (1, "later")]


def test_overdue_comes_before_next(engagement):
    due(engagement, 1, -1)
    due(engagement, 2, 3)
    line = milestones_of(engagement, engagement.deliverables.all())
    assert (codes(engagement), line.overdue, line.next.thing.number) == ([(1, "overdue"), (2, "next")], 1, 1)


def test_handed_in_is_not_overdue(engagement):
    submit(engagement)
    due(engagement, 1, -1)
    due(engagement, 2, 3)
    assert codes(engagement) == [(1, "waits"), (2, "next")]


def test_accepted_is_done_and_what_is_over_is_asked_for_no_more(engagement):
    submit(engagement)
    accept(engagement)
    due(engagement, 1, 1)
    due(engagement, 2, 3)
    assert codes(engagement) == [(1, "done"), (2, "next")]
    engagement.state = "ended_early"
    assert codes(engagement) == [(1, "done"), (2, "open")]


@pytest.mark.parametrize(("who", "name"), [("sam", "talent:desk"), ("hugo", "hosts:desk"), ("sam", "work:list")])
def test_in_short_on_the_lists_of_both(cast, client, engagement, who, name):
    due(engagement, 1, -1)
    enter(client, getattr(cast, who))
    page = client.get(reverse(name)).content.decode()
    assert ("0 of 2 results done" in page, "next was due" in page) == (True, True)


@pytest.mark.parametrize("name", ["engagement", "deliverables"])
def test_the_line_says_which_is_next(cast, client, engagement, name):
    enter(client, cast.hana)
    page = client.get(reverse(f"work:{name}", args=[engagement.public_id])).content.decode()
    assert page.count('aria-current="step"') == 1

"""The starters: whole, honest, and ready to post once the host has filled in what only a host knows."""

from __future__ import annotations

from dataclasses import fields

import pytest

from firstfoot.market.projects.brief import CATEGORIES, Brief
from firstfoot.market.projects.scope import Grade, check_scope
from firstfoot.market.projects.starters import Starter, all_starters, get_starter, search
from tests.market.projects.scope.examples import FLOORS, TODAY, in_days

FILLED_BY_HOST = {
    "supervisor": "hana",
    "cover": "hugo",
    "apply_by": in_days(14),
    "start_from": in_days(24),
    "start_until": in_days(38),
}
LEFT_EMPTY = {"place", "time_zone", "expenses", "equipment"}  # remote work has no place; the zone is the host's

each_starter = pytest.mark.parametrize("starter", all_starters(), ids=lambda starter: starter.code)


@each_starter
def test_filled_in_it_is_excellent(starter: Starter):
    brief = starter.brief.with_(**FILLED_BY_HOST)

    report = check_scope(brief, floor_minor_by_currency=FLOORS, today=TODAY)

    assert (report.blockers, report.warnings, report.grade) == ((), (), Grade.EXCELLENT)


@each_starter
def test_it_asks_for_all_that_it_leaves_empty(starter: Starter):
    empty = {field.name for field in fields(Brief) if not getattr(starter.brief, field.name)}

    assert empty - LEFT_EMPTY == set(FILLED_BY_HOST)
    assert set(FILLED_BY_HOST) <= set(starter.ask) <= {field.name for field in fields(Brief)}


@each_starter
def test_it_has_the_rhythm_of_good_work(starter: Starter):
    brief = starter.brief
    days = [item.due_day for item in brief.deliverables]

    assert days == sorted(set(days))
    assert days[0] <= 7 < days[-1] <= brief.days
    assert brief.pay_minor == brief.hours * 2200
    assert starter.category == brief.category in CATEGORIES


@each_starter
def test_its_welcome_has_both_sides_and_a_first_win(starter: Starter):
    steps = starter.brief.onboarding
    said = " ".join(step.text for step in steps)

    assert {step.side for step in steps} == {"host", "intern"}
    assert all(phrase in said for phrase in ("two people besides the supervisor", "how we talk", "small first win"))


def test_they_survive_storage():
    for starter in all_starters():
        assert Brief.from_dict(starter.brief.to_dict()) == starter.brief


def test_find_by_code_and_by_words():
    assert [starter.code for starter in all_starters()] == [
        "social_media_calendar", "competitor_analysis", "website_segment",
    ]  # fmt: skip
    assert get_starter("website_segment") is all_starters()[2]
    assert get_starter("nothing") is None
    assert search("") == all_starters()
    assert [starter.code for starter in search("Competitor TABLE")] == []
    assert [starter.code for starter in search("criteria prices")] == ["competitor_analysis"]

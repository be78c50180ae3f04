"""The starters: whole, honest, and ready to post once the host has filled in what only a host knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from firstfoot.market.projects import starters
from firstfoot.market.projects.brief import CATEGORIES, Brief
from firstfoot.market.projects.scope import Grade, check_scope
from firstfoot.market.projects.starters import Starter, all_starters, categories, get_starter, search
from tests.market.projects.scope.examples import FLOORS, TODAY, in_days

FILLED_BY_HOST = {
    "supervisor": "hana",
    "cover": "hugo",
    "apply_by": in_days(14),
    "start_from": in_days(24),
    "start_until": in_days(38),
}
# Remote work has no place; the zone is the host's, and so is the language; answers come from questions.
LEFT_EMPTY = {"hours_log", "place", "time_zone", "language", "expenses", "equipment", "answers"}

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
    assert 5 <= starter.hours_least < starter.hours_most <= 40
    assert starter.hours_least <= brief.hours <= starter.hours_most
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


def own_texts(starter: Starter) -> Iterator[str]:
    """All that a starter says in its own words; the steps every good start has are shared."""
    brief = starter.brief
    yield from (starter.title, starter.summary, starter.who_its_for, brief.title, brief.problem, brief.audience)
    yield from (brief.outcome, brief.ai_note, brief.portfolio_note, brief.pathway)
    for item in brief.deliverables:
        yield from (item.title, *(criterion.text for criterion in item.criteria))
    yield from (*brief.in_scope, *brief.out_of_scope, *brief.check_in_prompts)
    yield from (row.text for rows in (brief.inputs, brief.questions) for row in rows)


def test_no_sentence_stands_in_two_of_them():
    counts = Counter(text.casefold() for starter in all_starters() for text in own_texts(starter))
    assert [text for text, count in counts.items() if count > 1] == []


def test_every_kind_of_work_has_one():
    assert len(all_starters()) == len({starter.code for starter in all_starters()}) >= 42
    assert dict(categories()) == Counter(starter.category for starter in all_starters())
    assert [code for code, _ in categories()] == list(CATEGORIES)


def test_each_module_is_in_the_list():
    modules = {path.stem for path in Path(starters.__file__).parent.glob("*.py")}
    assert modules - {"__init__", "starter", "finding"} == {starter.code for starter in all_starters()}


def test_a_host_is_asked_to_check_what_a_template_claims_of_it():
    """The problem a template tells is an example; another host's is another."""
    assert [starter.code for starter in all_starters() if "problem" not in starter.ask] == []


def test_find_by_code():
    assert get_starter("website_segment") in all_starters()
    assert get_starter("nothing") is None


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("instagram", "social_media_calendar"), ("I need a new LOGO", "brand_guide"), ("Videos", "short_video"),
        ("newsletter", "email_welcome_series"), ("excel duplicates", "spreadsheet_cleanup"),
        ("hr", "onboarding_handbook"), ("bookkeeping", "expense_view"), ("GDPR?", "privacy_gaps"),
        ("spanish", "translate_help"),
        ("co2", "carbon_baseline"),
        ("criteria prices", "competitor_analysis"), ("faq page", "website_segment"), ("training", "workshop_kit"),
    ],
)  # fmt: skip
def test_everyday_words_find_it(words, first):
    assert next(iter(search(words))).code == first


def test_a_search_keeps_to_every_word_and_to_the_kind():
    assert search("") == search("a the") == all_starters()
    assert search("logo bookkeeping") == ()
    assert [s.code for s in search("", "sustainability")] == ["carbon_baseline"]
    assert [s.code for s in search("logo", "design")] == ["brand_guide"]
    assert search("logo", "finance") == ()
    assert search("cafe") == search("Café") != ()

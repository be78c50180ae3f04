"""Every finding of the scope check has its words, and every word its finding."""

from __future__ import annotations

import re

import pytest

from firstfoot.market.projects.scope import CODES, Finding, Grade, Level, check_scope, host_effort
from firstfoot.web.hosts.scope_words import EFFORT, GRADES, WORDS, words_for
from tests.market.projects.scope.examples import EXAMPLES, FLOORS, GOOD, TODAY


def finding(code: str) -> Finding:
    report = check_scope(EXAMPLES[code][0], floor_minor_by_currency=FLOORS, today=TODAY)
    return next(found for found in report.findings if found.code == code)


def test_each_code_has_its_words_and_each_word_its_code():
    assert set(WORDS) == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_words_are_filled_in(code):
    words = words_for(finding(code))

    assert words.title
    assert words.advice[-1] in ".?"
    assert "%(" not in words.title + words.advice


@pytest.mark.parametrize("code", CODES)
def test_the_voice_is_calm(code):
    said = f"{WORDS[code][0]} {WORDS[code][1]}"

    assert not re.search(r"!|oops|error|invalid|please|wrong input|\brequired field\b", said, re.IGNORECASE)


def test_amounts_and_days_are_written_for_people():
    assert words_for(finding("pay_under_floor")).title == "The pay comes to $19.99 an hour"
    assert words_for(finding("pay_under_floor")).advice == (
        "The least here is $20 an hour: $640 for 32 hours. Or plan fewer hours."
    )
    assert "22\xa0November" in words_for(finding("deadline_past")).advice
    assert "Partly on site" in words_for(finding("place_missing")).advice


def test_a_percent_sign_of_a_host_stays_what_it_is():
    words = words_for(Finding("title_generic", Level.WARNING, "result", "title", {"title": "100 %(x)s"}))

    assert words.title == "The title “100 %(x)s” could be any project"


def test_grades_and_effort_have_their_words():
    assert set(GRADES) == set(Grade)
    assert set(EFFORT) == {part.code for part in host_effort(GOOD).parts}

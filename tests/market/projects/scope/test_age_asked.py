"""An age is a demand about a person; a number of seconds is none."""

from __future__ import annotations

import pytest

from firstfoot.market.projects.scope import check_scope
from tests.market.projects.scope.examples import FLOORS, TODAY, asks

PERSON = [
    "We look for candidates under 30", "You are under 25 and keen", "Applicants should be under 30.",
    "Someone under the age of 25, please", "For anybody under 30 years old", "Only people who are under 35 only",
]  # fmt: skip
THING = [
    "Answer in under 30 seconds", "The page must be under 30 KB", "Load time must be under 30",
    "Replies to students under 20 minutes", "What would you do with a budget under 50 euros?",
]  # fmt: skip


@pytest.mark.parametrize("text", PERSON)
def test_an_age_that_somebody_must_have_is_found(text):
    assert "discriminatory_demand" in check_scope(asks(text), floor_minor_by_currency=FLOORS, today=TODAY).codes


@pytest.mark.parametrize("text", THING)
def test_a_measure_of_a_thing_is_none(text):
    assert "discriminatory_demand" not in check_scope(asks(text), floor_minor_by_currency=FLOORS, today=TODAY).codes

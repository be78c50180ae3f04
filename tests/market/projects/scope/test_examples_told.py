"""The examples on the page about good briefs: the check reads each just as the page says."""

from __future__ import annotations

import pytest

from firstfoot.market.projects.scope.check import CODES
from firstfoot.market.projects.scope.examples import EXAMPLES, PLAIN, Example, findings, problems_in

each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)


@each_example
def test_the_bad_side_meets_its_rule_alone_and_the_good_side_none(example: Example):
    assert {finding.code for finding in problems_in(example.before)} == {example.code}
    assert problems_in(example.after) == ()


@each_example
def test_each_side_says_something_of_its_own(example: Example):
    assert set(example.bad) | set(example.good)
    assert example.before != example.after


def test_they_stand_on_a_brief_that_has_nothing_to_fix():
    assert problems_in(PLAIN) == ()


def test_there_is_one_for_at_least_thirty_rules_and_none_twice():
    codes = [example.code for example in EXAMPLES]
    assert len(codes) == len(set(codes)) >= 30
    assert set(codes) <= set(CODES)


def test_they_are_told_in_the_order_of_the_builder():
    steps = list(dict.fromkeys(finding.step for _, finding in findings()))
    assert steps == ["result", "scope", "deliverables", "inputs", "people", "time", "pay", "how", "questions"]
    assert [example.code for example, _ in findings()] == [finding.code for _, finding in findings()]

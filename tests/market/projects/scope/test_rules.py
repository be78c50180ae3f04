"""Each scope rule speaks where it should and is silent next to it."""

from __future__ import annotations

import pytest

from firstfoot.market.projects.brief import Brief, Question
from firstfoot.market.projects.scope import CODES, Grade, Level, check_scope
from firstfoot.market.projects.scope.findings import Finding, Report
from tests.market.projects.scope.examples import EXAMPLES, FLOORS, GOOD, TODAY, but, first, in_days


def check(brief: Brief, **settings: bool) -> Report:
    return check_scope(brief, floor_minor_by_currency=FLOORS, today=TODAY, **settings)


def the(code: str, report: Report) -> Finding:
    return next(finding for finding in report.findings if finding.code == code)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_speaks_and_is_silent(code):
    speaks, silent = EXAMPLES[code]

    assert (code in check(speaks).codes, code in check(silent).codes) == (True, False)


def test_every_rule_has_its_examples():
    assert set(EXAMPLES) == set(CODES)


def test_a_good_brief_is_excellent():
    report = check(GOOD)

    assert (report.blockers, report.warnings, report.grade, report.can_submit) == ((), (), Grade.EXCELLENT, True)


def test_an_empty_brief_needs_work_and_says_all_that_is_missing():
    report = check(Brief())

    assert report.grade == Grade.NEEDS_WORK
    assert {finding.code for finding in report.blockers} == {
        "title_missing", "category_missing", "outcome_missing", "deliverables_missing", "supervisor_missing",
        "supervision_missing", "hours_missing", "weeks_missing", "start_missing", "workplace_missing", "pay_missing",
        "ai_rule_missing", "portfolio_missing",
    }  # fmt: skip


def test_findings_come_in_the_order_of_the_steps():
    steps = [finding.step for finding in check(Brief(questions=(Question("Create a logo"),))).findings]

    assert steps == sorted(
        steps, key=["result", "scope", "deliverables", "inputs", "people", "time", "pay", "how", "questions"].index
    )


def test_grades_between():
    assert check(but(audience="")).grade == Grade.READY
    assert check(but(audience="", problem="", cover="")).grade == Grade.NEARLY
    assert check(but(pay_minor=0)).grade == Grade.NEEDS_WORK


def test_a_finding_says_where_and_what():
    found = the("criterion_vague", check(EXAMPLES["criterion_vague"][0]))

    assert (found.level, found.step, found.field) == (Level.WARNING, "deliverables", "deliverables")
    assert found.data == {
        "number": 1,
        "title": "Question list and page sketch",
        "word": "looks good",
        "criterion": "Looks good",
    }


def test_words_are_found_where_they_stand():
    report = check(but(in_scope=("Answer phones",), title="Ongoing care of our garden site"))

    assert the("errands", report).field == "in_scope"
    assert the("ongoing_work", report).field == "title"


def test_pay_under_the_floor_says_the_least_that_would_do():
    found = the("pay_under_floor", check(but(pay_minor=32 * 1500)))

    assert found.data == {
        "hourly_minor": 1500, "floor_minor": 2000, "least_minor": 64000, "currency": "USD", "hours": 32,
    }  # fmt: skip


def test_each_currency_has_its_own_floor_and_an_unnamed_one_none():
    assert "pay_under_floor" not in check(but(currency="EUR", pay_minor=32 * 1600)).codes
    assert "pay_under_floor" not in check(but(currency="JPY", pay_minor=1)).codes


def test_who_works_alone_is_not_asked_for_a_cover():
    assert "cover_missing" not in check(but(cover=""), has_colleagues=False).codes


def test_supervision_grows_with_the_seats():
    assert "supervision_thin" in check(but(seats=4)).codes


@pytest.mark.parametrize(
    "text",
    [
        "Design a page, about 90 minutes",
        "Write an article on bread",
        "Complete the attached test project",
        "Record a video, 1 hour, then create a plan, 3 hours",
    ],
)
def test_work_asked_without_an_hour_as_its_limit_is_a_blocker(text):
    assert "speculative_work" in check(but(questions=(Question(text),))).codes


@pytest.mark.parametrize(
    "text",
    [
        "Show us something you made",
        "Draft a headline (10 minutes)",
        "What did you design last year?",
        "Draft a list, 1 hour",
    ],
)
def test_telling_and_short_samples_are_fine(text):
    assert "speculative_work" not in check(but(questions=(Question(text),))).codes


@pytest.mark.parametrize(("minutes", "codes"), [((60,), set()), ((30, 30), set()), ((40, 25), {"samples_long"})])
def test_all_samples_together_take_an_hour_at_most(minutes, codes):
    asked = tuple(Question("Design a page", minutes=each) for each in minutes)
    assert {"samples_long", "speculative_work"} & set(check(but(questions=asked)).codes) == codes


@pytest.mark.parametrize("text", ["Find me on WhatsApp", "ring +1 555 010 0199", "a.b+c@mail.example.org"])
def test_contacts_are_found_in_any_field(text):
    assert the("contact_in_text", check(but(ai_note=text))).field == "ai_note"


def test_a_late_only_start_is_seen_even_when_the_window_is_backwards():
    report = check(but(start_from=in_days(10), start_until=in_days(5)))

    assert {"start_window_backwards", "start_before_deadline"} <= report.codes


def test_an_optional_deliverable_needs_no_criteria():
    assert check(first(criteria=(), required=False)).can_submit

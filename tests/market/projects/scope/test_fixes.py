"""Each fix ends what it answers, and blocks nothing that was free."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.scope import CODES, FIXES, Subject, fixes_for, report_on
from tests.market.projects.scope.examples import EXAMPLES, FLOORS, GOOD, TODAY, but, in_days
from tests.market.projects.scope.test_laws import briefs


def subject_of(brief: Brief) -> Subject:
    return Subject(brief, FLOORS, TODAY)


def fixed(brief: Brief, code: str) -> Brief:
    subject = subject_of(brief)
    found = next(finding for finding in report_on(subject).findings if finding.code == code)
    return brief.with_(**fixes_for(found, subject))


def codes_of(brief: Brief, *levels: str) -> set[str]:
    return {f.code for f in report_on(subject_of(brief)).findings if not levels or f.level in levels}


@pytest.mark.parametrize("code", FIXES)
def test_a_fix_ends_its_finding_and_opens_no_blocker(code):
    broken = EXAMPLES[code][0]

    after = fixed(broken, code)

    assert code in codes_of(broken)
    assert code not in codes_of(after)
    assert codes_of(after, "blocker") <= codes_of(broken, "blocker")


@given(briefs)
def test_whatever_is_written_a_fix_that_is_offered_works(brief):
    subject = subject_of(brief)
    for finding in report_on(subject).findings:
        changes = fixes_for(finding, subject)
        if not changes:
            continue
        after = brief.with_(**changes)
        assert finding.code not in codes_of(after), finding
        assert codes_of(after, "blocker") <= codes_of(brief, "blocker"), finding


def test_every_fix_answers_a_rule_that_advises():
    assert {CODES[code] for code in FIXES} <= {"blocker", "warning"}
    assert set(FIXES) <= set(CODES)


def test_what_a_person_must_decide_has_no_button():
    subject = subject_of(but(title="", ai_use="", supervisor=""))
    assert [fixes_for(finding, subject) for finding in report_on(subject).blockers] == [{}, {}, {}]


@pytest.mark.parametrize(
    ("code", "brief", "changes"),
    [
        ("start_before_deadline", but(start_from=in_days(10), start_until=None), {"start_from": date(2026, 12, 21)}),
        (
            "start_too_soon", but(start_from=in_days(15), start_until=in_days(17)),
            {"start_from": date(2026, 12, 21), "start_until": date(2026, 12, 23)},
        ),
        ("deadline_past", but(apply_by=in_days(-1)), {"apply_by": in_days(14)}),
        (
            "deadline_past", but(apply_by=in_days(-9), start_from=in_days(2), start_until=None),
            {"apply_by": in_days(14), "start_from": date(2026, 12, 21)},
        ),
        ("weekly_high", but(hours=90, weeks=4), {"weeks": 5}),
        ("pay_under_floor", but(pay_minor=100), {"pay_minor": 64000}),
        ("pay_missing", but(pay_minor=0), {"pay_minor": 32 * 3000}),
        ("cover_is_supervisor", but(cover="hana"), {"cover": ""}),
        ("check_ins_rare", but(check_in_every_days=14), {"check_in_every_days": 7}),
    ],
)  # fmt: skip
def test_what_a_fix_changes(code, brief, changes):
    subject = subject_of(brief)
    found = next(finding for finding in report_on(subject).findings if finding.code == code)
    assert fixes_for(found, subject) == changes


def test_a_due_day_outside_becomes_the_last_and_the_rest_stays():
    first, *rest = GOOD.deliverables
    broken = but(deliverables=(first, *rest[:-1], EXAMPLES["due_outside"][0].deliverables[0]))
    after = fixed(broken, "due_outside")
    assert [item.due_day for item in after.deliverables[:3]] == [item.due_day for item in broken.deliverables[:3]]
    assert after.deliverables[-1].due_day == after.days

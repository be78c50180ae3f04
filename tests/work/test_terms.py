"""The agreement's terms: from a brief, changed, compared, told."""

from __future__ import annotations

import json
from datetime import date

import pytest

from firstfoot.market.projects.brief import Brief, BriefDeliverable, Change, Criterion, HostInput
from firstfoot.work.engagements.terms import (
    Difference,
    Parties,
    amended,
    compose,
    differences,
    fault_of,
    first_day,
    moved,
    terms_from_brief,
)

BRIEF = Brief(
    title="Compare bakeries", outcome="A table", out_of_scope=("Talking to customers",), hours=20, weeks=2,
    pay_minor=40000, currency="USD", ai_use="disclose", portfolio="redacted", workplace="remote",
    deliverables=(BriefDeliverable("Table", "Sheet", 7, True, (Criterion("Five rows"),)),),
    inputs=(HostInput("Price list", 2),),
)  # fmt: skip
PARTIES = Parties("Brindle Bakery", "Samuel Okoro", "Hugo Marsh", "Cora Lind")
MONDAY = date(2026, 11, 30)


@pytest.fixture
def terms():
    return terms_from_brief(BRIEF, PARTIES, MONDAY)


def text_of(content) -> str:
    lines = [line for s in content["sections"] for line in [s["heading"], *s["paragraphs"], *s["items"]]]
    groups = [group for s in content["sections"] for group in s["groups"]]
    return "\n".join(lines + [line for group in groups for line in [group["heading"], *group["items"]]])


def test_days_of_the_brief_become_dates(terms):
    assert (terms["start_on"], terms["end_on"]) == ("2026-11-30", "2026-12-13")
    assert terms["deliverables"][0]["due_on"] == "2026-12-06"
    assert terms["inputs"][0]["by_on"] == "2026-12-01"


def test_each_choice_of_the_host_is_a_clause(terms):
    pages = BriefDeliverable("Pages", "Site", 9, True, (), "none")
    brief = BRIEF.with_(
        engaged_as="payroll", confidential_years=1, hours_log=True, deliverables=(*BRIEF.deliverables, pages)
    )
    said = text_of(compose(terms_from_brief(brief, PARTIES, MONDAY)))
    for clause in (
        "The host employs the intern", "This ends 1 year after the last day.", "The intern writes down the hours",
        "Pages: is not shown.",
    ):  # fmt: skip
        assert clause in said
        assert clause not in text_of(compose(terms))
    assert "works independently" in text_of(compose(terms))


def test_an_agreement_of_before_reads_as_it_did(terms):
    for name in ("engaged_as", "confidential_years", "hours_log"):
        del terms[name]
    del terms["deliverables"][0]["showing"]
    said = text_of(compose(terms))
    assert ("On which footing" in said, "This ends" in said) == (False, False)
    assert differences(terms, amended(terms, {})) == ()


def test_what_the_host_gives_is_open_to_change(terms):
    given = [{"text": "Price list", "by_on": MONDAY}, {"text": "A key", "by_on": date(2026, 12, 3)}]
    after = amended(terms, {"inputs": given, "start_on": date(2026, 12, 1), "reply_within_days": 1})
    assert [i["by_on"] for i in after["inputs"]] == ["2026-11-30", "2026-12-03"]
    assert [d.field for d in differences(terms, after)] == ["start_on", "inputs", "reply_within_days"]
    for field, code in (("pay_within_days", "pay_days"), ("reply_within_days", "reply_days")):
        assert fault_of(amended(terms, {field: 90})) == code


def test_what_would_be_due_while_somebody_is_away_waits_until_all_are_back():
    away = {date(2026, 12, 6), date(2026, 12, 7)}
    assert terms_from_brief(BRIEF, PARTIES, MONDAY, away.__contains__)["deliverables"][0]["due_on"] == "2026-12-08"
    late = BRIEF.with_(deliverables=(BriefDeliverable("Table", "Sheet", 14),))
    away = {date(2026, 12, 13), date(2026, 12, 14)}
    terms = terms_from_brief(late, PARTIES, MONDAY, away.__contains__)
    assert (terms["deliverables"][0]["due_on"], terms["end_on"]) == ("2026-12-15", "2026-12-15")
    for_ever = terms_from_brief(BRIEF, PARTIES, MONDAY, lambda day: True)
    assert for_ever["deliverables"][0]["due_on"] == "2026-12-06"


def test_the_text_says_all_that_matters(terms):
    text = text_of(compose(terms))
    for said in (
        "Brindle Bakery is the host", "Samuel Okoro is the intern", "USD 400.00", "at most 30 days", "About 20 hours",
        "Table, due Sunday 6 December 2026", "Required: Five rows", "Not part of it\nTalking to customers",
        "Hugo Marsh guides", "Cora Lind answers", "check in every 7 days",
        "AI tools may be used; the intern says where",
        "names and figures of the host removed", "Either side may end this", "a new version that both sides sign",
        "Price list, by Tuesday 1 December 2026",
    ):  # fmt: skip
        assert said in text


def test_the_content_is_plain_json(terms):
    content = compose(terms)
    assert json.loads(json.dumps(content)) == content


def test_it_says_what_changed_since_the_application(terms):
    content = compose(terms, [Change("hours", 15, 20, True), Change("pay_minor", 30000, 40000, True)])
    assert content["brief_changes"] == ["hours", "pay_minor"]
    assert content["sections"][-1]["items"] == ["Hours: was 15, is now 20", "Pay: changed, as written above"]


def test_a_counter_changes_only_what_it_names(terms):
    after = amended(terms, {"pay_minor": 45000, "deliverables": [{"number": 1, "due_on": date(2026, 12, 8)}]})
    assert differences(terms, after) == (
        Difference("pay_minor", 40000, 45000),
        Difference("deliverable_due_on", "2026-12-06", "2026-12-08", 1),
    )


def test_inputs_move_with_the_start(terms):
    after = amended(terms, {"start_on": date(2026, 12, 2)})
    assert after["inputs"][0]["by_on"] == "2026-12-03"


def test_moving_the_start_moves_every_date(terms):
    after = moved(terms, date(2026, 12, 7))
    assert (after["end_on"], after["deliverables"][0]["due_on"]) == ("2026-12-20", "2026-12-13")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({}, ""),
        ({"pay_minor": 0}, "pay_missing"),
        ({"hours": 0}, "hours_missing"),
        ({"end_on": date(2026, 11, 1)}, "dates_out_of_order"),
        ({"check_in_every_days": 0}, "cadence"),
        ({"deliverables": [{"number": 1, "due_on": date(2027, 1, 8)}]}, "due_outside"),
        ({"deliverables": [{"number": 1, "title": " "}]}, "title_missing"),
        ({"deliverables": [{"number": 1, "criteria": [{"text": "", "required": True}]}]}, "criteria_missing"),
        ({"pay_minor": 20000}, "pay_under_floor"),
    ],
)
def test_what_cannot_stand(terms, changes, fault):
    assert fault_of(amended(terms, changes), floor_minor=1500) == fault


@pytest.mark.parametrize(
    ("start_from", "expected"),
    [
        (date(2026, 12, 7), date(2026, 12, 7)),
        (date(2026, 12, 5), date(2026, 12, 7)),  # a Saturday
        (date(2026, 11, 2), date(2026, 11, 24)),  # passed: the next day
        (None, date(2026, 11, 30)),
    ],
)
def test_the_first_day_is_a_working_day_ahead(start_from, expected):
    found = first_day(BRIEF.with_(start_from=start_from), date(2026, 11, 23), lambda d: d.isoweekday() < 6)
    assert found == expected

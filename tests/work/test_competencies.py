"""Competencies, skills tied to what shows them, and how the intern worked, counted from the record."""

from __future__ import annotations

from datetime import date

import pytest

from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.work.evaluations.actions import assess_self
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.queries import criteria_that_show, skills_of_brief, skills_seen
from firstfoot.work.evaluations.record import HandedIn, Kept, counted, record_of
from firstfoot.work.evaluations.states import COMPETENCIES, NOT_SEEN
from tests.factories.engagements import (
    accept,
    answer,
    at_day,
    evaluate,
    make_active,
    make_closing,
    make_completed,
    make_engagement,
    send_back,
    submit,
)

DUE = date(2026, 3, 6)


def test_eight_competencies_each_with_four_levels_in_words():
    from firstfoot.web.shared.assessment_words import COMPETENCIES as WORDS

    assert list(WORDS) == list(COMPETENCIES)
    assert [len(one.levels) for one in WORDS.values()] == [4] * 8


def test_the_intern_looks_at_themselves_before_the_work_and_may_look_again(cast):
    engagement = make_active(cast)
    assess_self(engagement_id=engagement.pk, levels={"communication": 2, "nonsense": 4, "growth": 9}, actor=cast.sam)
    own = assess_self(engagement_id=engagement.pk, levels={"communication": 3}, actor=cast.sam)
    assert (own.state, own.side, own.self_before, own.version) == ("draft", "intern", {"communication": 3}, 1)


def test_nobody_looks_at_the_intern_for_them(cast):
    with pytest.raises(NotPermitted):
        assess_self(engagement_id=make_active(cast).pk, levels={}, actor=cast.hugo)


def test_before_both_signed_there_is_nothing_to_look_at(cast):
    with pytest.raises(Conflict, match="not_now"):
        assess_self(engagement_id=make_engagement(cast).pk, levels={}, actor=cast.sam)


def test_from_closing_on_the_look_before_stands(cast):
    with pytest.raises(Conflict, match="not_now"):
        assess_self(engagement_id=make_closing(cast).pk, levels={"growth": 4}, actor=cast.sam)


def test_a_host_may_have_had_no_chance_to_see_but_an_intern_was_there(cast):
    engagement = make_closing(cast)
    host = evaluate(engagement, cast.hugo, submit=False, marks={"leadership": NOT_SEEN, "growth": 4})
    intern = evaluate(engagement, cast.sam, submit=False, marks={"clarity": NOT_SEEN, "scope": 2})
    assert (host.marks, intern.marks) == ({"leadership": 0, "growth": 4}, {"scope": 2})


def test_a_skill_is_shown_by_a_met_criterion_of_an_accepted_result(cast):
    engagement = make_closing(cast)
    first, *_ = skills = skills_of_brief(engagement)
    met = criteria_that_show(engagement)[0]
    said = {first: f"{met.deliverable.number}.{met.number}", "Flying": "1.1", skills[1]: "9.9"}
    evaluate(engagement, cast.hugo, skills=said)
    assert skills_seen(engagement) == []  # which only a reveal shows
    evaluate(engagement, cast.sam)
    assert [(one.skill, one.criterion.pk) for one in skills_seen(engagement)] == [(first, met.pk)]


def test_neither_side_speaks_for_the_other(cast):
    engagement = make_closing(cast)
    first = skills_of_brief(engagement)[0]
    host = evaluate(engagement, cast.hugo, submit=False, self_after={"growth": 4}, fit={"role": 4})
    intern = evaluate(engagement, cast.sam, submit=False, skills={first: "1.1"}, fit={"role": 4, "pay": 1})
    assert (host.self_after, host.fit, intern.skills, intern.fit) == ({}, {}, {}, {"role": 4})


def test_what_is_not_said_again_stays(cast):
    engagement = make_closing(cast)
    evaluate(engagement, cast.sam, submit=False, fit={"role": 4}, self_after={"growth": 3})
    evaluate(engagement, cast.sam, submit=False)
    own = Evaluation.objects.get(engagement=engagement, side="intern")
    assert (own.fit, own.self_after) == ({"role": 4}, {"growth": 3})


def test_another_word_on_what_suited_them_is_another_assessment(cast):
    engagement = make_closing(cast)
    stood = evaluate(engagement, cast.sam, fit={"role": 4}).version
    assert evaluate(engagement, cast.sam, fit={"role": 4}).version == stood
    assert evaluate(engagement, cast.sam, fit={"role": 1}).version == stood + 1


def test_the_record_counts_results_and_check_ins_with_their_numbers(cast):
    engagement = make_active(cast)
    with at_day(engagement, 2):
        submit(engagement, 1)
        send_back(engagement, 1)
    with at_day(engagement, 6):
        submit(engagement, 1)
        accept(engagement, 1)
    facts = {fact.code: (fact.kept, fact.asked, fact.days) for fact in record_of(engagement)}
    assert facts[Kept.ON_TIME] == ((1,), (1,), None)
    assert facts[Kept.AT_FIRST] == ((), (1,), None)
    assert facts[Kept.TAKEN_UP][:2] == ((1,), (1,))
    assert facts[Kept.TAKEN_UP][2] in {2, 3, 4}  # four days, of which up to two are a weekend


def test_a_check_in_that_both_answered_counts(cast):
    engagement = make_active(cast)
    with at_day(engagement, 7):
        answer(engagement, cast.sam)
        answer(engagement, cast.hugo)
    assert [(f.code, f.kept, f.asked) for f in record_of(engagement)] == [(Kept.ANSWERED, (1,), (1,))]


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        (HandedIn(1, DUE, DUE, 1, True, ()), {Kept.ON_TIME: (1,), Kept.AT_FIRST: (1,)}),
        (HandedIn(1, DUE, date(2026, 3, 7), 1, True, ()), {Kept.ON_TIME: (), Kept.AT_FIRST: (1,)}),
        (HandedIn(1, DUE, None, 0, False, ()), {}),
        (HandedIn(1, DUE, DUE, 1, False, (), is_back_open=True), {Kept.ON_TIME: (1,), Kept.TAKEN_UP: ()}),
        (HandedIn(1, DUE, DUE, 3, True, (1, 2)), {Kept.ON_TIME: (1,), Kept.AT_FIRST: (), Kept.TAKEN_UP: (1,)}),
    ],
)
def test_nothing_is_said_of_what_there_was_not(row, kept):
    assert {fact.code: fact.kept for fact in counted([row], [])} == kept


def test_the_record_of_a_finished_piece_of_work(cast):
    codes = [fact.code for fact in record_of(make_completed(cast))]
    assert codes[:2] == [Kept.ON_TIME, Kept.AT_FIRST]

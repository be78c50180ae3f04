"""The rubric as plain data: drafted from any brief, and what a mark by it must hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firstfoot.market.applications.rubric import (
    FEWEST,
    MOST,
    RubricCriterion,
    are_scores,
    criteria_from,
    digest_of,
    drafted_from,
    is_sound,
    rows_of,
)
from firstfoot.market.projects.brief import Brief, BriefDeliverable, Criterion, Question

TEXTS = st.text(alphabet="abc ", max_size=6)
BRIEFS = st.builds(
    Brief,
    questions=st.lists(st.builds(Question, TEXTS, st.booleans()), max_size=4).map(tuple),
    skills=st.lists(TEXTS, max_size=4).map(tuple),
    deliverables=st.lists(
        st.builds(
            BriefDeliverable,
            required=st.booleans(),
            criteria=st.lists(st.builds(Criterion, TEXTS, st.booleans()), max_size=3).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
)


@given(BRIEFS)
def test_every_brief_drafts_three_to_six_criteria_that_can_be_kept(brief):
    drafted = drafted_from(brief)
    assert FEWEST <= len(drafted) <= MOST
    assert is_sound(drafted)
    assert criteria_from(rows_of(drafted)) == drafted


def test_a_draft_asks_what_the_brief_asks():
    brief = Brief(
        questions=(Question("Anything else?", required=False), Question("How would you begin?")),
        deliverables=(
            BriefDeliverable(criteria=(Criterion("Names four bakeries"), Criterion("Nice", required=False))),
        ),
    )
    assert [(c.kind, c.text) for c in drafted_from(brief)] == [
        ("motivation", ""),
        ("question", "How would you begin?"),
        ("question", "Anything else?"),
        ("result", "Names four bakeries"),
    ]


def test_other_words_are_another_rubric():
    drafted = drafted_from(Brief())
    assert digest_of(drafted) != digest_of((*drafted[:-1], RubricCriterion("time", "", ("a", "b", "c", "d", "e"))))


def test_scores_are_whole_numbers_from_0_to_4_one_a_criterion():
    three = drafted_from(Brief())
    assert are_scores([0, 4, 2], three)
    assert not any(are_scores(bad, three) for bad in ([1, 2], [1, 2, 5], [1, 2, -1], [1, 2, True], [1, 2, 2.0]))

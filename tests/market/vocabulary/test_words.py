"""Words that stewards read, skills they merge, and what people typed meanwhile."""

from __future__ import annotations

import pytest

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.projects.actions import publish_changes, reopen_project, save_draft
from firstfoot.market.talent.queries import claims_of
from firstfoot.market.vocabulary.actions import (
    hear_words,
    leave_word,
    make_skill,
    merge_skills,
    read_word,
    undo_change,
)
from firstfoot.market.vocabulary.models import LONGEST, AddedSkill, Heard, Phrase, VocabularyChange
from firstfoot.market.vocabulary.queries import code_of, decided_words, suggestions
from firstfoot.market.vocabulary.storing import store_phrases
from tests.factories.applications import make_profile
from tests.factories.projects import make_closed_project, make_open_project
from tests.reactions.support import settle

WEAVING = "own-basket-weaving"


def codes(person):
    return [claim.code for claim in claims_of(person)]


def refusal(act, **given):
    with pytest.raises(Conflict) as refused:
        act(**given)
    return refused.value.code


def test_a_word_becomes_a_skill_that_is_read_suggested_and_claimed(cast):
    make_profile(cast.sam, skills=["basket-weaving", "SQL"])

    skill = make_skill(words=" Basket  weaving ", actor=cast.stella)
    settle()

    assert (skill.name, skill.code) == ("Basket weaving", WEAVING)
    assert (code_of("Basket Weavings"), suggestions("weav")[-1], suggestions("basket")[-1]) == (
        WEAVING, "Basket weaving", "Basket weaving",
    )  # fmt: skip
    assert codes(cast.sam) == [WEAVING, "sql"]
    change = VocabularyChange.objects.get()
    assert [(f.kind, f.data) for f in Fact.objects.filter(thing=change.thing)] == [
        ("vocabulary.word_read", {"skill": WEAVING})
    ]


def test_a_word_means_a_skill_of_ours(cast):
    make_profile(cast.sam, skills=["Basket weaving"])

    read_word(words="Basket weaving", code="repair", actor=cast.stella)
    settle()

    assert (code_of("basket weaving"), codes(cast.sam)) == ("repair", ["repair"])
    assert suggestions("basket w") == ["Repair and making"]


def test_a_word_that_is_left_is_decided_and_still_unknown(cast):
    leave_word(words="Being nice", actor=cast.stella)

    assert (code_of("Being nice"), decided_words(["being nice", "other"])) == ("", {"being nice"})


def test_what_is_merged_counts_as_the_other_until_it_is_undone(cast):
    make_profile(cast.sam, skills=["Basket weaving"])
    make_skill(words="Basket weaving", actor=cast.stella)
    settle()

    change = merge_skills(code=WEAVING, into="repair", actor=cast.stella)
    settle()
    assert (code_of("Basket weaving"), codes(cast.sam), suggestions("basket w")) == (
        "repair",
        ["repair"],
        ["Repair and making"],
    )

    undo_change(change_id=change.pk, actor=cast.stella)
    settle()
    assert (code_of("Basket weaving"), codes(cast.sam)) == (WEAVING, [WEAVING])


def test_undoing_a_skill_makes_its_word_unknown_and_the_next_one_has_its_code(cast):
    make_profile(cast.sam, skills=["Basket weaving"])
    make_skill(words="Basket weaving", actor=cast.stella)
    change = VocabularyChange.objects.get()

    undo_change(change_id=change.pk, actor=cast.stella)
    settle()

    assert (code_of("Basket weaving"), codes(cast.sam)) == ("", [""])
    assert make_skill(words="Basket weaving", actor=cast.stella).code == WEAVING
    with pytest.raises(IllegalTransition):
        undo_change(change_id=change.pk, actor=cast.stella)


def test_undoing_that_a_word_was_left_keeps_what_it_was_read_as_since(cast):
    left = leave_word(words="Basket weaving", actor=cast.stella)
    skill = AddedSkill.objects.create(code="esco-a", name="Weaving", source="esco", added_at=clock.now())
    store_phrases([Phrase(key="basket weaving", words="basket weaving", skill=skill)])

    undo_change(change_id=left.pk, actor=cast.stella)

    assert code_of("Basket weaving") == "esco-a"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("編み物と籠細工と竹細工の仕事", "編み物と籠細工と竹細工の職人"),
        (f"{'Basket ' * 10}weaving", f"{'Basket ' * 10}mending"),
    ],
)
def test_two_long_words_that_begin_alike_are_two_skills(cast, one, other):
    codes = {make_skill(words=words, actor=cast.stella).code for words in (one, other)}
    assert len(codes) == 2


def test_a_word_that_grows_as_it_is_folded_is_found_all_the_same(cast):
    words = "ﷺ" * LONGEST  # one sign that is folded to eighteen
    assert make_skill(words=words, actor=cast.stella).code == code_of(words)


def test_what_does_not_fit_is_refused(cast):
    make_skill(words="Basket weaving", actor=cast.stella)
    made = VocabularyChange.objects.get()
    make_skill(words="Straw craft", actor=cast.stella)
    straw = code_of("Straw craft")
    read_word(words="Wickerwork", code=WEAVING, actor=cast.stella)

    assert refusal(make_skill, words="SQL", actor=cast.stella) == "word_known"
    assert refusal(read_word, words="Rattan", code="nothing", actor=cast.stella) == "no_such_skill"
    assert refusal(merge_skills, code="sql", into=WEAVING, actor=cast.stella) == "no_such_skill"
    assert refusal(merge_skills, code=WEAVING, into=WEAVING, actor=cast.stella) == "no_such_skill"
    assert refusal(undo_change, change_id=made.pk, actor=cast.stella) == "others_point_here"
    merge_skills(code=WEAVING, into=straw, actor=cast.stella)
    assert refusal(merge_skills, code=straw, into="repair", actor=cast.stella) == "merged_into_it"


def test_stewards_alone_change_it(cast):
    with pytest.raises(NotPermitted):
        make_skill(words="Basket weaving", actor=cast.hana)


def test_unknown_words_of_a_brief_are_heard_once_and_as_it_stands(cast):
    hear_words(words=["Basket weaving", "SQL", "Python or R", "Straw"], project="bcdfghjkmnpq")

    hear_words(words=["basket weaving"], project="bcdfghjkmnpq")

    assert list(Heard.objects.values_list("folded", "words")) == [("basket weaving", "Basket weaving")]


def test_words_of_a_changed_brief_are_heard_in_place_of_those_before(cast):
    project = make_open_project(cast, skills=("Basket weaving", "SQL"))
    settle()
    save_draft(project_id=project.pk, changes={"skills": ("Willow cutting", "SQL")}, actor=cast.hana)
    publish_changes(project_id=project.pk, actor=cast.hana)
    settle()

    assert list(Heard.objects.values_list("words", flat=True)) == ["Willow cutting"]


def test_a_word_in_other_letters_gets_a_code_that_facts_can_hold(cast):
    skill = make_skill(words="編み物", actor=cast.stella)

    assert (skill.code.isascii(), code_of("編み物"), suggestions("編み")) == (True, skill.code, ["編み物"])


def test_what_a_brief_asks_for_follows_what_its_words_are_read_as(cast):
    project = make_open_project(cast, skills=("Basket weaving", "SQL"), tools=())
    settle()

    skill = make_skill(words="Basket weaving", actor=cast.stella)
    settle()
    asked = {row.code: (row.importance, row.listed_at) for row in project.skills_asked.all()}
    undo_change(change_id=VocabularyChange.objects.get().pk, actor=cast.stella)
    settle()

    assert asked == {skill.code: (3, project.published_at), "sql": (3, project.published_at)}
    assert [row.code for row in project.skills_asked.all()] == ["sql"]


def test_a_project_that_searches_again_asks_for_what_became_a_skill_while_it_was_closed(cast):
    project = make_closed_project(cast, skills=("Basket weaving",), tools=())
    settle()
    skill = make_skill(words="Basket weaving", actor=cast.stella)
    settle()

    reopen_project(project_id=project.pk, actor=cast.hana)

    assert [(row.code, row.listed_at) for row in project.skills_asked.all()] == [(skill.code, project.published_at)]


def test_a_brief_is_published_with_the_skills_that_stewards_added(cast):
    skill = make_skill(words="Basket weaving", actor=cast.stella)

    project = make_open_project(cast, skills=("Basket weaving",), tools=())

    assert [row.code for row in project.skills_asked.all()] == [skill.code]

"""Public questions about a brief: who asks, who answers, and how the answer becomes part of the brief."""

from __future__ import annotations

import pytest

from firstfoot.foundation.journal.queries import facts_of
from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel.errors import Conflict, IllegalTransition, LimitReached, NotPermitted
from firstfoot.market.projects.actions import (
    answer_question,
    ask_question,
    close_project,
    erase_questions,
    publish_changes,
    save_draft,
    set_aside_question,
    take_back_question,
)
from firstfoot.market.projects.models import PublicQuestion
from firstfoot.market.projects.queries import current_brief, has_pending_changes
from firstfoot.reactions.worker import drain
from firstfoot.work.engagements.models import AgreementVersion
from tests.factories.applications import make_submitted
from tests.factories.engagements import make_engagement
from tests.factories.projects import make_draft, make_open_project, make_other_open_project

ASKED = "May I talk to your customers?"
ANSWER = "Not this time: the shops alone."


def ask(person, project, body=ASKED) -> PublicQuestion:
    return ask_question(project_id=project.pk, body=body, actor=person)


def test_the_answer_becomes_part_of_the_brief_and_of_its_draft(cast):
    project = make_open_project(cast)
    question = ask(cast.sam, project)
    answered = answer_question(question_id=question.pk, answer=ANSWER, actor=cast.hugo)

    project.refresh_from_db()
    rows = [(row.question, row.answer) for row in current_brief(project).answers]
    assert (rows, project.brief_number, answered.brief_number) == ([(ASKED, ANSWER)], 2, 2)
    assert not has_pending_changes(project)
    fact = facts_of(project).last()
    assert fact is not None
    assert (fact.kind, fact.data["material"]) == ("project.brief_changed", False)
    assert [f.kind for f in facts_of(answered)] == ["question.asked", "question.answered"]


def test_changes_in_hand_keep_the_answers(cast):
    project = make_open_project(cast)
    save_draft(project_id=project.pk, changes={"pay_minor": 60000}, actor=cast.hana)
    answer_question(question_id=ask(cast.sam, project).pk, answer=ANSWER, actor=cast.hana)
    save_draft(project_id=project.pk, changes={"answers": ()}, actor=cast.hana)  # as the release before would
    publish_changes(project_id=project.pk, actor=cast.hana)

    project.refresh_from_db()
    assert (project.pay_minor, [row.answer for row in current_brief(project).answers]) == (60000, [ANSWER])


def test_the_agreement_carries_the_answers(cast):
    project = make_open_project(cast)
    answer_question(question_id=ask(cast.paz, project).pk, answer=ANSWER, actor=cast.hana)
    content = AgreementVersion.objects.get(engagement=make_engagement(cast, project=project)).content

    section = next(each for each in content["sections"] if each["code"] == "clarifications")
    assert section["groups"] == [{"heading": ASKED, "items": [ANSWER]}]
    assert content["terms"]["clarifications"] == [{"question": ASKED, "answer": ANSWER}]


@pytest.mark.parametrize("who", ["hana", "rita", "hugo", "cora"])
def test_nobody_asks_their_own_organization(cast, who):
    with pytest.raises(NotPermitted, match="asks_own_host"):
        ask(getattr(cast, who), make_open_project(cast))


def test_one_open_question_a_person_and_project_and_ten_a_day(cast):
    project = make_open_project(cast)
    first = ask(cast.sam, project)
    with pytest.raises(Conflict, match="question_open"):
        ask(cast.sam, project)
    take_back_question(question_id=first.pk, actor=cast.sam)
    for _n in range(9):
        take_back_question(question_id=ask(cast.sam, project).pk, actor=cast.sam)
    with pytest.raises(LimitReached, match="too_many_questions"):
        ask(cast.sam, project)
    with pytest.raises(LimitReached, match="question_too_long"):
        ask(cast.paz, project, "a" * 1001)


def test_only_an_open_project_takes_questions(cast):
    with pytest.raises(Conflict, match="no_questions_now"):
        ask(cast.sam, make_draft(cast))


@pytest.mark.parametrize("who", ["otto", "stella", "paz"])
def test_only_the_hosts_people_answer(cast, who):
    question = ask(cast.sam, make_open_project(cast))
    for act, words in ((answer_question, {"answer": "x"}), (set_aside_question, {"reason": "private"})):
        with pytest.raises(NotPermitted):
            act(question_id=question.pk, actor=getattr(cast, who), **words)


def test_two_answers_at_once_are_told_apart(cast):
    question = ask(cast.sam, make_open_project(cast))
    answer_question(question_id=question.pk, answer=ANSWER, actor=cast.hana, seen=1)
    with pytest.raises(Conflict, match="changed"):
        answer_question(question_id=question.pk, answer="Yes.", actor=cast.rita, seen=1)
    with pytest.raises(IllegalTransition):
        answer_question(question_id=question.pk, answer="Yes.", actor=cast.rita)


def test_who_is_told_and_nobody_who_asked(cast):
    project = make_open_project(cast)
    make_submitted(cast.paz, project, answers=["Vera's."])
    question = ask(cast.sam, project)
    drain()
    told = Notice.objects.filter(kind="question.asked")
    assert {notice.recipient for notice in told} == {cast.hana, cast.rita, cast.hugo}
    assert not any("Sam" in f"{notice.title}{notice.body}" for notice in told)

    answer_question(question_id=question.pk, answer=ANSWER, actor=cast.hana)
    drain()
    mail = Mail.objects.get(kind="question_answered")
    assert (mail.recipient, ASKED in mail.text, ANSWER in mail.text) == (cast.sam, True, True)
    others = Notice.objects.filter(kind="question.answered")
    assert [(notice.recipient, ASKED in notice.body) for notice in others] == [(cast.paz, True)]


def test_closing_the_project_tells_whoever_still_waits(cast):
    project = make_open_project(cast)
    question = ask(cast.sam, project)
    close_project(project_id=project.pk, actor=cast.hana)
    drain()
    question.refresh_from_db()
    assert (question.state, question.set_aside_reason) == ("set_aside", "closed")
    assert Notice.objects.filter(recipient=cast.sam, kind="question.set_aside").count() == 1


def test_erasing_keeps_what_the_brief_says_and_nothing_of_who(cast):
    project, other = make_open_project(cast), make_other_open_project(cast)
    answered, waiting = ask(cast.sam, project), ask(cast.sam, other, "I am Sam. When?")
    answer_question(question_id=answered.pk, answer=ANSWER, actor=cast.hana)

    assert erase_questions(person=cast.sam) == ["I am Sam. When?"]
    found = {q.pk: (q.state, q.asker, q.body) for q in PublicQuestion.objects.all()}
    assert found == {answered.pk: ("answered", None, ASKED), waiting.pk: ("taken_back", None, "")}
    project.refresh_from_db()
    assert [row.question for row in current_brief(project).answers] == [ASKED]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [("What is your bank account? Send me your bank details.", "Later."), (ASKED, "Write to me at hana@example.com.")],
)
def test_what_a_rule_finds_becomes_no_part_of_a_brief(cast, asked, answer):
    project = make_open_project(cast)
    question = ask(cast.sam, project, asked)
    with pytest.raises(Conflict, match="not_for_the_public"):
        answer_question(question_id=question.pk, answer=answer, actor=cast.hugo)
    project.refresh_from_db()
    assert (project.brief_number, current_brief(project).answers) == (1, ())

"""Public questions about a brief: asked, answered into the brief, set aside, taken back."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, LimitReached
from firstfoot.kernel.verdict import require
from firstfoot.market.projects.brief import Answered
from firstfoot.market.projects.events import Projects
from firstfoot.market.projects.models import Project, PublicQuestion
from firstfoot.market.projects.moderation import signs_in
from firstfoot.market.projects.policies import may_answer_question, may_ask, may_take_back
from firstfoot.market.projects.queries import current_brief
from firstfoot.market.projects.questions import asked_within_a_day, open_question
from firstfoot.market.projects.states import PUBLIC_QUESTION, ProjectState, QuestionState, SetAside
from firstfoot.market.projects.writing import COPIED, add_version

LONGEST = 1000  # characters of a question
MOST_A_DAY = 10  # of one person, whatever the projects


@transaction.atomic
def ask_question(*, project_id: int, body: str, actor: Person) -> PublicQuestion:
    """Ask about an open project; the caller has found it among what the actor may read.

    Raises NotPermitted for one's own organization, Conflict("no_questions_now"), Conflict("question_open")
    while an earlier one of theirs waits, LimitReached when too long or after ten in a day.
    """
    project = locked(Project, project_id)
    require(may_ask(actor, project))
    if project.state != ProjectState.OPEN or not project.organization.is_verified:
        raise Conflict("no_questions_now")
    if len(body) > LONGEST:
        raise LimitReached("question_too_long")
    if open_question(actor, project.pk):
        raise Conflict("question_open")
    if asked_within_a_day(actor) >= MOST_A_DAY:
        raise LimitReached("too_many_questions")
    question = PublicQuestion(project=project, asker=actor, body=body.strip(), asked_at=clock.now())
    try:
        with transaction.atomic():
            record_new(Projects.QUESTION_ASKED, question, actor, project=project.public_id)
    except IntegrityError as error:
        raise Conflict("question_open") from error
    return question


@transaction.atomic
def answer_question(*, question_id: int, answer: str, actor: Person, seen: int | None = None) -> PublicQuestion:
    """Answer for everyone: question and answer become part of the brief, as its next version (two things, two facts).

    The draft gets it too, so that changes in hand do not take it out again. Raises NotPermitted, Conflict("changed"),
    Conflict("not_for_the_public") when a rule of moderation finds something in either, IllegalTransition unless it
    waits and the project is open or paused.
    """
    project, question = _locked_with_project(question_id, seen)
    require(may_answer_question(actor, project))
    question.state = PUBLIC_QUESTION.target("answer", question.state)
    if project.state not in {ProjectState.OPEN, ProjectState.PAUSED}:
        raise IllegalTransition("illegal_transition", verb="answer", state=str(project.state))
    if signs_in(f"{question.body}\n{answer}"):
        raise Conflict("not_for_the_public")
    now = clock.now()
    row = Answered(question.body, answer.strip(), clock.today(project.organization.zone).isoformat())
    published, draft = current_brief(project), project.draft_brief
    project.draft = draft.with_(answers=(*draft.answers, row)).to_dict()
    version = add_version(project, published.with_(answers=(*published.answers, row)))
    project.updated_at = now
    question.answer, question.ended_at, question.brief_number = row.answer, now, version.number
    saved = ["state", "answer", "ended_at", "brief_number"]
    record(Projects.QUESTION_ANSWERED, question, actor, save=saved, brief=version.number)
    record(
        Projects.BRIEF_CHANGED, project, actor, save=[*COPIED, "draft", "brief_number", "updated_at"],
        brief=version.number, material=False, digest=version.content_hash,
    )  # fmt: skip
    return question


@transaction.atomic
def set_aside_question(
    *, question_id: int, reason: str, actor: Person | None, seen: int | None = None
) -> PublicQuestion:
    """Give it no public answer, with a reason that the asker reads; without an actor when the project closed.

    Raises NotPermitted, Conflict("changed"), IllegalTransition unless it waits.
    """
    project, question = _locked_with_project(question_id, seen)
    if actor is not None:
        require(may_answer_question(actor, project))
    question.state = PUBLIC_QUESTION.target("set_aside", question.state)
    question.set_aside_reason, question.ended_at = SetAside(reason), clock.now()
    saved = ["state", "set_aside_reason", "ended_at"]
    record(Projects.QUESTION_SET_ASIDE, question, actor, save=saved, reason=str(question.set_aside_reason))
    return question


@transaction.atomic
def take_back_question(*, question_id: int, actor: Person) -> PublicQuestion:
    """The asker needs no answer any more. Raises NotPermitted, IllegalTransition unless it waits."""
    _project, question = _locked_with_project(question_id)
    require(may_take_back(actor, question))
    question.state = PUBLIC_QUESTION.target("take_back", question.state)
    question.ended_at = clock.now()
    record(Projects.QUESTION_TAKEN_BACK, question, actor, save=["state", "ended_at"])
    return question


@transaction.atomic
def erase_questions(*, person: Person) -> list[str]:
    """Take back what waits, empty what nobody else reads, take the asker out of all; the texts that are gone.

    An answered question is part of a brief that others applied to: its words stay, without a link to anybody.
    """
    texts: list[str] = []
    for question in PublicQuestion.objects.filter(asker=person).order_by("pk"):
        if question.state == QuestionState.ASKED:
            take_back_question(question_id=question.pk, actor=person)
        if question.state != QuestionState.ANSWERED:
            texts += emptied(question, "body")
    PublicQuestion.objects.filter(asker=person).update(asker=None)
    return texts


def _locked_with_project(question_id: int, seen: int | None = None) -> tuple[Project, PublicQuestion]:
    """Both, the project first, as everywhere."""
    project_id = PublicQuestion.objects.values_list("project_id", flat=True).get(pk=question_id)
    project = locked(Project, project_id)
    return project, locked(PublicQuestion, question_id, seen=seen)

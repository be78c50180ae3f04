"""Writing an assessment, revealing both together, answering once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import allow_if, require
from firstfoot.work.engagements.actions import complete_engagement
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import standing_of
from firstfoot.work.engagements.states import EngagementState, Side
from firstfoot.work.evaluations.events import Evaluations
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.policies import may_evaluate
from firstfoot.work.evaluations.queries import asks_where_they_stand, criteria_that_show, is_open, skills_of_brief
from firstfoot.work.evaluations.states import (
    ASKED_OF_HOST,
    ASKED_OF_INTERN,
    COMPETENCIES,
    EVALUATION,
    FIT,
    NOT_SEEN,
    SCALE,
    EvaluationState,
)

_FIELDS = ("marks", "went_well", "do_differently", "would_again", "quote", "skills", "self_after", "fit")


def asked_of(side: str) -> tuple[str, ...]:
    """What one side is asked about the other."""
    return ASKED_OF_HOST if side == Side.HOST else ASKED_OF_INTERN


@transaction.atomic
def save_evaluation(
    *,
    engagement_id: int,
    actor: Person,
    submit: bool,
    marks: Mapping[str, int],
    went_well: str,
    do_differently: str,
    would_again: bool | None,
    quote: str,
    skills: Mapping[str, str] | None = None,
    self_after: Mapping[str, int] | None = None,
    fit: Mapping[str, int] | None = None,
    seen: str | None = None,
) -> Evaluation:
    """Write the actor's side's assessment; `submit` hands it in, and the second one in reveals both.

    `skills` is of the host: a skill of the brief and the met criterion that shows it, "2.1" for the first of result 2.
    `self_after` and `fit` are of the intern: where they see themselves now, and what suited them. None leaves each as
    it stands; what the other side gives of them is dropped, and so is a criterion that was not met.

    Editable until the reveal; once handed in, a change is handed in too, and the same again
    changes nothing. Raises NotPermitted unless the actor assesses for a side, Conflict: "not_now"
    unless assessments are open, "marks_missing" when handed in without a mark for each question,
    "changed" when the side's assessment is no longer the one with the digest `seen` ("" for none).
    """
    engagement = locked(Engagement, engagement_id)
    require(may_evaluate(actor, engagement))
    if not is_open(engagement):
        raise Conflict("not_now", state=str(engagement.state))
    side = engagement.side_of(actor.pk)
    evaluation = _own(engagement, side, actor)
    stood = evaluation.digest
    evaluation.author = actor
    evaluation.marks = _known(marks, side)
    evaluation.went_well, evaluation.do_differently = went_well.strip(), do_differently.strip()
    evaluation.would_again, evaluation.quote = would_again, " ".join(quote.split())[:300]
    if side == Side.HOST and skills is not None:
        evaluation.skills = _shown(skills, engagement)
    if side == Side.INTERN and self_after is not None:
        evaluation.self_after = _among(self_after, COMPETENCIES)
    if side == Side.INTERN and fit is not None:
        evaluation.fit = _among(fit, FIT)
    if seen is not None and stood and seen != stood != evaluation.digest:
        raise Conflict("changed")
    if evaluation.state == EvaluationState.SUBMITTED and evaluation.digest == stood:
        evaluation.refresh_from_db()
        return evaluation
    if not submit and evaluation.state == EvaluationState.DRAFT:
        evaluation.save(update_fields=["author", *_FIELDS])
        return evaluation
    if set(evaluation.marks) != set(asked_of(side)):
        raise Conflict("marks_missing")
    evaluation.state = EVALUATION.target("submit", evaluation.state)
    evaluation.submitted_at = clock.now()
    record(Evaluations.SUBMITTED, evaluation, actor, save=["author", "state", "submitted_at", *_FIELDS], side=side)
    if _both_in(engagement) and not _is_kept_closed(engagement):
        _reveal(engagement, actor)
        evaluation.refresh_from_db()
    return evaluation


def _own(engagement: Engagement, side: Side, actor: Person) -> Evaluation:
    found = Evaluation.objects.select_for_update().filter(engagement=engagement, side=side).first()
    if found is not None:
        return found
    evaluation = Evaluation(engagement=engagement, side=side, author=actor)
    record_new(Evaluations.STARTED, evaluation, actor, side=side)
    return evaluation


@transaction.atomic
def assess_self(*, engagement_id: int, levels: Mapping[str, int], actor: Person) -> Evaluation:
    """The intern says where they see themselves before the work; both read it at the reveal, beside the other levels.

    Changed freely until closing begins. Raises NotPermitted unless the actor is the intern,
    Conflict("not_now") before both signed and from closing on.
    """
    engagement = locked(Engagement, engagement_id)
    require(standing_of(actor, engagement).intern())
    if not asks_where_they_stand(engagement):
        raise Conflict("not_now", state=str(engagement.state))
    evaluation = _own(engagement, Side.INTERN, actor)
    evaluation.self_before = _among(levels, COMPETENCIES)
    evaluation.save(update_fields=["self_before"])
    return evaluation


@transaction.atomic
def note_fit(*, engagement_id: int, fit: Mapping[str, int], actor: Person) -> Evaluation:
    """The intern says how far role, industry, team size and manner suited them; only they read it.

    Changed whenever they see it differently, also after the end. Raises NotPermitted unless the actor is the
    intern, Conflict("not_now") before the work began.
    """
    engagement = locked(Engagement, engagement_id)
    require(standing_of(actor, engagement).intern())
    if engagement.started_at is None:
        raise Conflict("not_now", state=str(engagement.state))
    evaluation = _own(engagement, Side.INTERN, actor)
    evaluation.fit = _among(fit, FIT)
    evaluation.save(update_fields=["fit"])
    return evaluation


def _known(marks: Mapping[str, Any], side: Side) -> dict[str, int]:
    scale = (NOT_SEEN, *SCALE) if side == Side.HOST else SCALE
    return _among(marks, asked_of(side), scale)


def _among(marks: Mapping[str, Any], codes: Iterable[str], scale: Iterable[int] = SCALE) -> dict[str, int]:
    allowed = set(scale)
    return {code: int(marks[code]) for code in codes if code in marks and int(marks[code]) in allowed}


def _shown(skills: Mapping[str, str], engagement: Engagement) -> dict[str, str]:
    met = {f"{one.deliverable.number}.{one.number}" for one in criteria_that_show(engagement)}
    return {word: skills[word] for word in skills_of_brief(engagement) if skills.get(word) in met}


def _both_in(engagement: Engagement) -> bool:
    return Evaluation.objects.filter(engagement=engagement, state=EvaluationState.SUBMITTED).count() == 2


def _is_kept_closed(engagement: Engagement) -> bool:
    """The reveal completes what is closing, and a dispute holds the completion."""
    return engagement.is_held and engagement.state == EngagementState.CLOSING


@transaction.atomic
def reveal_evaluations(*, engagement_id: int, actor: Person | None = None) -> Engagement:
    """The clock: show what was handed in to both, and complete what was closing.

    Raises Conflict("too_early") unless both are in or the time is up, Conflict("not_now") when
    nothing is open, Conflict("held") while a dispute keeps it from completing.
    """
    engagement = locked(Engagement, engagement_id)
    if not is_open(engagement):
        raise Conflict("not_now", state=str(engagement.state))
    is_up = engagement.evaluate_by_at is not None and engagement.evaluate_by_at <= clock.now()
    if not (is_up or _both_in(engagement)):
        raise Conflict("too_early")
    if _is_kept_closed(engagement):
        raise Conflict("held")
    return _reveal(engagement, actor)


def _reveal(engagement: Engagement, actor: Person | None) -> Engagement:
    if engagement.state == EngagementState.CLOSING:
        engagement = complete_engagement(engagement_id=engagement.pk, actor=actor)
    handed_in = Evaluation.objects.select_for_update().filter(engagement=engagement, state=EvaluationState.SUBMITTED)
    for evaluation in list(handed_in.order_by("side")):
        evaluation.state = EVALUATION.target("reveal", evaluation.state)
        evaluation.revealed_at = clock.now()
        record(Evaluations.REVEALED, evaluation, actor, save=["state", "revealed_at"], side=evaluation.side)
    return engagement


@transaction.atomic
def reply_to_evaluation(*, evaluation_id: int, reply: str, actor: Person) -> Evaluation:
    """The side that was assessed answers once.

    Raises NotPermitted unless the actor is of that side, Conflict("not_now") before the reveal,
    Conflict("replied") when it answered already, Conflict("reply_missing") without a text.
    """
    engagement_id = Evaluation.objects.values_list("engagement_id", flat=True).get(pk=evaluation_id)
    engagement = locked(Engagement, engagement_id)
    evaluation = locked(Evaluation, evaluation_id)
    require(may_evaluate(actor, engagement))
    require(allow_if(standing_of(actor, engagement).side != evaluation.side, else_deny="own_evaluation"))
    if evaluation.state != EvaluationState.REVEALED:
        raise Conflict("not_now", state=str(evaluation.state))
    if evaluation.replied_at is not None:
        raise Conflict("replied")
    if not reply.strip():
        raise Conflict("reply_missing")
    evaluation.reply, evaluation.replied_at = reply.strip(), clock.now()
    record(Evaluations.REPLIED, evaluation, actor, save=["reply", "replied_at"])
    return evaluation


@transaction.atomic
def erase_evaluations(*, person: Person) -> list[str]:
    """Empty what the person wrote as intern, what was written about them, and their replies; the texts that stood
    there. What they wrote as a host about an intern stays: it is the intern's."""
    texts: list[str] = []
    for evaluation in Evaluation.objects.filter(engagement__intern=person):
        texts += emptied(
            evaluation, "went_well", "do_differently", "quote", "reply", "appeal_words", "appeal_reason", "struck"
        )
        emptied(evaluation, "marks", "skills", "self_before", "self_after", "fit")
    return texts


def evaluations_things(person: Person) -> set[str]:
    """Their names in the journal."""
    return {row.thing for row in Evaluation.objects.filter(engagement__intern=person)}

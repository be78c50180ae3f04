"""A statement in an assessment that the other side calls wrong: said once, and decided by somebody neutral."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import Verdict, allow_if, require
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import may_decide_between, standing_of
from firstfoot.work.engagements.queries import without_own
from firstfoot.work.evaluations.events import Evaluations
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.policies import may_evaluate
from firstfoot.work.evaluations.states import APPEAL_DAYS, APPEALABLE, Appeal, EvaluationState


def may_appeal(actor: Person, evaluation: Evaluation) -> Verdict:
    """Whoever would assess for the side that was assessed."""
    verdict = may_evaluate(actor, evaluation.engagement)
    is_other = standing_of(actor, evaluation.engagement).side != evaluation.side
    return allow_if(is_other, else_deny="own_evaluation") if verdict else verdict


def may_decide_appeal(actor: Person, evaluation: Evaluation) -> Verdict:
    return may_decide_between(actor, evaluation.engagement)


def parts_of(evaluation: Evaluation) -> tuple[str, ...]:
    """What may be called wrong: the texts that were written, and the marks that were given."""
    written = [name for name in APPEALABLE if getattr(evaluation, name)]
    return (*written, *(code for code, mark in evaluation.marks.items() if mark))


def is_appealable(evaluation: Evaluation) -> bool:
    """Whether it was revealed not long ago, and nothing in it was called wrong yet."""
    told = evaluation.revealed_at
    is_fresh = told is not None and clock.now() <= told + timedelta(days=APPEAL_DAYS)
    return evaluation.state == EvaluationState.REVEALED and is_fresh and evaluation.appealed_at is None


def appeals_to_decide(steward: Person) -> QuerySet[Evaluation]:
    """Those that wait, the longest first, where the steward stands on neither side."""
    if not steward.is_steward:
        return Evaluation.objects.none()
    others = without_own(Engagement.objects.all(), steward).values("pk")
    waiting = Evaluation.objects.filter(appealed_at__isnull=False, appeal_decided_at=None, engagement__in=others)
    parties = ("author", "engagement__organization", "engagement__intern", "engagement__supervisor")
    return waiting.select_related(*parties).order_by("appealed_at", "pk")


@transaction.atomic
def appeal_evaluation(*, evaluation_id: int, part: str, words: str, actor: Person) -> Evaluation:
    """Say that one statement is wrong, and why; a steward who stands on neither side decides.

    Raises NotPermitted unless the actor assesses for the side that was assessed, Conflict: "not_now" before the
    reveal and 30 days after it, "appealed_already", "part_missing" for what was not said, "words_missing".
    """
    evaluation = _locked(evaluation_id)
    require(may_appeal(actor, evaluation))
    if evaluation.appealed_at is not None:
        raise Conflict("appealed_already")
    if not is_appealable(evaluation):
        raise Conflict("not_now", state=str(evaluation.state))
    if part not in parts_of(evaluation):
        raise Conflict("part_missing")
    if not words.strip():
        raise Conflict("words_missing")
    evaluation.appeal_part, evaluation.appeal_words = part, words.strip()
    evaluation.appealed_at = clock.now()
    record(Evaluations.APPEALED, evaluation, actor, save=["appeal_part", "appeal_words", "appealed_at"])
    return evaluation


@transaction.atomic
def decide_evaluation_appeal(*, evaluation_id: int, upheld: bool, reason: str, actor: Person) -> Evaluation:
    """The third party's answer: struck out, so that no page, figure or paper says it any more, or it stands.

    Raises NotPermitted unless the actor is a steward who stands on neither side, Conflict: "not_now" when nothing
    waits, "reason_missing".
    """
    evaluation = _locked(evaluation_id)
    require(may_decide_appeal(actor, evaluation))
    if evaluation.appealed_at is None or evaluation.appeal_decided_at is not None:
        raise Conflict("not_now", state=str(evaluation.state))
    if not reason.strip():
        raise Conflict("reason_missing")
    evaluation.appeal_decision = Appeal.UPHELD if upheld else Appeal.DISMISSED
    evaluation.appeal_reason, evaluation.appeal_decided_at = reason.strip(), clock.now()
    changed = _strike(evaluation) if upheld else []
    saved = ["appeal_decision", "appeal_reason", "appeal_decided_at", *changed]
    record(Evaluations.APPEAL_DECIDED, evaluation, actor, save=saved, decision=str(evaluation.appeal_decision))
    return evaluation


def _strike(evaluation: Evaluation) -> list[str]:
    part = evaluation.appeal_part
    if part in APPEALABLE:
        evaluation.struck = {part: getattr(evaluation, part)}
        setattr(evaluation, part, "")
        return ["struck", part]
    evaluation.struck = {part: evaluation.marks[part]}
    evaluation.marks = {code: mark for code, mark in evaluation.marks.items() if code != part}
    return ["struck", "marks"]


def _locked(evaluation_id: int) -> Evaluation:
    engagement_id = Evaluation.objects.values_list("engagement_id", flat=True).get(pk=evaluation_id)
    engagement = locked(Engagement, engagement_id)
    evaluation = locked(Evaluation, evaluation_id)
    evaluation.engagement = engagement
    return evaluation

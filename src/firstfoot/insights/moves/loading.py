"""What the moves of engagements need to know, in the same few queries for one and for many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import BooleanField, Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from firstfoot.foundation.accounts.models import Away
from firstfoot.kernel import clock
from firstfoot.proof.pathways.models import PathwayOffer
from firstfoot.proof.portfolio.models import PortfolioItem, Recommendation
from firstfoot.work.disputes.queries import live_dispute_in
from firstfoot.work.engagements.models import (
    AccessItem,
    AgreementVersion,
    CheckIn,
    CheckInAnswer,
    CourseAction,
    CourseCorrection,
    Deliverable,
    Engagement,
    Kickoff,
    OnboardingStep,
    PartPay,
    Signature,
)
from firstfoot.work.engagements.states import (
    NOT_ACCEPTED,
    AgreementState,
    CheckInState,
    CorrectionState,
    PartPayState,
    Side,
)
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.states import EvaluationState
from firstfoot.work.payments.models import Stipend


@dataclass
class Parts:
    """The open parts of one engagement."""

    agreements: list[Any] = field(default_factory=list)
    check_ins: list[Any] = field(default_factory=list)
    corrections: list[Any] = field(default_factory=list)
    deliverables: list[Any] = field(default_factory=list)


def with_marks(engagements: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Adds what one row can hold: open steps of each side, evaluations in, the pathway, whether the pay is settled,
    the supervisor's absence."""
    today = clock.today()
    away = Away.objects.filter(person=OuterRef("supervisor"), first_on__lte=today, last_on__gte=today)
    pathway = PathwayOffer.objects.filter(engagement=OuterRef("pk"))
    asked = PortfolioItem.objects.filter(engagement=OuterRef("pk"), answer_by_at__isnull=False)
    letters = Recommendation.objects.filter(engagement=OuterRef("pk"))
    part_pay = PartPay.objects.filter(engagement=OuterRef("pk"), state=PartPayState.PROPOSED)
    return engagements.select_related("organization", "project", "intern", "supervisor", "cover").annotate(
        host_steps=_open_steps(Side.HOST),
        intern_steps=_open_steps(Side.INTERN),
        kickoff_state=Subquery(_kickoffs().values("state")[:1]),
        kickoff_side=Subquery(_kickoffs().values("offered_side")[:1]),
        kickoff_first=Subquery(_kickoffs().annotate(first=KeyTextTransform(0, "starts")).values("first")[:1]),
        access_out=Coalesce(Subquery(_access_out(), output_field=IntegerField()), 0),
        host_steps_due=_next_step(Side.HOST),
        intern_steps_due=_next_step(Side.INTERN),
        host_evaluated=Exists(_evaluations(Side.HOST)),
        intern_evaluated=Exists(_evaluations(Side.INTERN)),
        supervisor_away=Case(
            When(Exists(away) | Q(away_from__lte=today, away_until__gte=today), then=True),
            default=False,
            output_field=BooleanField(),
        ),
        revealed=Exists(Evaluation.objects.filter(engagement=OuterRef("pk"), state=EvaluationState.REVEALED)),
        pay_settled=Exists(Stipend.objects.filter(engagement=OuterRef("pk"), is_open=False)),
        dispute=live_dispute_in(OuterRef("pk")),
        part_pay_turn=Subquery(part_pay.values("turn")[:1]),
        part_pay_by=Subquery(part_pay.values("answer_by_at")[:1]),
        pathway_state=Subquery(pathway.values("state")[:1]),
        pathway_kind=Subquery(pathway.values("kind")[:1]),
        pathway_until=Subquery(pathway.values("expires_at")[:1]),
        letter_state=Subquery(letters.order_by("-pk").values("state")[:1]),
        showing_until=Subquery(asked.values("answer_by_at")[:1]),
    )


def parts_of(engagements: Iterable[Engagement], *, at_work: bool = True) -> dict[int, Parts]:
    """The open parts of each engagement, by its key; four queries, or one where none has begun."""
    ids = [engagement.pk for engagement in engagements]
    parts: dict[int, Parts] = defaultdict(Parts)
    wanted = _queries(ids) if at_work else {"agreements": _queries(ids)["agreements"]}
    for name, rows in wanted.items():
        for row in rows:
            getattr(parts[row.engagement_id], name).append(row)
    return parts


def _queries(ids: list[int]) -> dict[str, QuerySet[Any]]:
    signed = Signature.objects.filter(agreement=OuterRef("pk"))
    answered = CheckInAnswer.objects.filter(check_in=OuterRef("pk"))
    return {
        "agreements": AgreementVersion.objects.filter(engagement__in=ids, state=AgreementState.PROPOSED)
        .annotate(by_host=Exists(signed.filter(side=Side.HOST)), by_intern=Exists(signed.filter(side=Side.INTERN)))
        .defer("content")
        .order_by("number"),
        "check_ins": CheckIn.objects.filter(engagement__in=ids, state=CheckInState.SCHEDULED)
        .annotate(by_host=Exists(answered.filter(side=Side.HOST)), by_intern=Exists(answered.filter(side=Side.INTERN)))
        .order_by("number"),
        "corrections": CourseCorrection.objects.filter(engagement__in=ids)
        .exclude(state=CorrectionState.DONE)
        .annotate(has_actions=Exists(CourseAction.objects.filter(correction=OuterRef("pk"))))
        .order_by("opened_at"),
        "deliverables": Deliverable.objects.filter(engagement__in=ids)
        .filter(state__in=NOT_ACCEPTED)
        .order_by("due_on", "number"),
    }


def _kickoffs() -> QuerySet[Kickoff]:
    return Kickoff.objects.filter(engagement=OuterRef("pk"))


def _access_out() -> QuerySet[Any, Any]:
    out = AccessItem.objects.filter(engagement=OuterRef("pk"), given_at__isnull=False, taken_back_at=None)
    return out.order_by().values("engagement").annotate(n=Count("pk")).values("n")


def _next_step(side: Side) -> Subquery:
    return Subquery(_still_open(side).order_by("due_on").values("due_on")[:1])


def _still_open(side: Side) -> QuerySet[OnboardingStep]:
    return OnboardingStep.objects.filter(engagement=OuterRef("pk"), side=side, required=True, done_at=None)


def _open_steps(side: Side) -> Coalesce:
    counted = _still_open(side).order_by().values("engagement").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _evaluations(side: Side) -> QuerySet[Evaluation]:
    written = Q(state__in=[EvaluationState.SUBMITTED, EvaluationState.REVEALED])
    return Evaluation.objects.filter(written, engagement=OuterRef("pk"), side=side)

"""Reading evaluations: one's own side's always, the other's from the reveal on."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.applications.models import Application
from firstfoot.work.engagements.models import Criterion, CriterionMark, Deliverable, Engagement
from firstfoot.work.engagements.queries import engagements_visible_to
from firstfoot.work.engagements.states import DeliverableState, EngagementState, Side
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.states import EvaluationState


def evaluations_visible_to(reader: Person) -> QuerySet[Evaluation]:
    """Those of the reader's engagements: revealed, or of the reader's own side."""
    mine = engagements_visible_to(reader).values("pk")
    own = Q(side=Side.INTERN, engagement__intern=reader) | (Q(side=Side.HOST) & ~Q(engagement__intern=reader))
    shown = Q(state=EvaluationState.REVEALED) | own
    return Evaluation.objects.filter(shown, engagement__in=mine).select_related("author")


def evaluation_of(engagement: Engagement, side: Side | None) -> Evaluation | None:
    """One side's assessment, for that side."""
    return Evaluation.objects.filter(engagement=engagement, side=side).select_related("author").first()


def readable_by(side: Side | None, engagement: Engagement) -> tuple[Evaluation | None, list[Evaluation]]:
    """The side's own assessment, and those that were revealed to both; one query."""
    found = Evaluation.objects.filter(Q(side=side) | Q(state=EvaluationState.REVEALED), engagement=engagement)
    rows = list(found.select_related("author").order_by("side"))
    own = next((one for one in rows if one.side == side), None)
    return own, [one for one in rows if one.state == EvaluationState.REVEALED]


def revealed_of(engagement: Engagement) -> list[Evaluation]:
    """What both may read: nothing before the reveal."""
    shown = Evaluation.objects.filter(engagement=engagement, state=EvaluationState.REVEALED)
    return list(shown.select_related("author").order_by("side"))


def is_time(engagement: Engagement) -> bool:
    """Whether assessments are written now: closing, or ended early with accepted work."""
    ended = engagement.state == EngagementState.ENDED_EARLY and engagement.evaluate_by_at is not None
    return ended or engagement.state == EngagementState.CLOSING


def is_open(engagement: Engagement) -> bool:
    """Whether its assessments may still be written: it is time, and nothing was revealed."""
    if not is_time(engagement):
        return False
    return not Evaluation.objects.filter(engagement=engagement, state=EvaluationState.REVEALED).exists()


def asks_where_they_stand(engagement: Engagement) -> bool:
    """Whether the intern may still say where they see themselves before the work: signed, and not yet closing."""
    return engagement.state in (EngagementState.ONBOARDING, EngagementState.ACTIVE)


def skills_of_brief(engagement: Engagement) -> tuple[str, ...]:
    """What the brief said the work takes, in the host's words."""
    applied_to = Application.objects.select_related("brief_version").get(pk=engagement.application_id)
    return tuple(applied_to.brief_version.brief.skills)


def criteria_that_show(engagement: Engagement) -> list[Criterion]:
    """The criteria of accepted results that were met: each may show a skill."""
    not_met = CriterionMark.objects.filter(criterion=OuterRef("pk"), review__is_accepted=True, is_met=False)
    met = Criterion.objects.filter(
        ~Exists(not_met), deliverable__engagement=engagement, deliverable__state=DeliverableState.ACCEPTED,
        is_current=True,
    )  # fmt: skip
    return list(met.select_related("deliverable__accepted_by").order_by("deliverable__number", "number"))


@dataclass(frozen=True, slots=True)
class SkillSeen:
    """A skill, and the criterion of an accepted result by which the host saw it."""

    skill: str
    criterion: Criterion  # with its deliverable, who accepted it and when


def skills_seen(engagement: Engagement) -> list[SkillSeen]:
    """What the host tied to what was accepted, once both may read it."""
    told = Evaluation.objects.filter(engagement=engagement, side=Side.HOST, state=EvaluationState.REVEALED)
    said = told.values_list("skills", flat=True).first() or {}
    met = {f"{one.deliverable.number}.{one.number}": one for one in criteria_that_show(engagement)} if said else {}
    return [SkillSeen(word, met[said[word]]) for word in skills_of_brief(engagement) if said.get(word) in met]


def skills_in(
    told: Iterable[Evaluation], accepted: Iterable[Deliverable], unmet: Container[int]
) -> list[tuple[str, Deliverable, Criterion]]:
    """The same of what was read already: the revealed assessments, accepted results with criteria, what was not met."""
    said: dict[str, str] = next((one.skills for one in told if one.side == Side.HOST), {})
    met = {
        f"{result.number}.{criterion.number}": (result, criterion)
        for result in accepted
        for criterion in result.criteria.all()
        if criterion.pk not in unmet
    }
    return [(word, *met[key]) for word, key in sorted(said.items()) if key in met]


def engagements_to_reveal(now: datetime) -> QuerySet[Engagement]:
    """Those whose time for assessments is up, and whose assessments were not revealed."""
    waiting = Evaluation.objects.filter(state=EvaluationState.SUBMITTED).values("engagement")
    closing = Q(state=EngagementState.CLOSING, evaluate_by_at__lt=now, held_at=None)
    ended = Q(state=EngagementState.ENDED_EARLY, evaluate_by_at__lt=now, pk__in=waiting)
    return Engagement.objects.filter(closing | ended)


def has_accepted_work(engagement: Engagement) -> bool:
    return Deliverable.objects.filter(engagement=engagement, state=DeliverableState.ACCEPTED).exists()

"""Reading what somebody takes over who finishes the work of another: results, files, notes; no name, no reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from firstfoot.market.projects.brief import BriefDeliverable, Criterion
from firstfoot.work.engagements.models import Deliverable, Engagement, SubmissionFile
from firstfoot.work.engagements.queries.parting import part_facts
from firstfoot.work.engagements.rescue import Left
from firstfoot.work.engagements.states import NOT_ACCEPTED, DeliverableState, EngagementState


@dataclass(frozen=True, slots=True)
class Taken:
    """One accepted result, with its files and links once it is paid."""

    title: str
    format: str
    criteria: tuple[str, ...]
    files: tuple[Any, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Takeover:
    """What the successor reads: never notes of check-ins, assessments, pay, reasons or a name."""

    accepted: tuple[Taken, ...]
    left: tuple[str, ...]
    note: str
    is_paid: bool


def may_be_finished(engagement: Engagement) -> bool:
    """Whether work that was begun ended with something left, and nobody was looked for yet."""
    is_ended = engagement.state == EngagementState.ENDED_EARLY and engagement.started_at is not None
    return is_ended and engagement.finished_at is None and engagement.successor_sought_at is None


def left_of(engagement: Engagement) -> Left:
    """The results that nobody accepted, by the terms that stood at the end."""
    rest = engagement.deliverables.filter(state__in=NOT_ACCEPTED).prefetch_related("criteria").order_by("number")
    facts = part_facts(engagement)
    paid = facts.part_minor if engagement.part_pay_minor is None else engagement.part_pay_minor
    return Left(tuple(_as_brief(one, engagement) for one in rest), facts.results_all, paid)


def takeover_of(engagement: Engagement) -> Takeover | None:
    """What one who takes over is handed; None where nothing is taken over."""
    former = Engagement.objects.filter(successor=engagement).first()
    if former is None:
        return None
    is_paid = former.received_on is not None or former.part_pay_minor == 0
    accepted = former.deliverables.filter(state=DeliverableState.ACCEPTED).prefetch_related("criteria")
    left = former.deliverables.filter(state__in=NOT_ACCEPTED).order_by("number").values_list("title", flat=True)
    taken = tuple(_taken(one, is_paid) for one in accepted.order_by("number"))
    return Takeover(taken, tuple(left), former.handover_note, is_paid)


def handed_to(person_id: int) -> Q:
    """The files of accepted and paid results that a person took over, as a condition on submission files."""
    of = "submission__deliverable__engagement"
    paid = Q(**{f"{of}__received_on__isnull": False}) | Q(**{f"{of}__part_pay_minor": 0})
    return Q(**{f"{of}__successor__intern": person_id, "submission__review__is_accepted": True}) & paid


def _as_brief(one: Deliverable, engagement: Engagement) -> BriefDeliverable:
    due_day = (one.due_on - engagement.start_on).days + 1
    criteria = tuple(Criterion(c.text, c.required) for c in one.criteria.all())
    return BriefDeliverable(one.title, one.format, max(due_day, 1), one.required, criteria)


def _taken(one: Deliverable, is_paid: bool) -> Taken:
    last = one.submissions.filter(review__is_accepted=True).last()
    files: tuple[Any, ...] = ()
    if last is not None and is_paid:
        files = tuple(row.file for row in SubmissionFile.objects.filter(submission=last).select_related("file"))
    links = tuple(last.links) if last is not None and is_paid else ()
    return Taken(one.title, one.format, tuple(c.text for c in one.criteria.all()), files, links)

"""Ending early: from every live state, by either side or the third party, and what is handed over."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.seats import free_taken_seat
from firstfoot.work.engagements.actions.check_ins import skip_rest
from firstfoot.work.engagements.actions.finishing import evaluation_deadline, void_proposed
from firstfoot.work.engagements.actions.locking import require_not_held
from firstfoot.work.engagements.actions.parting import part_pay_at_end, record_proposal
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import may_end
from firstfoot.work.engagements.states import (
    BEFORE_START,
    ENGAGEMENT,
    DeliverableState,
    EndReason,
    Side,
)

_SAVED = [
    "state", "ended_at", "ended_side", "ended_by", "end_reason", "end_note", "handed_over", "part_pay_minor",
    "evaluate_by_at",
]  # fmt: skip


@transaction.atomic
def end_early(
    *,
    engagement_id: int,
    seen: int | None = None,
    reason: str,
    note: str,
    handed_over: str,
    part_pay_minor: int | None,
    actor: Person,
) -> Engagement:
    """End it now. Before the start the seat is free again and an unsigned agreement is void.

    After the start the actor's side proposes a part of the pay (None: what the facts show), which
    the other side answers; where the work is finished, all of it is owed.

    Raises NotPermitted unless the actor is a party (a suspended organization may not, its intern
    may), Conflict("changed") when it moved since `seen`, Conflict("held") for the host in a dispute,
    Conflict("part_pay_too_much") above the agreed pay, Conflict("no_silence") when silence is typed as
    the reason, IllegalTransition when it is over already. Accepted results stay accepted, and
    are evaluated like finished work.
    """
    if reason == EndReason.SILENCE:
        raise Conflict("no_silence")
    project_id = Engagement.objects.values_list("project_id", flat=True).get(pk=engagement_id)
    project = locked(Project, project_id)
    engagement = locked(Engagement, engagement_id, seen=seen)
    require(may_end(actor, engagement))
    return end_locked(project, engagement, Ending(EndReason(reason), note, handed_over, part_pay_minor), actor)


@dataclass(frozen=True, slots=True)
class Ending:
    """What is said with an early end."""

    reason: EndReason
    note: str
    handed_over: str
    part_pay_minor: int | None


def end_locked(project: Project, engagement: Engagement, said: Ending, actor: Person) -> Engagement:
    """End a locked engagement of a locked project, by a party to it."""
    side = engagement.side_of(actor.pk)
    if side == Side.HOST:
        require_not_held(engagement)
    before_start = _ended(engagement, said, actor)
    engagement.ended_side = side
    proposed = None if before_start else part_pay_at_end(engagement, said.part_pay_minor)
    _keep(engagement, project, actor, before_start=before_start)
    if proposed is not None:
        record_proposal(proposed, engagement, actor)
    _let_fall(engagement, actor)
    return engagement


@transaction.atomic
def end_on_record(*, engagement_id: int, part_pay_minor: int, actor: Person) -> Engagement:
    """The third party ends it in a dispute and sets the pay for what was done; its reason stands there.

    Whether the actor may decide was asked when they did. Refuses as `end_early` does, but for who ends.
    """
    project = locked(Project, Engagement.objects.values_list("project_id", flat=True).get(pk=engagement_id))
    engagement = locked(Engagement, engagement_id)
    before_start = _ended(engagement, Ending(EndReason.DECIDED, "", "", part_pay_minor), actor)
    engagement.part_pay_minor = None if before_start else part_pay_minor
    _keep(engagement, project, actor, before_start=before_start)
    _let_fall(engagement, actor)
    return engagement


def _ended(engagement: Engagement, said: Ending, actor: Person) -> bool:
    """Move it to its end, with what is said; whether the work had not begun."""
    target = ENGAGEMENT.target("end_early", engagement.state)
    if said.part_pay_minor is not None and said.part_pay_minor > engagement.pay_minor:
        raise Conflict("part_pay_too_much")
    was_before_start = engagement.state in BEFORE_START
    engagement.state, engagement.ended_at, engagement.ended_by = target, clock.now(), actor
    engagement.end_reason, engagement.end_note = said.reason, said.note.strip()
    engagement.handed_over = said.handed_over.strip()
    return was_before_start


def _keep(engagement: Engagement, project: Project, actor: Person, *, before_start: bool) -> None:
    """Free the seat of work that had not begun, ask about what was accepted, and record the end."""
    if before_start:
        free_taken_seat(project, actor)
    elif engagement.deliverables.filter(state=DeliverableState.ACCEPTED).exists():
        engagement.evaluate_by_at = engagement.evaluate_by_at or evaluation_deadline(engagement)
    record(
        Engagements.ENDED_EARLY, engagement, actor, save=_SAVED, side=str(engagement.ended_side),
        reason=str(engagement.end_reason), before_start=before_start,
    )  # fmt: skip


def _let_fall(engagement: Engagement, actor: Person) -> None:
    """What nobody signs or answers any more."""
    void_proposed(engagement, actor)
    skip_rest(engagement, actor, code="ended")

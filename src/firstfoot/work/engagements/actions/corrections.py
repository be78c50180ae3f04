"""Course corrections: what is in the way, who does what about it by when, agreed by both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.actions.locking import locked_part, require_state
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import CheckIn, CourseAction, CourseCorrection, Engagement
from firstfoot.work.engagements.policies import may_correct, standing_of
from firstfoot.work.engagements.states import COURSE_CORRECTION, SITUATIONS, CorrectionCause, CorrectionState, Side
from firstfoot.work.engagements.states import EngagementState as E

MOST_ACTIONS = 8


class ActionToDo(TypedDict):
    """One thing to do: what, by which side ("host" or "intern"), by when."""

    text: str
    owner_side: str
    due_on: date


@transaction.atomic
def report_stuck(
    *, engagement_id: int, what: str, actor: Person, situation: str = CorrectionCause.STUCK
) -> CourseCorrection:
    """Say that something is in the way, on any day; it opens a course correction of that situation at once.

    Raises NotPermitted unless the actor is the intern or guides for the host, Conflict("not_now")
    unless work is going on, Conflict("no_situation") when the situation is not one of those that can be named.
    """
    if situation not in SITUATIONS:
        raise Conflict("no_situation")
    return _open(engagement_id, CorrectionCause(situation), what, actor)


@transaction.atomic
def open_correction(*, engagement_id: int, what: str, actor: Person) -> CourseCorrection:
    """Ask the other side to agree on a change of course. Refuses as report_stuck does."""
    return _open(engagement_id, CorrectionCause.ASKED, what, actor)


def _open(engagement_id: int, cause: CorrectionCause, what: str, actor: Person) -> CourseCorrection:
    engagement = locked(Engagement, engagement_id)
    require(standing_of(actor, engagement).correct())
    require_state(engagement, E.ONBOARDING, E.ACTIVE)
    return open_for(engagement, cause, actor=actor, what=what.strip())


def open_for(
    engagement: Engagement,
    cause: CorrectionCause,
    *,
    actor: Person | None,
    what: str = "",
    check_in: CheckIn | None = None,
) -> CourseCorrection:
    """A new correction in a locked engagement; a check-in opens one for nobody's side."""
    side = engagement.side_of(actor.pk) if actor else ""
    correction = CourseCorrection(
        engagement=engagement, check_in=check_in, cause=cause, opened_side=side, what=what, opened_at=clock.now()
    )
    record_new(Engagements.CORRECTION_OPENED, correction, actor, cause=cause, side=str(side))
    return correction


@transaction.atomic
def propose_correction(
    *, correction_id: int, seen: int | None, what: str, actions: Iterable[ActionToDo], actor: Person
) -> CourseCorrection:
    """Write down what is in the way and what each side does about it; the other side then agrees.

    Raises NotPermitted unless the actor may correct, Conflict("changed") when it moved since
    `seen`, Conflict("already_agreed") once it is no longer open, Conflict("no_actions") without
    anything to do.
    """
    correction, engagement = locked_part(CourseCorrection, correction_id, seen=seen)
    require(may_correct(actor, correction))
    if correction.state != CorrectionState.OPEN:
        raise Conflict("already_agreed")
    wanted = list(actions)[:MOST_ACTIONS]
    if not wanted:
        raise Conflict("no_actions")
    correction.actions.all().delete()
    CourseAction.objects.bulk_create(
        CourseAction(correction=correction, text=a["text"][:300], owner_side=Side(a["owner_side"]), due_on=a["due_on"])
        for a in wanted
    )
    correction.what, correction.proposed_side = what.strip(), engagement.side_of(actor.pk)
    record(
        Engagements.CORRECTION_PROPOSED, correction, actor, save=["what", "proposed_side"],
        side=correction.proposed_side, actions=len(wanted),
    )  # fmt: skip
    return correction


@transaction.atomic
def agree_correction(*, correction_id: int, seen: int | None, actor: Person) -> CourseCorrection:
    """Agree to the other side's actions.

    Raises NotPermitted unless the actor may correct, Conflict("changed") when they moved since
    `seen`, Conflict("nothing_proposed") or Conflict("own_proposal"), IllegalTransition unless open.
    """
    correction, engagement = locked_part(CourseCorrection, correction_id, seen=seen)
    require(may_correct(actor, correction))
    target = COURSE_CORRECTION.target("agree", correction.state)
    if not correction.proposed_side:
        raise Conflict("nothing_proposed")
    if correction.proposed_side == engagement.side_of(actor.pk):
        raise Conflict("own_proposal")
    correction.state, correction.agreed_at = target, clock.now()
    record(Engagements.CORRECTION_AGREED, correction, actor, save=["state", "agreed_at"])
    return correction


@transaction.atomic
def close_correction(*, correction_id: int, actor: Person) -> CourseCorrection:
    """Say that it is settled; actions still open count as done.

    Raises NotPermitted unless the actor may correct, IllegalTransition when it is settled already.
    """
    correction, _engagement = locked_part(CourseCorrection, correction_id)
    require(may_correct(actor, correction))
    correction.state = COURSE_CORRECTION.target("close", correction.state)
    correction.closed_at = clock.now()
    if correction.agreed_at:
        correction.actions.filter(done_at=None).update(done_at=clock.now())
    record(Engagements.CORRECTION_CLOSED, correction, actor, save=["state", "closed_at"])
    return correction

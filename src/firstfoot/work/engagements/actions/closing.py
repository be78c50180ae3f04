"""After the work: what was done, when it was paid, and the completion."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.actions.locking import require_not_held, require_state
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import may_mark_paid, may_mark_received, standing_of
from firstfoot.work.engagements.states import ENGAGEMENT
from firstfoot.work.engagements.states import EngagementState as E

AFTER_WORK = (E.CLOSING, E.COMPLETED, E.ENDED_EARLY)


@transaction.atomic
def note_closing(
    *, engagement_id: int, hours_worked: int | None, tools_used: str, learning_answer: str, actor: Person
) -> Engagement:
    """Keep the hours, the tools and what became of the learning goal, in the intern's words.

    Raises NotPermitted unless the actor is the intern, Conflict("not_now") while work goes on.
    """
    engagement = locked(Engagement, engagement_id)
    require(standing_of(actor, engagement).intern())
    require_state(engagement, *AFTER_WORK)
    engagement.hours_worked = hours_worked
    engagement.tools_used = " ".join(tools_used.split())[:300]
    engagement.learning_answer = learning_answer.strip()
    record(
        Engagements.CLOSING_NOTED, engagement, actor, save=["hours_worked", "tools_used", "learning_answer"],
        hours=hours_worked,
    )  # fmt: skip
    return engagement


@transaction.atomic
def mark_paid(*, engagement_id: int, paid_on: date, actor: Person | None) -> Engagement:
    """The day on which the whole pay was sent, as the host states it; a later statement corrects an earlier one.

    Stipends call this once nothing is left to pay; without an actor when it was stated before. Raises NotPermitted
    unless the actor is the host's, Conflict("not_now") while work goes on, Conflict("day_ahead") for a day that has
    not come.
    """
    engagement = locked(Engagement, engagement_id)
    if actor is not None:
        require(may_mark_paid(actor, engagement))
    _require_past(engagement, paid_on)
    engagement.paid_on = paid_on
    record(Engagements.PAID, engagement, actor, save=["paid_on"], on=paid_on.isoformat())
    return engagement


@transaction.atomic
def mark_received(*, engagement_id: int, received_on: date, actor: Person | None) -> Engagement:
    """The day on which the last of the pay arrived, as the intern states it. Refuses as mark_paid does."""
    engagement = locked(Engagement, engagement_id)
    if actor is not None:
        require(may_mark_received(actor, engagement))
    _require_past(engagement, received_on)
    engagement.received_on = received_on
    record(Engagements.PAY_RECEIVED, engagement, actor, save=["received_on"], on=received_on.isoformat())
    return engagement


@transaction.atomic
def reopen_pay(*, engagement_id: int, sent: bool, actor: Person | None) -> Engagement:
    """Pay is open again: not all of it has arrived after all, nor, with `sent`, was all of it sent."""
    engagement = locked(Engagement, engagement_id)
    engagement.received_on = None
    if sent:
        engagement.paid_on = None
    record(Engagements.PAY_REOPENED, engagement, actor, save=["paid_on", "received_on"], sent=sent)
    return engagement


def _require_past(engagement: Engagement, day: date) -> None:
    require_state(engagement, *AFTER_WORK)
    if engagement.started_at is None:
        raise Conflict("not_now", state=str(engagement.state))
    here = max(clock.today(engagement.organization.zone), clock.today(engagement.intern.zone))
    if day > here:
        raise Conflict("day_ahead")


@transaction.atomic
def complete_engagement(*, engagement_id: int, actor: Person | None = None) -> Engagement:
    """Complete it; evaluations call this once both are in or the time for them is up.

    Raises IllegalTransition unless it is closing, Conflict("held") in a dispute.
    """
    engagement = locked(Engagement, engagement_id)
    require_not_held(engagement)
    engagement.state = ENGAGEMENT.target("complete", engagement.state)
    engagement.completed_at = clock.now()
    record(Engagements.COMPLETED, engagement, actor, save=["state", "completed_at"])
    return engagement

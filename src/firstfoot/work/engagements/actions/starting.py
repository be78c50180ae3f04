"""Starting the work, or agreeing to start it on another day."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.work.engagements.actions.amending import require_no_amendment
from firstfoot.work.engagements.actions.drafting import rewrite_results, shift_steps
from firstfoot.work.engagements.actions.locking import require_state
from firstfoot.work.engagements.actions.planning import plan_check_ins
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import may_start
from firstfoot.work.engagements.queries.plan import open_steps
from firstfoot.work.engagements.queries.reading import terms_now
from firstfoot.work.engagements.states import ENGAGEMENT
from firstfoot.work.engagements.states import EngagementState as E
from firstfoot.work.engagements.terms import moved


@transaction.atomic
def start_engagement(*, engagement_id: int, actor: Person | None) -> Engagement:
    """Begin the work and schedule its check-ins.

    Raises NotPermitted unless the actor is a party, IllegalTransition unless it is onboarding,
    Conflict("steps_open") while a required step of either side is open, Conflict("too_early")
    when the clock comes before the first day.
    """
    engagement = locked(Engagement, engagement_id)
    if actor is not None:
        require(may_start(actor, engagement))
    target = ENGAGEMENT.target("start", engagement.state)
    if open_steps(engagement).exists():
        raise Conflict("steps_open")
    workdays = workdays_of_organization(engagement.organization)
    if actor is None and clock.today(workdays.zone) < engagement.start_on:
        raise Conflict("too_early")
    engagement.state, engagement.started_at = target, clock.now()
    plan_check_ins(engagement, actor)
    engagement.new_start_on, engagement.new_start_by = None, ""
    record(Engagements.STARTED, engagement, actor, save=["state", "started_at", "new_start_on", "new_start_by"])
    return engagement


@transaction.atomic
def propose_start(*, engagement_id: int, new_start_on: date, actor: Person) -> Engagement:
    """Ask the other side to start on another day; it moves when they agree.

    Raises NotPermitted unless the actor is a party, Conflict("not_now") unless it is onboarding,
    Conflict("start_past") for a day that is over.
    """
    engagement = locked(Engagement, engagement_id)
    require(may_start(actor, engagement))
    require_state(engagement, E.ONBOARDING)
    if new_start_on < clock.today(engagement.organization.zone):
        raise Conflict("start_past")
    side = engagement.side_of(actor.pk)
    engagement.new_start_on, engagement.new_start_by = new_start_on, side
    record(
        Engagements.START_PROPOSED, engagement, actor, save=["new_start_on", "new_start_by"], side=side,
        start_on=new_start_on.isoformat(),
    )  # fmt: skip
    return engagement


@transaction.atomic
def agree_start(*, engagement_id: int, actor: Person) -> Engagement:
    """Agree to the other side's start; the end and every due date move by as many days, as the agreement says.

    Raises NotPermitted unless the actor is a party, Conflict("nothing_proposed") or
    Conflict("own_proposal") when there is nothing of the other side to agree to,
    Conflict("amendment_open") while a change of terms waits for signatures.
    """
    engagement = locked(Engagement, engagement_id)
    require(may_start(actor, engagement))
    require_state(engagement, E.ONBOARDING)
    if engagement.new_start_on is None:
        raise Conflict("nothing_proposed")
    if engagement.new_start_by == engagement.side_of(actor.pk):
        raise Conflict("own_proposal")
    require_no_amendment(engagement)
    moved_by = engagement.new_start_on - engagement.start_on
    terms = moved(terms_now(engagement), engagement.new_start_on)
    rewrite_results(engagement, terms["deliverables"], actor)
    engagement.start_on, engagement.end_on = engagement.new_start_on, date.fromisoformat(terms["end_on"])
    engagement.new_start_on, engagement.new_start_by = None, ""
    shift_steps(engagement, moved_by=moved_by)
    record(
        Engagements.START_MOVED, engagement, actor, save=["start_on", "end_on", "new_start_on", "new_start_by"],
        start_on=engagement.start_on.isoformat(),
    )  # fmt: skip
    return engagement

"""Moving one due date while the last day stands: one side asks, the other agrees with one tap."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.actions.amending import require_no_amendment
from firstfoot.work.engagements.actions.locking import locked_part, require_state
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Deliverable, Engagement
from firstfoot.work.engagements.policies import may_move_due
from firstfoot.work.engagements.states import AMENDABLE, STILL_OPEN


@transaction.atomic
def propose_due(*, deliverable_id: int, seen: int | None, due_on: date, actor: Person) -> Deliverable:
    """Ask the other side for another due date of a result that is still to be handed in.

    Raises NotPermitted unless the actor does or guides the work; Conflict: "changed" when the
    result moved since `seen`, "not_now" unless it is open, "amendment_open" while a change of
    terms waits, "due_past" for a day that is over, "due_outside_work" beyond the first or last
    day (which only an amendment moves), "nothing_changed" for the day that stands.
    """
    deliverable, engagement = locked_part(Deliverable, deliverable_id, seen=seen)
    _require_open(deliverable, engagement, actor)
    if due_on == deliverable.due_on:
        raise Conflict("nothing_changed")
    if due_on < clock.today(engagement.organization.zone):
        raise Conflict("due_past")
    if not engagement.start_on <= due_on <= engagement.end_on:
        raise Conflict("due_outside_work")
    side = engagement.side_of(actor.pk)
    deliverable.new_due_on, deliverable.new_due_by = due_on, side
    record(
        Engagements.DELIVERABLE_DUE_PROPOSED, deliverable, actor, save=["new_due_on", "new_due_by"], side=side,
        due_on=due_on.isoformat(),
    )  # fmt: skip
    return deliverable


@transaction.atomic
def agree_due(*, deliverable_id: int, due_on: date, actor: Person) -> Deliverable:
    """Agree to the day that the other side asked for: `due_on`, as the page showed it.

    Raises NotPermitted unless the actor does or guides the work; Conflict: "nothing_proposed" when
    no such day is asked for by now, "own_proposal", "not_now", "amendment_open".
    """
    deliverable, engagement = _asked(deliverable_id, due_on, actor)
    if deliverable.new_due_by == engagement.side_of(actor.pk):
        raise Conflict("own_proposal")
    deliverable.due_on = due_on
    deliverable.new_due_on, deliverable.new_due_by = None, ""
    record(
        Engagements.DELIVERABLE_DUE_MOVED, deliverable, actor, save=["due_on", "new_due_on", "new_due_by"],
        due_on=due_on.isoformat(),
    )  # fmt: skip
    return deliverable


@transaction.atomic
def keep_due(*, deliverable_id: int, due_on: date, actor: Person) -> Deliverable:
    """Say no to the day that was asked for, or take one's own wish back; the date that stands is kept.

    Raises NotPermitted unless the actor does or guides the work; Conflict: "nothing_proposed",
    "not_now", "amendment_open".
    """
    deliverable, engagement = _asked(deliverable_id, due_on, actor)
    asked_by = deliverable.new_due_by
    deliverable.new_due_on, deliverable.new_due_by = None, ""
    record(
        Engagements.DELIVERABLE_DUE_KEPT, deliverable, actor, save=["new_due_on", "new_due_by"], asked=asked_by,
        side=engagement.side_of(actor.pk),
    )  # fmt: skip
    return deliverable


def _asked(deliverable_id: int, due_on: date, actor: Person) -> tuple[Deliverable, Engagement]:
    deliverable, engagement = locked_part(Deliverable, deliverable_id)
    _require_open(deliverable, engagement, actor)
    if deliverable.new_due_on != due_on:
        raise Conflict("nothing_proposed")
    return deliverable, engagement


def _require_open(deliverable: Deliverable, engagement: Engagement, actor: Person) -> None:
    require(may_move_due(actor, deliverable))
    require_state(engagement, *AMENDABLE)
    if deliverable.state not in STILL_OPEN:
        raise Conflict("not_now", state=str(deliverable.state))
    require_no_amendment(engagement)

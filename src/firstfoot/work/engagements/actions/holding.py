"""The hold that a dispute puts on what would settle the matter, and what the third party then does on the record."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.work.engagements.actions.deliverables import REVIEW_DAYS, accept_locked
from firstfoot.work.engagements.actions.locking import locked_part
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Deliverable, Engagement, Review
from firstfoot.work.engagements.states import DELIVERABLE, DeliverableState
from firstfoot.work.engagements.states import EngagementState as E


def hold_engagement(*, engagement_id: int, actor: Person) -> Engagement:
    """Hold answers to results, completion, the host's early end and pay; in the transaction that opens the dispute.

    Raises Conflict("held") when it is held already.
    """
    engagement = locked(Engagement, engagement_id)
    if engagement.is_held:
        raise Conflict("held")
    engagement.held_at = clock.now()
    record(Engagements.HELD, engagement, actor, save=["held_at"])
    return engagement


def lift_hold(*, engagement_id: int, actor: Person | None) -> Engagement:
    """Let it go on, in the transaction that ends the dispute; nothing to do when nothing is held.

    The host gets its whole time for what waits for an answer.
    """
    engagement = locked(Engagement, engagement_id)
    if not engagement.is_held:
        return engagement
    now = clock.now()
    engagement.held_at, engagement.hold_lifted_at = None, now
    waiting = engagement.deliverables.filter(state=DeliverableState.SUBMITTED)
    waiting.update(review_by_at=workdays_of_organization(engagement.organization).after(now, REVIEW_DAYS))
    record(Engagements.HOLD_LIFTED, engagement, actor, save=["held_at", "hold_lifted_at"])
    return engagement


@transaction.atomic
def uphold_result(*, deliverable_id: int, actor: Person) -> bool:
    """The third party accepts the newest version in a dispute, also one that the host returned.

    False when there is nothing to accept any more: the work ended meanwhile, or the result was left out. Whether
    the actor may decide was asked when they did.
    """
    deliverable, engagement = locked_part(Deliverable, deliverable_id)
    if engagement.state != E.ACTIVE or not DELIVERABLE.allows("uphold", deliverable.state):
        return False
    deliverable.is_upheld = True  # what the host wrote of the version stays as it is
    deliverable.state = DELIVERABLE.target("uphold", deliverable.state)
    accept_locked(deliverable, engagement, actor, reason="dispute")
    return True


@transaction.atomic
def send_back_on_record(*, deliverable_id: int, reason: str, actor: Person) -> bool:
    """The third party returns what waits for an answer, with its reason; false when nothing waits."""
    deliverable, engagement = locked_part(Deliverable, deliverable_id)
    if engagement.state != E.ACTIVE or deliverable.state != DeliverableState.SUBMITTED:
        return False
    Review.objects.create(
        submission=deliverable.submissions.get(number=deliverable.submissions_count), reviewer=actor,
        is_accepted=False, by_third_party=True, comment=reason.strip(), reviewed_at=clock.now(),
    )  # fmt: skip
    deliverable.state = DELIVERABLE.target("return", deliverable.state)
    record(
        Engagements.DELIVERABLE_RETURNED, deliverable, actor, save=["state"], submission=deliverable.submissions_count,
        met=0, reason="dispute",
    )  # fmt: skip
    return True

"""Which moment of the work it is for whoever guides, and whether they still want its card."""

from __future__ import annotations

from datetime import timedelta

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.work.engagements.models import CardPutAway, Engagement, Review
from firstfoot.work.engagements.states import CheckInState, DeliverableState, EngagementState, Moment

AHEAD = timedelta(days=2)  # before its first check-in a supervisor reads of it, and after the start of the first day


def moment_of(engagement: Engagement, *, is_quiet: bool) -> Moment | None:
    """The moment that the supervisor is in; `is_quiet` where nothing warns."""
    state = engagement.state
    if state == EngagementState.ONBOARDING:
        return Moment.BEFORE_START
    if state == EngagementState.CLOSING:
        return Moment.AT_END
    if state != EngagementState.ACTIVE:
        return None
    if not is_quiet:
        return Moment.SLIPS
    waiting = engagement.deliverables.filter(state=DeliverableState.SUBMITTED).exists()
    if waiting and not Review.objects.filter(submission__deliverable__engagement=engagement).exists():
        return Moment.FIRST_HAND_IN
    today = clock.today(engagement.organization.zone)
    first = engagement.check_ins.filter(number=1, state=CheckInState.SCHEDULED, due_on__lte=today + AHEAD)
    if first.exists():
        return Moment.FIRST_CHECK_IN
    is_new = engagement.started_at is not None and clock.now() - engagement.started_at < AHEAD
    return Moment.DAY_ONE if is_new else None


def wants_card(person: Person, moment: Moment) -> bool:
    """Whether the person has not put it away."""
    return not CardPutAway.objects.filter(person=person, code=moment).exists()

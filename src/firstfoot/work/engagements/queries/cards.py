"""Which moment of the work it is for whoever guides, and whether they still want its card."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.work.engagements.models import CardPutAway, CheckIn, Deliverable, Engagement
from firstfoot.work.engagements.states import DeliverableState, EngagementState, Moment

AHEAD = timedelta(days=2)  # before its first check-in a supervisor reads of it, and after the start of the first day


def moment_of(
    engagement: Engagement, results: Iterable[Deliverable], next_check_in: CheckIn | None, *, is_quiet: bool
) -> Moment | None:
    """The moment that the supervisor is in; `is_quiet` where nothing warns. Asks the database nothing."""
    state = engagement.state
    if state == EngagementState.ONBOARDING:
        return Moment.BEFORE_START
    if state == EngagementState.CLOSING:
        return Moment.AT_END
    if state != EngagementState.ACTIVE:
        return None
    if not is_quiet:
        return Moment.SLIPS
    handed_in = [result for result in results if result.submissions_count]
    if handed_in and all(r.state == DeliverableState.SUBMITTED and r.submissions_count == 1 for r in handed_in):
        return Moment.FIRST_HAND_IN
    soon = clock.today(engagement.organization.zone) + AHEAD
    if next_check_in is not None and next_check_in.number == 1 and next_check_in.due_on <= soon:
        return Moment.FIRST_CHECK_IN
    is_new = engagement.started_at is not None and clock.now() - engagement.started_at < AHEAD
    return Moment.DAY_ONE if is_new else None


def wants_card(person: Person, moment: Moment) -> bool:
    """Whether the person has not put it away."""
    return not CardPutAway.objects.filter(person=person, code=moment).exists()

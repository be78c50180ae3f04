"""What the clocks look for: check-ins to close, engagements to start, results for a third party."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.organizations.queries import organizations_with_role, workdays_of_organization
from firstfoot.market.organizations.states import Role
from firstfoot.work.engagements.models import AgreementVersion, CheckIn, Deliverable, Engagement, OnboardingStep
from firstfoot.work.engagements.states import AgreementState, CheckInState, DeliverableState, EngagementState

ON_RECORD_AFTER = 10  # business days of the host without an answer


def check_ins_to_close(now: datetime) -> QuerySet[CheckIn]:
    """Those whose window ended without both answers; of one engagement the earlier first."""
    return CheckIn.objects.filter(
        state=CheckInState.SCHEDULED, closes_at__lt=now, engagement__state=EngagementState.ACTIVE
    ).order_by("closes_at", "pk")


def amendments_to_lapse(now: datetime) -> QuerySet[AgreementVersion]:
    """Changes of what was signed that neither side has time left to sign."""
    waiting = AgreementVersion.objects.filter(state=AgreementState.PROPOSED, amends__isnull=False)
    over = waiting.filter(sign_by_host_at__lt=now, sign_by_intern_at__lt=now)
    return over.order_by("proposed_at", "pk")


def engagements_to_start(today: date) -> QuerySet[Engagement]:
    """Those whose first day has come, with every required step done."""
    still_open = OnboardingStep.objects.filter(engagement=OuterRef("pk"), required=True, done_at=None)
    ready = Engagement.objects.filter(state=EngagementState.ONBOARDING, start_on__lte=today)
    return ready.filter(~Exists(still_open))


def on_record_from(deliverable: Deliverable) -> datetime | None:
    """From when a third party may accept the waiting version on the record."""
    if deliverable.state != DeliverableState.SUBMITTED or deliverable.submitted_at is None:
        return None
    engagement = deliverable.engagement
    began = max(deliverable.submitted_at, engagement.hold_lifted_at or deliverable.submitted_at)
    return workdays_of_organization(engagement.organization).after(began, ON_RECORD_AFTER)


def is_on_record(deliverable: Deliverable) -> bool:
    """Whether the host's 10 business days are over."""
    starts = on_record_from(deliverable)
    return starts is not None and clock.now() > starts


def deliverables_on_record(steward: Person) -> QuerySet[Deliverable]:
    """What hosts left unanswered, the longest wait first; never of an engagement the steward is party to.

    Days away can only lengthen a wait: `is_on_record` says whether the time of each is really over.
    """
    waiting = deliverables_left_waiting(steward)
    active = {"engagement__state": EngagementState.ACTIVE, "engagement__held_at": None}
    return waiting.filter(state=DeliverableState.SUBMITTED, **active)


def engagements_held(steward: Person) -> QuerySet[Engagement]:
    """Those in a dispute, for a steward who stands on neither side."""
    if not steward.is_steward:
        return Engagement.objects.none()
    return without_own(Engagement.objects.filter(held_at__isnull=False), steward)


def without_own(engagements: QuerySet[Engagement], steward: Person) -> QuerySet[Engagement]:
    """Without those that the steward does, guides, covers or hosts."""
    own = organizations_with_role(steward, Role.SUPERVISOR).values("pk")
    others = engagements.exclude(intern=steward).exclude(supervisor=steward).exclude(organization__in=own)
    return others.filter(Q(cover=None) | ~Q(cover=steward))


def deliverables_left_waiting(steward: Person) -> QuerySet[Deliverable]:
    """The same, with what was answered, or ended, since: whoever decides too late is told so."""
    if not steward.is_steward:
        return Deliverable.objects.none()
    own = organizations_with_role(steward, Role.SUPERVISOR).values("pk")
    waiting = Deliverable.objects.filter(submitted_at__lt=clock.now() - timedelta(days=ON_RECORD_AFTER))
    others = waiting.exclude(engagement__intern=steward).exclude(engagement__organization__in=own)
    return others.select_related("engagement__organization", "engagement__intern", "engagement__supervisor").order_by(
        "submitted_at", "pk"
    )

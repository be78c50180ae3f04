"""Silence in an engagement, read from what happened: which side made no sign of life, since when, and what waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db.models import Count, Q

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import workdays_of
from firstfoot.foundation.journal.queries import facts_of
from firstfoot.kernel import clock
from firstfoot.kernel.workdays import Workdays
from firstfoot.market.organizations.models import Membership
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.work.engagements.models import AgreementVersion, CheckIn, CheckInAnswer, Deliverable, Engagement
from firstfoot.work.engagements.queries.due import ON_RECORD_AFTER, is_on_record
from firstfoot.work.engagements.states import AgreementState, CheckInState, DeliverableState, EngagementState, Side

QUIET_DAYS = 5  # business days of a side without any sign of life, beside what it left unanswered
_MISSED_IN_A_ROW = 2
_CLOSED = (CheckInState.ANSWERED, CheckInState.MISSED)


class Waits(StrEnum):
    """What a silent side left without an answer."""

    SIGNATURE = "signature"
    REVIEW = "review"
    CHECK_INS = "check_ins"


@dataclass(frozen=True, slots=True)
class Silence:
    """One side's: no sign of life since a day, in its own zone."""

    side: Side
    since: date
    waits: Waits


def silence_in(engagement: Engagement) -> Silence | None:
    """The silence that stands now, if one does: that which was noted before another, else the host's first."""
    sides = sorted(Side, key=lambda side: side != engagement.silent_side)
    return next(filter(None, (silence_on(engagement, side) for side in sides)), None)


def silence_on(engagement: Engagement, side: Side) -> Silence | None:
    """That of one side, if it gives no sign of life now; nobody need answer what a dispute holds."""
    waits = None if engagement.is_held else _left_open(engagement, side)
    if waits is None:
        return None
    week, last = workdays_on(engagement, side), _last_sign(engagement, side)
    last = max(last, engagement.hold_lifted_at or last)
    is_long = waits == Waits.SIGNATURE or clock.now() > week.after(last, QUIET_DAYS)
    return Silence(side, week.date_of(last), waits) if is_long else None


def workdays_on(engagement: Engagement, side: Side) -> Workdays:
    """The week of a side, without the days it is away."""
    if side == Side.INTERN:
        return workdays_of(engagement.intern)
    return workdays_of_organization(engagement.organization)


def engagements_maybe_silent() -> list[int]:
    """The keys of those to look at: something waits long enough, or a silence was noted."""
    over = clock.now() - timedelta(days=ON_RECORD_AFTER)
    late = Deliverable.objects.filter(state=DeliverableState.SUBMITTED, submitted_at__lt=over)
    unsigned = AgreementVersion.objects.filter(state=AgreementState.PROPOSED, amends=None).filter(
        Q(sign_by_host_at__lt=clock.now()) | Q(sign_by_intern_at__lt=clock.now())
    )
    missed = CheckIn.objects.filter(state=CheckInState.MISSED).values("engagement").annotate(n=Count("pk"))
    active = Q(state=EngagementState.ACTIVE) & (
        Q(pk__in=late.values("engagement")) | Q(pk__in=missed.filter(n__gte=_MISSED_IN_A_ROW).values("engagement"))
    )
    agreeing = Q(state=EngagementState.AGREEING, pk__in=unsigned.values("engagement"))
    noted = ~Q(silent_side="") & Q(ended_at=None)
    found = Engagement.objects.filter(active | agreeing | noted)
    return list(found.order_by("pk").values_list("pk", flat=True))


def _left_open(engagement: Engagement, side: Side) -> Waits | None:
    """What the side owes an answer to for too long."""
    if engagement.state == EngagementState.AGREEING:
        return _unsigned(engagement, side)
    if engagement.state != EngagementState.ACTIVE:
        return None
    if side == Side.HOST and any(map(is_on_record, engagement.deliverables.filter(state=DeliverableState.SUBMITTED))):
        return Waits.REVIEW
    last = CheckIn.objects.filter(engagement=engagement, state__in=_CLOSED).order_by("-number")[:_MISSED_IN_A_ROW]
    missed = [check_in.pk for check_in in last if check_in.state == CheckInState.MISSED]
    if len(missed) < _MISSED_IN_A_ROW or CheckInAnswer.objects.filter(check_in__in=missed, side=side).exists():
        return None
    return Waits.CHECK_INS


def _unsigned(engagement: Engagement, side: Side) -> Waits | None:
    """The other side has signed, and the time of this one is over."""
    agreement = engagement.agreement_versions.filter(state=AgreementState.PROPOSED).first()
    if agreement is None:
        return None
    end = agreement.sign_by_host_at if side == Side.HOST else agreement.sign_by_intern_at
    signed = set(agreement.signatures.values_list("side", flat=True))
    return Waits.SIGNATURE if signed == {side.other} and end < clock.now() else None


def _last_sign(engagement: Engagement, side: Side) -> datetime:
    """The last thing that anybody of the side did here, or the day it began."""
    begun = engagement.started_at or engagement.begun_at
    things = [engagement, *engagement.agreement_versions.all(), *engagement.deliverables.all()]
    things += [*engagement.check_ins.all(), *engagement.course_corrections.all()]
    done = facts_of(*things).filter(actor__in=_tokens(engagement, side))
    last = done.order_by("-at").values_list("at", flat=True).first()
    return max(begun, last) if last else begun


def _tokens(engagement: Engagement, side: Side) -> list[str]:
    if side == Side.INTERN:
        return [engagement.intern.actor_token]
    members = Membership.objects.filter(organization=engagement.organization_id).exclude(person=engagement.intern_id)
    people = Person.objects.filter(
        Q(pk__in=members.values("person")) | Q(pk__in=[engagement.supervisor_id, engagement.cover_id])
    )
    return list(people.values_list("actor_token", flat=True))

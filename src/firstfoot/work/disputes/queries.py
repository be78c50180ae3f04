"""Reading disputes: the two sides theirs, stewards those between sides that they do not belong to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import JSONField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.organizations.queries import organizations_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.states import (
    ABOUT_RESULT,
    DECISIONS,
    LIVE,
    OPENED_BY,
    WITH_THIRD_PARTY,
    Cause,
    Decision,
    DisputeState,
)
from firstfoot.work.engagements.models import Deliverable, Engagement
from firstfoot.work.engagements.queries import engagements_visible_to
from firstfoot.work.engagements.states import LIVE as AT_WORK
from firstfoot.work.engagements.states import DeliverableState, EngagementState, Side
from firstfoot.work.payments.models import Stipend
from firstfoot.work.payments.queries import earned_minor, is_part_open, stipend_of
from firstfoot.work.payments.states import OPEN, Account

OPENABLE_FOR = timedelta(days=365)  # after the end
MOST_BY_SIDE = 3  # of one engagement; pay that did not arrive is not counted
PEOPLE = (
    "engagement__organization", "engagement__intern", "engagement__supervisor", "engagement__cover",
    "engagement__project", "deliverable", "opened_by", "answered_by", "decided_by", "appealed_by", "final_by",
)  # fmt: skip
_IN_QUESTION = (DeliverableState.SUBMITTED, DeliverableState.RETURNED)
_AFTER_WORK = (EngagementState.CLOSING, EngagementState.COMPLETED, EngagementState.ENDED_EARLY)


def disputes_visible_to(reader: Person) -> QuerySet[Dispute]:
    """Those of the reader's engagements, and to a steward those of all others."""
    of_side = Q(engagement__in=engagements_visible_to(reader).order_by().values("pk"))
    return Dispute.objects.filter(of_side | Q(pk__in=disputes_for_steward(reader).order_by().values("pk")))


def disputes_for_steward(reader: Person) -> QuerySet[Dispute]:
    """Every dispute to a steward, but for those of work that they do, guide, cover or host; none to anyone else."""
    if not reader.is_steward:
        return Dispute.objects.none()
    own = organizations_with_role(reader, Role.SUPERVISOR).values("pk")
    others = Dispute.objects.exclude(engagement__intern=reader).exclude(engagement__supervisor=reader)
    others = others.filter(Q(engagement__cover=None) | ~Q(engagement__cover=reader))
    return others.exclude(engagement__organization__in=own).select_related(*PEOPLE)


def disputes_to_decide(reader: Person) -> QuerySet[Dispute]:
    """What waits for a third party that the reader may be, the longest overdue first."""
    appealed_from = Q(state=DisputeState.APPEALED, decided_by=reader)
    waiting = disputes_for_steward(reader).filter(closed_at=None, state__in=WITH_THIRD_PARTY).exclude(appealed_from)
    return waiting.order_by("due_at", "pk")


def disputes_of(engagement: Engagement) -> QuerySet[Dispute]:
    """All of one engagement whose reader may see it, the newest first."""
    return Dispute.objects.filter(engagement=engagement).select_related(*PEOPLE).order_by("-pk")


_IN_A_ROW = (
    "public_id", "state", "side", "settle_side", "since_at", "due_at", "host_accepts", "intern_accepts",
)  # fmt: skip


def live_dispute_in(engagement: OuterRef) -> Subquery:
    """The dispute that holds an engagement of an outer query, as one value for `live_dispute_of`."""
    live = Dispute.objects.filter(engagement=engagement, state__in=LIVE).order_by()
    row: Any = JSONObject(**{name: name for name in _IN_A_ROW})
    return Subquery(live.values_list(row)[:1], output_field=JSONField())


def live_dispute_of(value: dict[str, Any] | None) -> Dispute | None:
    """That dispute, with what says whose turn it is and no more."""
    if not value:
        return None
    times = {name: _instant(value[name]) for name in ("since_at", "due_at")}
    return Dispute(**{**value, **times, **{name: bool(value[name]) for name in ("host_accepts", "intern_accepts")}})


def _instant(text: str) -> datetime:
    """As either database writes it into a value."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def disputes_due(now: datetime) -> QuerySet[Dispute]:
    """Those whose present clock is over."""
    return Dispute.objects.filter(closed_at=None, due_at__lt=now).order_by("due_at", "pk")


def causes_open_to(engagement: Engagement, side: Side, stipend: Stipend | None) -> list[Cause]:
    """What one side may open a dispute about now."""
    over = engagement.completed_at or engagement.ended_at
    is_past = over is not None and over + OPENABLE_FOR < clock.now()
    if engagement.signed_at is None or engagement.is_held or is_past:
        return []
    return [cause for cause in Cause if side in OPENED_BY[cause] and _is_at_hand(cause, engagement, stipend)]


def _is_at_hand(cause: Cause, engagement: Engagement, stipend: Stipend | None) -> bool:
    if cause in ABOUT_RESULT:
        return bool(results_in_question(engagement, cause))
    if cause == Cause.NOT_PAID:
        return stipend is not None and _is_awaited(stipend)
    if cause == Cause.SCOPE:
        return engagement.state in (EngagementState.ACTIVE, EngagementState.CLOSING)
    if cause == Cause.ENDING:
        return engagement.state == EngagementState.ENDED_EARLY and engagement.started_at is not None
    return True


def _is_awaited(stipend: Stipend) -> bool:
    """Something was sent and has not arrived, or was to be sent by now."""
    today = clock.today(stipend.engagement.organization.zone)
    return stipend.sent_minor > 0 or (stipend.due_on is not None and stipend.due_on < today)


def results_in_question(engagement: Engagement, cause: Cause) -> list[Deliverable]:
    """The results that such a dispute can be about: an intern's once returned, or left without the promised answer."""
    if engagement.state != EngagementState.ACTIVE:
        return []
    found = engagement.deliverables.filter(state__in=_IN_QUESTION, submissions_count__gt=0)
    if cause == Cause.NOT_ACCEPTED:
        found = found.filter(Q(state=DeliverableState.RETURNED) | Q(review_by_at__lt=clock.now()))
    return list(found.order_by("number"))


def earlier_disputes(engagement: Engagement, side: Side) -> QuerySet[Dispute]:
    """What one side opened before, pay that did not arrive left out."""
    opened = Dispute.objects.filter(engagement=engagement, side=side)
    return opened.exclude(cause=Cause.NOT_PAID).exclude(state=DisputeState.LAPSED)


def decisions_open_to(dispute: Dispute, stipend: Stipend | None) -> list[Decision]:
    """What a third party may decide as things stand."""
    return [one for one in DECISIONS[Cause(dispute.cause)] if _is_possible(one, dispute, stipend)]


def _is_possible(decision: Decision, dispute: Dispute, stipend: Stipend | None) -> bool:
    engagement, result = dispute.engagement, dispute.deliverable
    if decision in {Decision.ACCEPTED, Decision.RETURNED}:
        is_open = result is not None and result.state in _IN_QUESTION
        return is_open and engagement.state == EngagementState.ACTIVE
    if decision == Decision.PART_PAY:
        if engagement.state not in _AFTER_WORK or stipend is None:
            return False
        return stipend.due_minor > 0 or is_part_open(engagement)
    if decision == Decision.ENDED:
        return engagement.state in AT_WORK
    return True


def pay_between(dispute: Dispute, decision: Decision, stipend: Stipend | None) -> tuple[int, int]:
    """The least and the most, in minor units, that a decision may say is owed in all."""
    if stipend is None:
        return 0, dispute.engagement.pay_minor
    if decision == Decision.ENDED or is_part_open(dispute.engagement):
        return earned_minor(stipend), dispute.engagement.pay_minor
    owed = stipend.minor(*OPEN, Account.RECEIVED)
    return owed - stipend.due_minor, owed


def stipend_in(dispute: Dispute) -> Stipend | None:
    return stipend_of(dispute.engagement)

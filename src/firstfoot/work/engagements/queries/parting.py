"""Reading what became of the pay after an early end."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.organizations.queries import organizations_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.work.engagements.models import Engagement, PartPay, PartPayWord
from firstfoot.work.engagements.parting import Facts
from firstfoot.work.engagements.queries.hours import minutes_logged
from firstfoot.work.engagements.states import DeliverableState, PartPayState


def part_facts(engagement: Engagement) -> Facts:
    """What both sides see now of the work that is done."""
    states = list(engagement.deliverables.values_list("state", flat=True))
    return Facts(
        results_accepted=states.count(DeliverableState.ACCEPTED),
        results_all=len(states) - states.count(DeliverableState.LEFT_OUT),
        minutes=minutes_logged(engagement),
        hours=engagement.hours,
        pay_minor=engagement.pay_minor,
    )


def part_pay_of(engagement: Engagement) -> PartPay | None:
    """The conversation about the pay of an engagement that its reader already may see; None where there is none."""
    return PartPay.objects.filter(engagement=engagement).first()


def words_of(part_pay: PartPay) -> QuerySet[PartPayWord]:
    """Every amount that was said, oldest first."""
    return part_pay.words.select_related("said_by").order_by("number")


def part_pays_waiting(until: datetime) -> QuerySet[PartPay]:
    """Those whose answer is due by then, everywhere, but for what a dispute holds: for the clocks."""
    people = ("organization", "project", "intern", "supervisor", "cover")
    waiting = PartPay.objects.filter(state=PartPayState.PROPOSED, answer_by_at__lte=until, engagement__held_at=None)
    return waiting.select_related(*(f"engagement__{name}" for name in people)).order_by("answer_by_at", "pk")


def part_pays_left(steward: Person, now: datetime) -> QuerySet[PartPay]:
    """Those left unanswered that a steward on neither side may decide, the longest wait first."""
    if not steward.is_steward:
        return PartPay.objects.none()
    own = organizations_with_role(steward, Role.SUPERVISOR).values("pk")
    others = part_pays_waiting(now).exclude(engagement__intern=steward).exclude(engagement__organization__in=own)
    return others.prefetch_related("words__said_by")

"""What came of it: asked at 3, 6 and 12 months after a completion, answered once, or let go."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import Verdict, require
from firstfoot.proof.pathways.events import Pathways
from firstfoot.proof.pathways.models import FollowUp
from firstfoot.proof.pathways.states import AFTER_DAYS, FOLLOW_UP, Doing, FollowUpState, WithHost
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import standing_of
from firstfoot.work.engagements.states import EngagementState

OPEN_DAYS = 30  # and so long after its day it may still be asked


def may_tell_later(actor: Person, follow_up: FollowUp) -> Verdict:
    return standing_of(actor, follow_up.engagement).intern()


def follow_up_of(reader: Person, public_id: str) -> FollowUp | None:
    """The reader's own, with what it asks about."""
    own = FollowUp.objects.filter(engagement__intern=reader, public_id=public_id)
    return own.select_related("engagement__organization", "engagement__intern").first()


def engagements_to_ask(now: datetime) -> QuerySet[Engagement]:
    """Completed ones whose third, sixth or twelfth month is over, not long ago, and was not asked about."""
    due = Q(pk__in=[])
    for months, days in AFTER_DAYS.items():
        asked = FollowUp.objects.filter(engagement=OuterRef("pk"), months=months)
        until = now - timedelta(days=days)
        due |= Q(~Exists(asked), completed_at__lte=until, completed_at__gt=until - timedelta(days=OPEN_DAYS))
    # Looked up one by one: begun from all active people, it would read through their work.
    active = Person.objects.filter(pk=OuterRef("intern"), state=PersonState.ACTIVE)
    return Engagement.objects.filter(due, Exists(active), state=EngagementState.COMPLETED)


def follow_ups_to_lapse(now: datetime) -> QuerySet[FollowUp]:
    return FollowUp.objects.filter(state=FollowUpState.ASKED, lapses_at__lte=now)


@transaction.atomic
def ask_later(*, engagement_id: int) -> FollowUp:
    """The clock: ask the intern what came of it.

    Raises Conflict("too_early") while no month is due, or the one that is was asked about.
    """
    engagement = locked(Engagement, engagement_id)
    now, asked = clock.now(), set(FollowUp.objects.filter(engagement=engagement).values_list("months", flat=True))
    due = [months for months, days in AFTER_DAYS.items() if _is_due(engagement, days, now) and months not in asked]
    if not due:
        raise Conflict("too_early")
    follow_up = FollowUp(engagement=engagement, months=due[-1], asked_at=now, lapses_at=now + timedelta(days=OPEN_DAYS))
    record_new(Pathways.ASKED_LATER, follow_up, None, months=due[-1], engagement=engagement.public_id)
    return follow_up


def _is_due(engagement: Engagement, days: int, now: datetime) -> bool:
    done = engagement.completed_at
    return done is not None and timedelta() <= now - done - timedelta(days=days) < timedelta(days=OPEN_DAYS)


@transaction.atomic
def tell_later(*, follow_up_id: int, with_host: str, doing: str, actor: Person) -> FollowUp:
    """The intern's answer; it goes into figures of at least three people, and nowhere else.

    Raises NotPermitted unless the actor is the intern, IllegalTransition once it was answered or let go, ValueError
    for codes that are none.
    """
    follow_up = _locked(follow_up_id)
    require(may_tell_later(actor, follow_up))
    follow_up.state = FOLLOW_UP.target("answer", follow_up.state)
    follow_up.with_host, follow_up.doing = WithHost(with_host), Doing(doing)
    follow_up.answered_at = clock.now()
    record(Pathways.TOLD_LATER, follow_up, actor, save=["state", "with_host", "doing", "answered_at"])
    return follow_up


@transaction.atomic
def let_go(*, follow_up_id: int) -> FollowUp:
    """The clock: nobody answered. Raises Conflict("too_early") before its time, IllegalTransition once answered."""
    follow_up = _locked(follow_up_id)
    follow_up.state = FOLLOW_UP.target("lapse", follow_up.state)
    if clock.now() < follow_up.lapses_at:
        raise Conflict("too_early")
    record(Pathways.NEVER_TOLD, follow_up, None, save=["state"])
    return follow_up


def _locked(follow_up_id: int) -> FollowUp:
    engagement_id = FollowUp.objects.values_list("engagement_id", flat=True).get(pk=follow_up_id)
    engagement = locked(Engagement, engagement_id)
    follow_up = locked(FollowUp, follow_up_id)
    follow_up.engagement = engagement
    return follow_up


@transaction.atomic
def erase_follow_ups(*, person: Person) -> None:
    """What the person told of themselves."""
    for follow_up in FollowUp.objects.filter(engagement__intern=person):
        emptied(follow_up, "with_host", "doing")


def follow_up_things(person: Person) -> set[str]:
    """Their names in the journal."""
    return {row.thing for row in FollowUp.objects.filter(engagement__intern=person)}

"""Disputes: the side that answers, the third party on each day it is late, both before a decision stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.workdays import Workdays
from firstfoot.reactions.clocks import stages
from firstfoot.reactions.clocks.reminder import Reminder
from firstfoot.reactions.people import PARTIES_OF_PART
from firstfoot.reactions.phrases import day_text
from firstfoot.reactions.tell.disputes import page, speakers, steward_page
from firstfoot.reactions.telling import Said, Write
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.policies import deciders
from firstfoot.work.disputes.states import WITH_THIRD_PARTY, DisputeState
from firstfoot.work.engagements.states import Side

AHEAD = timedelta(days=21)
HALF_OF_FIVE = 2


def disputes(now: datetime) -> Iterator[Reminder]:
    """Half-way and on the last day for whoever answers or accepts; the last day and each late one for stewards."""
    live = Dispute.objects.filter(closed_at=None, due_at__lte=now + AHEAD).order_by("due_at", "pk")
    for dispute in live.select_related(*PARTIES_OF_PART):
        state = DisputeState(dispute.state)
        found = stages.stage(Workdays(), dispute.due_at, half=HALF_OF_FIVE)
        if state in WITH_THIRD_PARTY:
            yield from _third_party(dispute, found)
        elif found in {stages.HALF, stages.LAST}:
            yield _side(dispute, found, state)


def _third_party(dispute: Dispute, found: str) -> Iterator[Reminder]:
    if found == stages.LAST:
        write = _words(_("A dispute waits for your decision: %(title)s"), _("Decide by %(day)s."), dispute)
        yield _of(dispute, found, deciders(dispute), write)
    elif found == stages.LATE:
        late = -stages.business_days_left(Workdays(), dispute.due_at)
        title = _("A dispute waits longer than promised: %(title)s")
        write = _words(
            title, _("Both sides were promised a decision by %(day)s. Their work and pay are held."), dispute
        )
        yield _of(dispute, f"{stages.LATE}{late}", deciders(dispute), write)


def _side(dispute: Dispute, found: str, state: DisputeState) -> Reminder:
    engagement, path = dispute.engagement, page(dispute)
    if state == DisputeState.OPEN:
        title, body = _("Say how you see the dispute: %(title)s"), _("By %(day)s; then a third party decides without.")
        return _of(dispute, found, speakers(engagement, dispute.other_side), _words(title, body, dispute, path))
    title, body = _("Accept what was decided, or appeal: %(title)s"), _("After %(day)s it stands.")
    people = [one for which in Side if not dispute.has_accepted(which) for one in speakers(engagement, which)]
    return _of(dispute, found, people, _words(title, body, dispute, path))


def _of(dispute: Dispute, stage: str, people: list[Person], write: Write) -> Reminder:
    end = f"{dispute.state}:{dispute.due_at.date().isoformat()}"
    return Reminder("dispute", dispute, end, stage, tuple(people), write)


def _words(title: str, body: str, dispute: Dispute, path: str = "") -> Write:
    where = path or steward_page(dispute)
    said = {"title": dispute.engagement.title}
    return lambda _person: Said(title % said, body % {"day": day_text(dispute.due_at)}, where)

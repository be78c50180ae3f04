"""Handing the results over: the intern writes what the next person needs to know, the host may ask for it."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement, Handover
from firstfoot.work.engagements.policies import may_ask_for_handover, may_write_handover


@transaction.atomic
def write_handover(
    *, engagement_id: int, use: str, sources: str, open_ends: str, seen: int, actor: Person
) -> Handover:  # fmt: skip
    """Keep how the results are used, where their sources are, and what is open.

    `seen` is how often it had been saved when it was read. Raises NotPermitted unless the actor is the intern,
    Conflict("not_now") before the work began, Conflict("changed"), Conflict("handover_empty").
    """
    engagement = locked(Engagement, engagement_id)
    require(may_write_handover(actor, engagement))
    _require_begun(engagement)
    handover, _is_new = Handover.objects.get_or_create(engagement=engagement)
    if handover.saves != seen:
        raise Conflict("changed")
    texts = {"use": use.strip(), "sources": sources.strip(), "open_ends": open_ends.strip()}
    if not any(texts.values()):
        raise Conflict("handover_empty")
    for name, text in texts.items():
        setattr(handover, name, text)
    handover.saves, handover.saved_at = handover.saves + 1, clock.now()
    handover.save(update_fields=[*texts, "saves", "saved_at"])
    record(Engagements.HANDOVER_WRITTEN, engagement, actor, number=handover.saves)
    return handover


@transaction.atomic
def ask_for_handover(*, engagement_id: int, actor: Person) -> Handover:
    """Ask the intern to write it; once.

    Raises NotPermitted unless the actor is the host's, Conflict("not_now") before the work began,
    Conflict("handover_asked") when it was asked for or is written.
    """
    engagement = locked(Engagement, engagement_id)
    require(may_ask_for_handover(actor, engagement))
    _require_begun(engagement)
    handover, _is_new = Handover.objects.get_or_create(engagement=engagement)
    if handover.asked_at is not None or handover.saves:
        raise Conflict("handover_asked")
    handover.asked_at = clock.now()
    handover.save(update_fields=["asked_at"])
    record(Engagements.HANDOVER_ASKED, engagement, actor)
    return handover


def _require_begun(engagement: Engagement) -> None:
    if engagement.started_at is None:
        raise Conflict("not_now", state=str(engagement.state))

"""A side that gives no sign of life: it is told first, with a day; then the other side may end safely."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.foundation.journal.queries import facts_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.projects.models import Project
from firstfoot.work.engagements.actions.ending import Ending, end_locked
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import may_end
from firstfoot.work.engagements.queries.silence import Silence, silence_in, silence_on, workdays_on
from firstfoot.work.engagements.states import EndReason

TO_ANSWER_DAYS = 3  # business days of the silent side, from when it is told
_NOTED = ["silent_side", "silent_since", "safe_end_from_at"]


@transaction.atomic
def note_silence(*, engagement_id: int) -> Silence | None:
    """The clock: note a silence, which tells the silent side by when to answer, or that it is over.

    A second call finds nothing to do. What a clock noted that was ahead is no answer once it is set back, and is noted
    anew when it is true.
    """
    engagement = locked(Engagement, engagement_id)
    silence, is_ahead = silence_in(engagement), _is_noted_ahead(engagement)
    if silence is None and engagement.silent_side and engagement.is_live and not is_ahead:
        engagement.silent_side, engagement.silent_since, engagement.safe_end_from_at = "", None, None
        record(Engagements.SILENCE_OVER, engagement, None, save=_NOTED)
    if silence is not None and (silence.side != engagement.silent_side or is_ahead):
        engagement.silent_side, engagement.silent_since = silence.side, silence.since
        engagement.safe_end_from_at = workdays_on(engagement, silence.side).after(clock.now(), TO_ANSWER_DAYS)
        codes = {"side": str(silence.side), "cause": str(silence.waits)}
        record(Engagements.SILENCE_NOTED, engagement, None, save=_NOTED, **codes)
    return silence


def _is_noted_ahead(engagement: Engagement) -> bool:
    if not engagement.silent_side:
        return False
    noted = facts_of(engagement).filter(kind=Engagements.SILENCE_NOTED).order_by("-seq").first()
    return noted is not None and noted.at > clock.now()


@transaction.atomic
def end_for_silence(
    *, engagement_id: int, seen: int | None = None, handed_over: str, part_pay_minor: int | None, actor: Person
) -> Engagement:
    """End it without blame, since no answer came from the other side; else as any early end.

    Raises NotPermitted unless the actor is a party, Conflict: "changed", "no_silence" unless the other side was told
    and is silent still, "silent_side_has_time" before the day it was told, "part_pay_too_much"; IllegalTransition.
    """
    project = locked(Project, Engagement.objects.values_list("project_id", flat=True).get(pk=engagement_id))
    engagement = locked(Engagement, engagement_id, seen=seen)
    require(may_end(actor, engagement))
    other = engagement.side_of(actor.pk).other
    if engagement.silent_side != other or engagement.safe_end_from_at is None or not silence_on(engagement, other):
        raise Conflict("no_silence")
    if clock.now() <= engagement.safe_end_from_at:
        raise Conflict("silent_side_has_time")
    said = Ending(EndReason.SILENCE, "", handed_over, part_pay_minor)
    return end_locked(project, engagement, said, actor)

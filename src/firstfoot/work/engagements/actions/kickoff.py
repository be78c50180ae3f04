"""The kick-off: one side offers times, the other chooses one or offers others; the agenda is the host's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.actions.locking import locked_part, require_state
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement, Kickoff
from firstfoot.work.engagements.policies import may_choose_kickoff, may_meet, may_word_agenda
from firstfoot.work.engagements.states import KICKOFF, EngagementState, Side

MOST_TIMES = 3
SHORTEST, LONGEST = 15, 120  # minutes
MEETING = (EngagementState.AGREEING, EngagementState.ONBOARDING, EngagementState.ACTIVE)


@transaction.atomic
def offer_kickoff(
    *, engagement_id: int, starts: Sequence[datetime], minutes: int, how: str, note: str = "", agenda: str = "",
    seen: int | None = None, actor: Person,
) -> Kickoff:  # fmt: skip
    """Offer up to three times for the first talk; they take the place of those before, and of a chosen one.

    An agenda is kept where none stands yet. Raises NotPermitted unless the actor is a party, Conflict: "not_now" after
    the work, "changed" when it moved since version `seen`, "kickoff_in_past"; ValueError for what the
    page's form does not let through.
    """
    engagement = locked(Engagement, engagement_id)
    require(may_meet(actor, engagement))
    require_state(engagement, *MEETING)
    slots, how = sorted(set(starts)), " ".join(how.split())[:300]
    if not 1 <= len(slots) <= MOST_TIMES or not SHORTEST <= minutes <= LONGEST or not how:
        raise ValueError("A kick-off has 1 to 3 times, 15 to 120 minutes, and says how.")
    if slots[0] <= clock.now():
        raise Conflict("kickoff_in_past")
    kickoff = Kickoff.objects.select_for_update().filter(engagement=engagement).first()
    if seen is not None and seen != (kickoff.version if kickoff else 0):
        raise Conflict("changed")
    is_new, kickoff = kickoff is None, kickoff or Kickoff(engagement=engagement)
    kickoff.engagement = engagement
    kickoff.state = KICKOFF.initial if is_new else KICKOFF.target("offer", kickoff.state)
    kickoff.offered_side, kickoff.offered_by = engagement.side_of(actor.pk), actor
    kickoff.starts = [slot.astimezone(UTC).isoformat() for slot in slots]
    kickoff.minutes, kickoff.how, kickoff.note = minutes, how, note.strip()[:500]
    kickoff.agenda = kickoff.agenda or agenda.strip()
    kickoff.offered_at, kickoff.chosen_at = clock.now(), None
    codes = {"number": len(slots), "side": kickoff.offered_side}
    if is_new:
        record_new(Engagements.KICKOFF_OFFERED, kickoff, actor, **codes)
    else:
        record(Engagements.KICKOFF_OFFERED, kickoff, actor, save=_SAVED, **codes)
    return kickoff


_SAVED = (
    "state", "offered_side", "offered_by", "starts", "minutes", "how", "note", "agenda", "offered_at", "chosen_at",
)  # fmt: skip


@transaction.atomic
def choose_kickoff(*, kickoff_id: int, start: datetime, seen: int | None = None, actor: Person) -> Kickoff:
    """Take one of the other side's times.

    Raises NotPermitted unless the actor is a party, Conflict: "own_proposal" for the times of one's own side,
    "not_now", "changed", "not_a_slot", "kickoff_in_past"; IllegalTransition once one is chosen.
    """
    kickoff, engagement = locked_part(Kickoff, kickoff_id, seen=seen)
    require(may_choose_kickoff(actor, kickoff))
    require_state(engagement, *MEETING)
    kickoff.state = KICKOFF.target("choose", kickoff.state)
    if kickoff.offered_side == engagement.side_of(actor.pk):
        raise Conflict("own_proposal")
    if start not in kickoff.slots:
        raise Conflict("not_a_slot")
    if start <= clock.now():
        raise Conflict("kickoff_in_past")
    kickoff.chosen_at = start
    record(Engagements.KICKOFF_CHOSEN, kickoff, actor, save=["state", "chosen_at"], side=engagement.side_of(actor.pk))
    return kickoff


@transaction.atomic
def word_agenda(*, kickoff_id: int, agenda: str, seen: int | None = None, actor: Person) -> Kickoff:
    """Word anew what the first talk is about.

    Raises NotPermitted unless the actor is of the host's side, Conflict: "not_now", "changed".
    """
    kickoff, engagement = locked_part(Kickoff, kickoff_id, seen=seen)
    require(may_word_agenda(actor, kickoff))
    require_state(engagement, *MEETING)
    kickoff.agenda = agenda.strip()
    record(Engagements.KICKOFF_AGENDA_WORDED, kickoff, actor, save=["agenda"])
    return kickoff


def empty_kickoff(engagement: Engagement) -> list[str]:
    """The intern is erased: what they wrote of their times goes; the texts that stood there."""
    kickoff = Kickoff.objects.filter(engagement=engagement).first()
    if kickoff is None:
        return []
    texts = [kickoff.note, kickoff.agenda]
    kickoff.note, kickoff.agenda = "", ""
    if kickoff.offered_side == Side.INTERN:
        texts.append(kickoff.how)
        kickoff.how = "(erased)"
    kickoff.save(update_fields=["note", "agenda", "how"])
    return texts

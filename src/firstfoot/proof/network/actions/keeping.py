"""What one of the two keeps for themselves: how they are reached, a private note, a day to be reminded."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.proof.network.events import Network
from firstfoot.proof.network.models import Kept, Tie
from firstfoot.proof.network.policies import may_keep
from firstfoot.proof.network.states import TieState

SNOOZE_DAYS = 7
_WORDS = ("shows", "note", "remind_about")


@transaction.atomic
def keep(
    *,
    kept_id: int,
    shows: str,
    note: str,
    remind_on: date | None,
    remind_about: str = "",
    seen: int | None = None,
    actor: Person,
) -> Kept:
    """Write down what one shows the other, a note for oneself, a day to be reminded; the same again changes nothing.

    Raises NotPermitted, Conflict: "not_in_touch" once either parted, "changed" since version `seen`.
    """
    kept = _own(kept_id, actor, seen)
    said = {"shows": shows, "note": note, "remind_on": remind_on, "remind_about": remind_about if remind_on else ""}
    changed = [name for name, value in said.items() if getattr(kept, name) != value]
    for name in changed:
        setattr(kept, name, said[name])
    if changed:
        record(Network.KEPT_CHANGED, kept, actor, save=changed)
    return kept


@transaction.atomic
def put_off_reminder(*, kept_id: int, actor: Person) -> Kept:
    """Be reminded in a week from today. Raises as keep, Conflict("no_reminder") where there is none."""
    kept = _reminding(kept_id, actor)
    kept.remind_on = clock.today(actor.zone) + timedelta(days=SNOOZE_DAYS)
    record(Network.KEPT_CHANGED, kept, actor, save=["remind_on"])
    return kept


@transaction.atomic
def end_reminder(*, kept_id: int, actor: Person) -> Kept:
    """It is done, or no longer wanted. Raises as keep, Conflict("no_reminder") where there is none."""
    kept = _reminding(kept_id, actor)
    kept.remind_on, kept.remind_about = None, ""
    record(Network.KEPT_CHANGED, kept, actor, save=["remind_on", "remind_about"])
    return kept


def begin_keeping(tie: Tie, shows: str, actor: Person) -> Kept:
    """The actor's own side of a tie that is locked or new."""
    kept = Kept.objects.select_for_update().filter(tie=tie, person=actor).first()
    if kept is None:
        kept = Kept(tie=tie, person=actor, shows=shows)
        record_new(Network.KEPT, kept, actor)
    elif kept.shows != shows:
        kept.shows = shows
        record(Network.KEPT_CHANGED, kept, actor, save=["shows"])
    return kept


def stop_keeping(tie: Tie, actor: Person | None) -> list[str]:
    """Empty both sides of a tie that is locked; the words that stood there."""
    texts: list[str] = []
    for kept in Kept.objects.select_for_update().filter(tie=tie).order_by("pk"):
        texts += empty_kept(kept, actor)
    return texts


def empty_kept(kept: Kept, actor: Person | None) -> list[str]:
    """Let one side go; the words that stood there."""
    if not any(getattr(kept, name) for name in (*_WORDS, "remind_on")):
        return []
    texts = emptied(kept, *_WORDS)
    kept.remind_on = None
    record(Network.KEPT_CHANGED, kept, actor, save=["remind_on"])
    return texts


def _reminding(kept_id: int, actor: Person) -> Kept:
    kept = _own(kept_id, actor, None)
    if kept.remind_on is None:
        raise Conflict("no_reminder")
    return kept


def _own(kept_id: int, actor: Person, seen: int | None) -> Kept:
    """The tie is locked first, as by whoever parts."""
    tie = locked(Tie, Kept.objects.values_list("tie", flat=True).get(pk=kept_id))
    kept = locked(Kept, kept_id, seen=seen)
    require(may_keep(actor, kept))
    if tie.state != TieState.AGREED:
        raise Conflict("not_in_touch")
    return kept

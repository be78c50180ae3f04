"""The list of access: what the intern is given, got, and what is taken back; nothing waits for it."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.actions.locking import require_state
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import AccessItem, Engagement
from firstfoot.work.engagements.policies import may_list_access, may_mark_access
from firstfoot.work.engagements.secrets import looks_like_secret
from firstfoot.work.engagements.states import AccessKind, AccessMark, EngagementState

MOST_ITEMS = 30
LISTING = (EngagementState.AGREEING, EngagementState.ONBOARDING, EngagementState.ACTIVE)
_COLUMN = {AccessMark.GIVEN: "given_at", AccessMark.GOT: "got_at", AccessMark.TAKEN_BACK: "taken_back_at"}


@transaction.atomic
def list_access(*, engagement_id: int, name: str, kind: str, giver: str = "", actor: Person) -> AccessItem:
    """Put one thing on the list.

    Raises NotPermitted unless the actor guides or owns for the host, Conflict: "not_now" after the work,
    "access_missing" without a name, "looks_secret", "listed_already", "list_full".
    """
    engagement = locked(Engagement, engagement_id)
    require(may_list_access(actor, engagement))
    require_state(engagement, *LISTING)
    name, giver = " ".join(name.split())[:120], " ".join(giver.split())[:80]
    if not name:
        raise Conflict("access_missing")
    if looks_like_secret(name) or looks_like_secret(giver):
        raise Conflict("looks_secret")
    items = list(engagement.access_items.order_by("number"))
    if any(item.name.casefold() == name.casefold() for item in items):
        raise Conflict("listed_already")
    if len(items) >= MOST_ITEMS:
        raise Conflict("list_full")
    item = AccessItem(engagement=engagement, number=(items[-1].number if items else 0) + 1, name=name, giver=giver)
    item.kind = AccessKind(kind)
    item.save()
    record(Engagements.ACCESS_LISTED, engagement, actor, number=item.number)
    return item


@transaction.atomic
def unlist_access(*, item_id: int, actor: Person) -> None:
    """Take a thing off the list that was never given. Raises as list_access does, Conflict("gone"), ("access_out")."""
    item, engagement = _locked_item(item_id)
    require(may_list_access(actor, engagement))
    if item.given_at is not None:
        raise Conflict("access_out")
    item.delete()
    record(Engagements.ACCESS_UNLISTED, engagement, actor, number=item.number)


@transaction.atomic
def mark_access(*, item_id: int, mark: str, done: bool, actor: Person) -> AccessItem:
    """Say that a thing was given or taken back (the host), or got (the intern), or that it was not after all.

    Got means given; taken back is also said after the work. A second tap changes nothing. Raises NotPermitted for the
    other side's tap, Conflict: "gone", "not_now" before the signatures or for a gift after the work, "access_not_out"
    where nothing was given, "access_back" for what was taken back.
    """
    item, engagement = _locked_item(item_id)
    column = _COLUMN[AccessMark(mark)]
    require(may_mark_access(actor, engagement, AccessMark(mark)))
    if mark != AccessMark.TAKEN_BACK:
        require_state(engagement, *LISTING)
        if item.taken_back_at is not None:
            raise Conflict("access_back")
    elif item.given_at is None:
        raise Conflict("access_not_out")
    if done == (getattr(item, column) is not None):
        return item
    now = clock.now()
    setattr(item, column, now if done else None)
    if mark == AccessMark.GOT and done:
        item.given_at = item.given_at or now
    if mark == AccessMark.GIVEN and not done:
        item.got_at = None
    item.save()
    kind = Engagements.ACCESS_MARKED if done else Engagements.ACCESS_UNMARKED
    record(kind, engagement, actor, number=item.number, of=mark)
    return item


def _locked_item(item_id: int) -> tuple[AccessItem, Engagement]:
    engagement_id = AccessItem.objects.filter(pk=item_id).values_list("engagement_id", flat=True).first()
    if engagement_id is None:
        raise Conflict("gone")
    engagement = locked(Engagement, engagement_id)
    item = AccessItem.objects.filter(pk=item_id).first()
    if item is None:
        raise Conflict("gone")
    item.engagement = engagement
    return item, engagement

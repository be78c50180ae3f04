"""Who answers while the supervisor of one engagement is away; no signature is needed, the intern is told."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.queries import guides_of
from firstfoot.work.engagements.actions.locking import require_state
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement, GuideNote
from firstfoot.work.engagements.policies import may_be_covered
from firstfoot.work.engagements.states import LIVE


@transaction.atomic
def set_away(
    *, engagement_id: int, first_on: date, last_on: date, cover_id: int, note: str = "", intern_note: str = "",
    actor: Person,
) -> Engagement:  # fmt: skip
    """The supervisor is away from this engagement for some days, and another member answers.

    Raises NotPermitted unless the actor is its supervisor, an owner or a recruiter, Conflict: "not_now" when it is
    over, "dates_out_of_order", "day_past" when the last day is over, and what require_guide raises of the cover.
    """
    organization_id = Engagement.objects.values_list("organization_id", flat=True).get(pk=engagement_id)
    locked(Organization, organization_id)  # so that nobody leaves meanwhile
    engagement = locked(Engagement, engagement_id)
    require(may_be_covered(actor, engagement))
    require_state(engagement, *LIVE)
    if last_on < first_on:
        raise Conflict("dates_out_of_order")
    if last_on < clock.today(engagement.organization.zone):
        raise Conflict("day_past")
    if cover_id == engagement.supervisor_id:
        raise Conflict("covers_self")
    require_guide(engagement, cover_id)
    engagement.cover_id, engagement.away_from, engagement.away_until = cover_id, first_on, last_on
    note_guides(engagement, note, intern_note, actor)
    cover = Person.objects.get(pk=cover_id)
    record(
        Engagements.SUPERVISOR_AWAY, engagement, actor, save=["cover", "away_from", "away_until"],
        first_on=first_on.isoformat(), last_on=last_on.isoformat(), cover=cover.actor_token,
    )  # fmt: skip
    return engagement


@transaction.atomic
def end_away(*, engagement_id: int, actor: Person) -> Engagement:
    """The supervisor answers again. Raises NotPermitted as set_away does; a second time changes nothing."""
    engagement = locked(Engagement, engagement_id)
    require(may_be_covered(actor, engagement))
    if engagement.away_from is not None:
        engagement.away_from = engagement.away_until = None
        record(Engagements.SUPERVISOR_BACK, engagement, actor, save=["away_from", "away_until"])
    return engagement


def require_guide(engagement: Engagement, person_id: int) -> None:
    """Go on when the person may guide or cover here, else Conflict("own_work") or ("not_member")."""
    if person_id == engagement.intern_id:
        raise Conflict("own_work")
    if not guides_of(engagement.organization_id).filter(person=person_id).exists():
        raise Conflict("not_member")


def note_guides(engagement: Engagement, note: str, intern_note: str, actor: Person) -> None:
    """Keep what is said with it; nothing where nothing is said."""
    if note.strip() or intern_note.strip():
        GuideNote.objects.create(
            engagement=engagement, by=actor, note=note.strip(), intern_note=intern_note.strip(), handed_at=clock.now()
        )

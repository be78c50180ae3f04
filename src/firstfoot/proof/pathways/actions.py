"""What comes next: the host says it once, the intern answers, the clock closes it."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.proof.pathways.events import Pathways
from firstfoot.proof.pathways.models import PathwayOffer
from firstfoot.proof.pathways.policies import may_answer_pathway, may_offer_pathway
from firstfoot.proof.pathways.states import ASKS, PATHWAY, PathwayKind
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import EngagementState

OPEN_DAYS = 30
_AFTER_WORK = (EngagementState.CLOSING, EngagementState.COMPLETED, EngagementState.ENDED_EARLY)


@transaction.atomic
def offer_pathway(*, engagement_id: int, kind: str, note: str, actor: Person) -> PathwayOffer:
    """Say what comes next: again, an interview, keep in touch, or nothing now.

    Raises NotPermitted unless the actor recruits or guides for the host, Conflict("not_now")
    while work goes on, Conflict("already_offered") the second time.
    """
    engagement = locked(Engagement, engagement_id)
    require(may_offer_pathway(actor, engagement))
    if engagement.state not in _AFTER_WORK or engagement.started_at is None:
        raise Conflict("not_now", state=str(engagement.state))
    if PathwayOffer.objects.filter(engagement=engagement).exists():
        raise Conflict("already_offered")
    now = clock.now()
    offer = PathwayOffer(
        engagement=engagement, kind=PathwayKind(kind), note=note.strip(), offered_by=actor, offered_at=now,
        expires_at=now + timedelta(days=OPEN_DAYS),
    )  # fmt: skip
    record_new(Pathways.OFFERED, offer, actor, comes_next=str(offer.kind), engagement=engagement.public_id)
    return offer


@transaction.atomic
def answer_pathway(*, offer_id: int, accept: bool, actor: Person) -> PathwayOffer:
    """The intern's yes or no.

    Raises NotPermitted unless the actor is the intern, Conflict("nothing_asked") where there is
    nothing to accept, IllegalTransition once it was answered or expired.
    """
    offer = _locked(offer_id)
    require(may_answer_pathway(actor, offer))
    _require_asked(offer)
    offer.state = PATHWAY.target("accept" if accept else "decline", offer.state)
    offer.answered_at = clock.now()
    record(Pathways.ACCEPTED if accept else Pathways.DECLINED, offer, actor, save=["state", "answered_at"])
    return offer


@transaction.atomic
def expire_pathway(*, offer_id: int) -> PathwayOffer:
    """The clock: nobody answered in time.

    Raises IllegalTransition when it was answered, Conflict: "too_early" before its time,
    "nothing_asked" where there was nothing to answer.
    """
    offer = _locked(offer_id)
    _require_asked(offer)
    offer.state = PATHWAY.target("expire", offer.state)
    if clock.now() < offer.expires_at:
        raise Conflict("too_early")
    record(Pathways.EXPIRED, offer, None, save=["state"])
    return offer


def _require_asked(offer: PathwayOffer) -> None:
    if offer.kind not in ASKS:
        raise Conflict("nothing_asked")


def _locked(offer_id: int) -> PathwayOffer:
    engagement_id = PathwayOffer.objects.values_list("engagement_id", flat=True).get(pk=offer_id)
    engagement = locked(Engagement, engagement_id)
    offer = locked(PathwayOffer, offer_id)
    offer.engagement = engagement
    return offer


@transaction.atomic
def erase_pathways(*, person: Person) -> list[str]:
    """Empty what was offered to the person; the texts that stood there."""
    texts: list[str] = []
    for offer in PathwayOffer.objects.filter(engagement__intern=person):
        texts += emptied(offer, "note")
    return texts


def pathway_things(person: Person) -> set[str]:
    """Their names in the journal."""
    return {row.thing for row in PathwayOffer.objects.filter(engagement__intern=person)}

"""Who says what comes next, and who answers."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import Verdict
from firstfoot.proof.pathways.models import PathwayOffer
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import Standing, standing_of


def may_offer_pathway(actor: Person, engagement: Engagement) -> Verdict:
    return offering(standing_of(actor, engagement))


def offering(standing: Standing) -> Verdict:
    """Anyone of the host who recruits or guides."""
    return standing.host(standing.recruits or standing.guides, else_deny="not_party")


def may_answer_pathway(actor: Person, offer: PathwayOffer) -> Verdict:
    return standing_of(actor, offer.engagement).intern()

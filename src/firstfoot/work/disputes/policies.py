"""Who opens a dispute, who speaks for a side, and who decides between the two."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import stewards
from firstfoot.kernel.verdict import Verdict, allow_if
from firstfoot.market.organizations.queries import people_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.states import OPENED_BY, Cause, DisputeState
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import may_decide_between, standing_of
from firstfoot.work.engagements.states import Side


def may_dispute(actor: Person, engagement: Engagement) -> Verdict:
    """The intern, and whoever guides or owns for the host: they speak for their side throughout."""
    return standing_of(actor, engagement).correct()


def may_open(actor: Person, engagement: Engagement, cause: Cause) -> Verdict:
    """Some causes are one side's alone."""
    speaks = may_dispute(actor, engagement)
    side = engagement.side_of(actor.pk)
    return allow_if(side in OPENED_BY[cause], else_deny="other_sides_cause") if speaks else speaks


def may_answer(actor: Person, dispute: Dispute) -> Verdict:
    return _of_side(actor, dispute, dispute.other_side)


def may_withdraw(actor: Person, dispute: Dispute) -> Verdict:
    return _of_side(actor, dispute, Side(dispute.side))


def may_decide(actor: Person, dispute: Dispute) -> Verdict:
    """A steward who stands on neither side; after an appeal another person than whoever decided."""
    verdict = may_decide_between(actor, dispute.engagement)
    if not verdict or dispute.state not in (DisputeState.DECIDED, DisputeState.APPEALED):
        return verdict
    return allow_if(actor.pk != dispute.decided_by_id, else_deny="decided_it")


def deciders(dispute: Dispute) -> list[Person]:
    """Whoever `may_decide` it now, or would after an appeal; one query."""
    found = third_parties(dispute.engagement)
    is_decided = dispute.state in (DisputeState.DECIDED, DisputeState.APPEALED)
    return [one for one in found if not (is_decided and one.pk == dispute.decided_by_id)]


def third_parties(engagement: Engagement) -> list[Person]:
    """Whoever may decide between its two sides; one query."""
    parties = [engagement.intern_id, engagement.supervisor_id, engagement.cover_id]
    members = people_with_role(engagement.organization_id, Role.SUPERVISOR).order_by().values("pk")
    named = [key for key in parties if key is not None]
    return list(stewards().exclude(pk__in=named).exclude(pk__in=members).order_by("pk"))


def _of_side(actor: Person, dispute: Dispute, side: Side) -> Verdict:
    speaks = may_dispute(actor, dispute.engagement)
    is_theirs = dispute.engagement.side_of(actor.pk) == side
    return allow_if(is_theirs, else_deny="other_side_speaks") if speaks else speaks

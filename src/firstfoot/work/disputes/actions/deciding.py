"""The third party's decision, what each side makes of it, and carrying it out."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.disputes.actions.carrying_out import carry_out
from firstfoot.work.disputes.actions.moving import close, locked_dispute, move, required
from firstfoot.work.disputes.clocks import latest_end
from firstfoot.work.disputes.events import Disputes
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.policies import deciders, may_decide, may_dispute
from firstfoot.work.disputes.queries import decisions_open_to, pay_between, stipend_in
from firstfoot.work.disputes.states import DISPUTE, WITH_AMOUNT, Decision, DisputeState
from firstfoot.work.engagements.states import Side


@transaction.atomic
def decide_dispute(
    *, dispute_id: int, decision: str, amount_minor: int | None, reason: str, seen: int | None = None, actor: Person
) -> Dispute:
    """Decide between the two sides, with a reason that both read. It is carried out once nobody may appeal any more.

    Raises NotPermitted unless the actor is a steward of neither side, IllegalTransition unless it waits for the third
    party, Conflict: "changed", "reason_missing", "other_decision" for one that is not possible here, "pay_missing" or
    "pay_out_of_reach" where the decision names what is owed in all.
    """
    dispute = locked_dispute(dispute_id, seen)
    require(may_decide(actor, dispute))
    DISPUTE.target("decide", dispute.state)
    chosen, amount = _chosen(dispute, decision, amount_minor)
    dispute.reason = required(reason, "reason_missing")
    saved = move(dispute, DISPUTE.target("decide", dispute.state))
    dispute.decision, dispute.amount_minor = chosen, amount
    dispute.decided_by, dispute.decided_at = actor, clock.now()
    saved += ["decision", "amount_minor", "reason", "decided_by", "decided_at"]
    record(Disputes.DECIDED, dispute, actor, save=saved, **_told(dispute, chosen, amount))
    return dispute


@transaction.atomic
def decide_anew(
    *, dispute_id: int, decision: str, amount_minor: int | None, reason: str, seen: int | None = None, actor: Person
) -> Dispute:
    """Another person answers the appeal; it is carried out at once and ends it. Refuses as `decide_dispute`."""
    dispute = locked_dispute(dispute_id, seen)
    require(may_decide(actor, dispute))
    DISPUTE.target("decide_anew", dispute.state)
    chosen, amount = _chosen(dispute, decision, amount_minor)
    dispute.final_reason = required(reason, "reason_missing")
    dispute.final_decision, dispute.final_amount_minor = chosen, amount
    dispute.final_by, dispute.final_at = actor, clock.now()
    dispute.is_carried_out = carry_out(dispute, actor)
    saved = close(dispute, DISPUTE.target("decide_anew", dispute.state), actor)
    saved += ["final_decision", "final_amount_minor", "final_reason", "final_by", "final_at", "is_carried_out"]
    carried = dispute.is_carried_out
    record(Disputes.DECIDED_ANEW, dispute, actor, save=saved, carried=carried, **_told(dispute, chosen, amount))
    return dispute


@transaction.atomic
def accept_decision(*, dispute_id: int, seen: int | None = None, actor: Person) -> Dispute:
    """One side accepts what was decided; when both do, it is carried out without waiting.

    Raises NotPermitted unless the actor speaks for a side, IllegalTransition unless it is decided,
    Conflict("accepted_it") the second time.
    """
    dispute = locked_dispute(dispute_id, seen)
    require(may_dispute(actor, dispute.engagement))
    DISPUTE.target("stand", dispute.state)
    side = dispute.engagement.side_of(actor.pk)
    if dispute.state == DisputeState.APPEALED:
        raise Conflict("appealed")
    if dispute.has_accepted(side):
        raise Conflict("accepted_it")
    column = "host_accepts" if side == Side.HOST else "intern_accepts"
    setattr(dispute, column, True)
    record(Disputes.DECISION_ACCEPTED, dispute, actor, save=[column], side=str(side))
    return _stand(dispute, actor) if dispute.host_accepts and dispute.intern_accepts else dispute


@transaction.atomic
def stand_decision(*, dispute_id: int) -> Dispute:
    """The clock: nobody appealed in time, or nobody else was there to answer the appeal; what was decided stands.

    Raises IllegalTransition unless it is decided, Conflict("too_early") while somebody has time.
    """
    dispute = locked_dispute(dispute_id)
    DISPUTE.target("stand", dispute.state)
    now = clock.now()
    if dispute.due_at > now or (dispute.state == DisputeState.APPEALED and is_waited_for(dispute)):
        raise Conflict("too_early")
    return _stand(dispute, None)


def is_waited_for(dispute: Dispute) -> bool:
    """Whether somebody may still decide, however late, and has not been late for too long."""
    return bool(deciders(dispute)) and clock.now() < latest_end(dispute)


def _stand(dispute: Dispute, actor: Person | None) -> Dispute:
    decided_by = dispute.decided_by
    assert decided_by is not None  # the database holds it
    dispute.is_carried_out = carry_out(dispute, decided_by)
    saved = close(dispute, DISPUTE.target("stand", dispute.state), actor)
    record(
        Disputes.STOOD, dispute, actor, save=[*saved, "is_carried_out"], carried=dispute.is_carried_out,
        **_told(dispute, Decision(dispute.decision), dispute.amount_minor),
    )  # fmt: skip
    return dispute


def _chosen(dispute: Dispute, decision: str, amount_minor: int | None) -> tuple[Decision, int | None]:
    chosen, stipend = Decision(decision), stipend_in(dispute)
    if chosen not in decisions_open_to(dispute, stipend):
        raise Conflict("other_decision")
    if chosen not in WITH_AMOUNT:
        return chosen, None
    if amount_minor is None:
        raise Conflict("pay_missing")
    least, most = pay_between(dispute, chosen, stipend)
    if not least <= amount_minor <= most:
        raise Conflict("pay_out_of_reach")
    return chosen, amount_minor


def _told(dispute: Dispute, decision: Decision, amount: int | None) -> dict[str, str | int]:
    said: dict[str, str | int] = {"decision": str(decision)}
    return said if amount is None else {**said, "amount": amount, "currency": dispute.engagement.currency}

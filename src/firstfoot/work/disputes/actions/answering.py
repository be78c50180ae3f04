"""The other side's statement, and the one appeal against a decision."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.disputes.actions.moving import locked_dispute, move, required
from firstfoot.work.disputes.events import Disputes
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.policies import may_answer, may_dispute
from firstfoot.work.disputes.states import DISPUTE


@transaction.atomic
def answer_dispute(*, dispute_id: int, statement: str, seen: int | None = None, actor: Person) -> Dispute:
    """The other side says how it sees it, once; then the third party decides.

    Raises NotPermitted unless the actor speaks for the other side, IllegalTransition once its time is over,
    Conflict("statement_missing").
    """
    dispute = locked_dispute(dispute_id, seen)
    require(may_answer(actor, dispute))
    saved = move(dispute, DISPUTE.target("answer", dispute.state))
    dispute.answer = required(statement, "statement_missing")
    dispute.answered_by, dispute.answered_at = actor, clock.now()
    record(
        Disputes.ANSWERED, dispute, actor, save=[*saved, "answer", "answered_by", "answered_at"],
        side=str(dispute.other_side),
    )  # fmt: skip
    return dispute


@transaction.atomic
def pass_dispute_on(*, dispute_id: int) -> Dispute:
    """The clock: the other side said nothing in its time; the third party decides without."""
    dispute = locked_dispute(dispute_id)
    record(Disputes.PASSED_ON, dispute, None, save=move(dispute, DISPUTE.target("pass_on", dispute.state)))
    return dispute


@transaction.atomic
def appeal_decision(*, dispute_id: int, text: str, seen: int | None = None, actor: Person) -> Dispute:
    """Ask another person to decide anew, once, with what the first decision got wrong.

    Raises NotPermitted unless the actor speaks for a side, IllegalTransition unless it is decided and its time runs,
    Conflict: "accepted_it" when the side accepted it before, "appeal_missing" without a word.
    """
    dispute = locked_dispute(dispute_id, seen)
    require(may_dispute(actor, dispute.engagement))
    side = dispute.engagement.side_of(actor.pk)
    saved = move(dispute, DISPUTE.target("appeal", dispute.state))
    if dispute.has_accepted(side):
        raise Conflict("accepted_it")
    dispute.appeal, dispute.appeal_side = required(text, "appeal_missing"), side
    dispute.appealed_by, dispute.appealed_at = actor, clock.now()
    saved += ["appeal", "appeal_side", "appealed_by", "appealed_at"]
    record(Disputes.APPEALED, dispute, actor, save=saved, side=str(side))
    return dispute
